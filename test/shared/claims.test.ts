import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractClaims } from '../../src/claims/index.ts';
import { findMentions } from '../../src/mentions/index.ts';
import { type CaseView, type Claim, SELF } from '../../src/model/index.ts';
import { segment } from '../../src/passages/index.ts';
import { loadLexicons } from '../../src/providers/lexicons.ts';
import { readGoldView } from './gold-view.ts';

const SHARED = '../shared';
const found = existsSync(join(SHARED, 'gold/score.mjs'));
if (!found) console.warn('skipped: claims were not scored, ../shared/gold is not there');

/** Claims of this stage on the reference's own mentions, in the scorer's form: what the stage alone is worth. */
function systemOf(view: CaseView, languageOf: (name: string) => string): unknown {
  const lexicons = loadLexicons();
  const entityOf = new Map(
    view.resolution.entities.flatMap(({ id, mentions }) => mentions.map((one) => [one, id] as const)),
  );
  const ids = (mentions: readonly string[]): readonly (string | undefined)[] | null =>
    mentions.length > 0 ? mentions.map((one) => entityOf.get(one)) : null;
  const form = (claim: Claim): unknown => ({
    ...claim,
    quote: claim.quotation,
    subject: ids(claim.subject),
    object: ids(claim.object),
    theme: ids(claim.theme),
    place: ids(claim.place),
    value: claim.value ? { ...claim.value, number: Number(claim.value.number) } : null,
    time: claim.time ? { text: claim.time.text, iso: claim.time.edtf } : null,
    attribution: claim.attribution.map(({ sources }) => (sources[0] === SELF ? SELF : ids(sources))),
  });
  return {
    entities: view.resolution.entities.map(({ id, type, canonical }) => ({ id, type, canonical })),
    documents: view.extractions.map(({ document: id, mentions }) => {
      const stored = view.documents.find((one) => one.id === id)!;
      const document = { ...stored, language: languageOf(stored.name) };
      const passages = segment(document, lexicons);
      const { literals } = findMentions(document, passages, lexicons);
      const { claims, cues } = extractClaims({ document, passages, mentions, literals }, lexicons);
      return {
        id,
        file: document.name,
        mentions: mentions.map((one) => ({ ...one, entity: entityOf.get(one.id) })),
        claims: claims.map(form),
        cues,
        literals,
      };
    }),
  };
}

function scoreOf(name: string): Record<string, { readonly f1: number; readonly acc: number; readonly p: number }> {
  const view = readGoldView(join(SHARED, 'gold', name), join(SHARED, 'cases', name));
  const languageOf = (file: string): string => {
    const gold = readFileSync(join(SHARED, 'gold', name, file.replace(/\.txt$/u, '.json')), 'utf8');
    return JSON.parse(gold).document.lang ?? 'en';
  };
  const folder = mkdtempSync(join(tmpdir(), 'clew-claims-'));
  const file = join(folder, 'system.json');
  writeFileSync(file, JSON.stringify(systemOf(view, languageOf)));
  const arguments_ = [join(SHARED, 'gold/score.mjs'), join(SHARED, 'gold', name), file, '--json'];
  const printed = execFileSync(process.execPath, arguments_, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return JSON.parse(printed);
}

/** Floors a little under what was measured: a drop is a broken rule, not noise. */
describe.skipIf(!found)('claims on the reference mentions', () => {
  test('articles on a procurement network', () => {
    const score = scoreOf('seeds');
    expect(score.claims_core?.f1).toBeGreaterThan(0.5);
    expect(score.claims_core?.p).toBeGreaterThan(0.7);
    expect(score.attribution_exact_attributed?.acc).toBeGreaterThan(0.65);
    expect(score.modality?.acc).toBeGreaterThan(0.85);
    expect(score.polarity?.acc).toBeGreaterThan(0.95);
    expect(score.cues_overlap?.f1).toBeGreaterThan(0.75);
  });

  test('retellings of one act in four languages', () => {
    expect(scoreOf('kanrus').claims_core?.f1).toBeGreaterThan(0.15);
  });
});
