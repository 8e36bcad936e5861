import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { literalsIn } from '../mentions/literals-in.ts';

const GOLD = '../shared/gold/seeds/';
const TEXTS = '../shared/cases/seeds/';
const present = existsSync(GOLD);

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly norm: string;
}

/** How many of `left` overlap one of `right`. */
const covered = (left: readonly Marked[], right: readonly Marked[]): number =>
  left.filter((a) => right.some((b) => a.start < b.end && b.start < a.end)).length;

test.skipIf(!present)('literals of the seed articles, told without a date and with it', () => {
  let [found, marked, precise, recalled, normed] = [0, 0, 0, 0, 0];
  for (const name of readdirSync(GOLD).filter((file) => /^0.*\.json$/.test(file))) {
    const gold = JSON.parse(readFileSync(GOLD + name, 'utf8'));
    const literals = literalsIn(readFileSync(TEXTS + gold.document.file, 'utf8'), {
      published: gold.document.date_inferred.iso,
    });
    found += literals.length;
    marked += gold.literals.length;
    precise += covered(literals, gold.literals);
    recalled += covered(gold.literals, literals);
    normed += gold.literals.filter((x: Marked) =>
      literals.some((y) => covered([x], [y]) > 0 && x.norm === y.norm),
    ).length;
  }
  console.info(`literals: precision ${precise}/${found}, recall ${recalled}/${marked}, norms ${normed}/${marked}`);
  expect(precise / found).toBeGreaterThan(0.9);
  expect(recalled / marked).toBeGreaterThan(0.9);
  expect(normed / marked).toBeGreaterThan(0.9);
});

if (!present) console.warn(`skipped: ${GOLD} is not there`);
