import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXPORTERS } from '../../src/exports/index.ts';
import { filesUnder, walkStreet } from '../street.ts';

const SHARED = process.env.CLEW_SHARED ?? '../shared';
const scorer = join(SHARED, 'gold/score.mjs');
if (!existsSync(scorer)) console.warn('skipped: the whole street was not scored, ../shared/gold is not there');

/** A little under what `docs/quality.md` prints, in per cent: from the bytes of the texts to the export, nothing given by hand. */
const FLOORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  seeds: {
    named_mentions_exact: 95,
    linking_bcubed: 94,
    claims_core: 50,
    attribution_exact: 78,
    echo_pairs: 100,
    claim_origin_pairs: 90,
    contradictions: 30,
  },
  kanrus: {
    named_mentions_exact: 95,
    linking_bcubed: 97,
    claims_core: 28,
    attribution_exact: 78,
    echo_pairs: 65,
    claim_origin_pairs: 78,
  },
};

describe.skipIf(!existsSync(scorer))('the whole street over the annotated cases', () => {
  test.each(Object.keys(FLOORS))('%s', async (name) => {
    const files = filesUnder(join(SHARED, 'cases', name));
    expect(files.length).toBeGreaterThan(3);
    const view = await walkStreet(files);
    const work = mkdtempSync(join(tmpdir(), 'clew-street-'));
    try {
      const system = join(work, 'system.json');
      const json = EXPORTERS.find(({ format }) => format === 'json')!;
      writeFileSync(system, json.write(view, { writtenAt: '2031-05-01T00:00:00Z', version: '0' }));
      const scored = [scorer, join(SHARED, 'gold', name), system, '--json'];
      const scores = JSON.parse(execFileSync(process.execPath, scored, { encoding: 'utf8' }));
      const measured = Object.keys(FLOORS[name]!).map((line) => [line, 100 * (scores[line].f1 ?? scores[line].acc)]);
      console.info(name, measured.map(([line, score]) => `${line} ${Number(score).toFixed(1)}`).join(', '));
      for (const [line, score] of measured)
        expect(score, String(line)).toBeGreaterThanOrEqual(FLOORS[name]![String(line)]!);
    } finally {
      rmSync(work, { recursive: true });
    }
  });
});
