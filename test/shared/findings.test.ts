import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { weighFindings } from '../../src/findings/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { blindInput, withWeighing } from './blind-case.ts';

const SHARED = process.env.CLEW_SHARED ?? '../shared';
const scorer = join(SHARED, 'gold/score.mjs');

/** Floors under what the fold reaches on hand-made claims (`docs/quality.md`), so that a rule that breaks is noticed. */
const FLOORS: Record<string, Record<string, number>> = {
  seeds: {
    echo_pairs: 1,
    finding_pairs: 0.55,
    contradictions: 0.5,
    claim_origin_pairs: 0.95,
    right_of_reply: 0.85,
    cover_identities: 1,
    sanctions: 0.95,
    network_edges: 0.8,
    timeline: 0.8,
    open_questions: 0.8,
  },
  kanrus: { echo_pairs: 1, finding_pairs: 0.85, contradictions: 0.4, claim_origin_pairs: 0.95 },
};

describe.skipIf(!existsSync(scorer))('weighing hand-made claims of the annotated cases', () => {
  test.each(Object.keys(FLOORS))('%s', (name) => {
    const gold = join(SHARED, 'gold', name);
    const work = mkdtempSync(join(tmpdir(), 'clew-findings-'));
    try {
      execFileSync(process.execPath, [scorer, '--export', '--blind', gold, join(work, 'blind.json')]);
      const blind = JSON.parse(readFileSync(join(work, 'blind.json'), 'utf8'));
      const annotated = readdirSync(gold)
        .filter((file) => !file.startsWith('_'))
        .map((file) => JSON.parse(readFileSync(join(gold, file), 'utf8')));
      const textOf = (file: string): string => readFileSync(join(SHARED, 'cases', name, file), 'utf8');
      const input = blindInput(blind, annotated, textOf);
      writeFileSync(
        join(work, 'system.json'),
        JSON.stringify(withWeighing(blind, weighFindings(input, loadLexicons()))),
      );
      const scores = JSON.parse(
        execFileSync(process.execPath, [scorer, gold, join(work, 'system.json'), '--json'], { encoding: 'utf8' }),
      );
      for (const [figure, floor] of Object.entries(FLOORS[name] ?? {}))
        expect(scores[figure].f1, figure).toBeGreaterThanOrEqual(floor);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
});

test.skipIf(existsSync(scorer))(`skipped: no annotated cases at ${SHARED}; set CLEW_SHARED`, () => {});
