import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeDossier } from '../../src/dossier/index.ts';
import { EXPORTERS } from '../../src/exports/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { readGoldView } from './gold-view.ts';

const SHARED = '../shared';
const found = existsSync(join(SHARED, 'gold/score.mjs'));
if (!found) console.warn('skipped: the exports were not scored, ../shared/gold is not there');
const OPTIONS = { writtenAt: '2030-01-01T00:00:00Z', version: '0.0.0' };

describe.skipIf(!found).each(['seeds', 'kanrus'])('the reference for %s, as a case', (name) => {
  test('comes out of the JSON export unharmed', () => {
    const view = readGoldView(join(SHARED, 'gold', name), join(SHARED, 'cases', name));
    const folder = mkdtempSync(join(tmpdir(), 'clew-gold-'));
    const file = join(folder, 'system.json');
    writeFileSync(file, EXPORTERS.find((one) => one.format === 'json')!.write(view, OPTIONS));
    const scorer = join(SHARED, 'gold/score.mjs');
    const printed = execFileSync(process.execPath, [scorer, join(SHARED, 'gold', name), file, '--json'], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    const score = JSON.parse(printed);
    for (const line of [
      'named_mentions_exact_typed',
      'linking_bcubed',
      'claims_core',
      'echo_pairs',
      'finding_pairs',
      'timeline',
      'open_questions',
    ]) {
      if (score[line]) expect(score[line].f1, line).toBeGreaterThan(0.99);
    }
    for (const line of ['attribution_exact', 'modality', 'polarity', 'value', 'time'])
      expect(score[line].acc, line).toBeGreaterThan(0.95);
    expect(score.contradictions.f1).toBeGreaterThan(0.99);
  });

  test('becomes a dossier', () => {
    const view = readGoldView(join(SHARED, 'gold', name), join(SHARED, 'cases', name));
    // The reference has entities that only claims need; a case has none without a mention.
    const entities = view.resolution.entities.filter((entity) => entity.mentions.length > 0);
    const html = writeDossier({ ...view, resolution: { ...view.resolution, entities } }, OPTIONS, loadLexicons());
    if (process.env.CLEW_KEEP) writeFileSync(join(process.env.CLEW_KEEP, `${name}.html`), html);
    expect(html.match(/<li id="n\d+"/g)?.length).toBeGreaterThan(30);
  });
});
