import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/entities/index.ts';
import type { Document, Extraction, Mention, MentionType } from '../../src/model/index.ts';
import { createNameComparer, type ListedNameReading, partLexicon } from '../../src/names/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const isHere = existsSync(SHARED);
if (!isHere) console.warn('skipped: ../shared is not here, entities were not scored against gold');

const lexicons = loadLexicons();

interface Marked {
  readonly document: string;
  readonly language: string;
  readonly mentions: readonly (Mention & { readonly gold: string })[];
}

interface GoldFile {
  readonly document: { readonly id: string };
  readonly entities: readonly {
    readonly id: string;
    readonly type: MentionType;
    readonly named: boolean;
    readonly mentions: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  }[];
}

const plain = (id: string, text: string, start: number, type: MentionType, named = true): Mention => ({
  id,
  start,
  end: start + text.length,
  text,
  type,
  named,
  typeScore: 0.8,
  sameAs: null,
  identifiers: {},
  by: { rule: 'gold' },
});

const LANGUAGES: Readonly<Record<string, string>> = { h07: 'de', h08: 'it', h09: 'et' };

/** The hand-made mentions of a case, without the entities they were given. */
function readGold(set: string): Marked[] {
  const folder = join(SHARED, 'gold', set);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('_'));
  return files.sort().map((name) => {
    const { document, entities } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldFile;
    const mentions = entities.flatMap(({ id: gold, type, named, mentions: list }) =>
      list.map(({ start, text }) => ({ ...plain(`${document.id}:${start}:${text}`, text, start, type, named), gold })),
    );
    return { document: document.id, language: LANGUAGES[document.id] ?? 'en', mentions };
  });
}

interface Wikipedia {
  readonly sents: readonly (readonly string[])[];
  readonly vertexSet: readonly (readonly {
    readonly name: string;
    readonly type: string;
    readonly sent_id: number;
    readonly pos: readonly number[];
  }[])[];
}

const TYPES: Readonly<Record<string, MentionType>> = {
  PER: 'Person',
  ORG: 'Organization',
  LOC: 'Place',
  MISC: 'Product',
};

/** Documents of Re-DocRED: names in Wikipedia articles and which of them mean one thing. */
function readRedocred(count: number): Marked[] {
  const articles = JSON.parse(readFileSync(join(SHARED, 'corpora/redocred/dev_revised.json'), 'utf8')) as Wikipedia[];
  return articles.slice(0, count).map(({ vertexSet }, n) => {
    const seen = new Set<string>();
    const mentions = vertexSet.flatMap((cluster, gold) =>
      cluster.flatMap(({ name, type, sent_id, pos }) => {
        const id = `${n}:${sent_id}:${pos.join()}`;
        const own = TYPES[type];
        if (own === undefined || seen.has(id)) return [];
        seen.add(id);
        return [{ ...plain(id, name, sent_id * 100_000 + (pos[0] ?? 0) * 100, own), gold: `${n}:${gold}` }];
      }),
    );
    return { document: `article-${n}`, language: 'en', mentions };
  });
}

/** B-cubed precision, recall and F1 in per cent over all mentions. */
function bcubed(marked: readonly Marked[]): { p: number; r: number; f1: number } {
  const documents = marked.map(({ document, language }) => ({ id: document, language }) as Document);
  const extractions = marked.map(
    ({ document, mentions }): Extraction => ({
      document,
      engine: 'gold',
      passages: [],
      mentions,
      literals: [],
      claims: [],
      cues: [],
      leads: [],
    }),
  );
  const { entities } = resolveEntities({ documents, extractions, decisions: [] }, lexicons);
  const golds = new Map(marked.flatMap(({ mentions }) => mentions.map(({ id, gold }) => [id, gold] as const)));
  const sizes = new Map<string, number>();
  for (const gold of golds.values()) sizes.set(gold, (sizes.get(gold) ?? 0) + 1);
  let [p, r] = [0, 0];
  for (const { mentions } of entities) {
    for (const id of mentions) {
      const gold = golds.get(id)!;
      const right = mentions.filter((other) => golds.get(other) === gold).length;
      p += right / mentions.length;
      r += right / sizes.get(gold)!;
    }
  }
  [p, r] = [(100 * p) / golds.size, (100 * r) / golds.size];
  return { p, r, f1: (2 * p * r) / (p + r) };
}

const show = (label: string, { p, r, f1 }: { p: number; r: number; f1: number }) =>
  console.info(`${label}: B-cubed P ${p.toFixed(1)} R ${r.toFixed(1)} F1 ${f1.toFixed(1)}`);

describe.skipIf(!isHere)('entities against gold', () => {
  it.each([
    ['seeds', 92],
    ['kanrus', 96],
  ])('%s, mentions given: F1 at least %d', (set, floor) => {
    const score = bcubed(readGold(set));
    show(set, score);
    expect(score.f1).toBeGreaterThanOrEqual(floor);
  });

  it('Re-DocRED, each article by itself', () => {
    const scores = readRedocred(150).map((article) => ({ ...bcubed([article]), n: article.mentions.length }));
    const total = scores.reduce((sum, { n }) => sum + n, 0);
    const mean = (of: 'p' | 'r') => scores.reduce((sum, score) => sum + score[of] * score.n, 0) / total;
    const [p, r] = [mean('p'), mean('r')];
    const score = { p, r, f1: (2 * p * r) / (p + r) };
    show('Re-DocRED', score);
    expect(score.p).toBeGreaterThanOrEqual(98);
    expect(score.f1).toBeGreaterThanOrEqual(95);
  });
});

describe.skipIf(!isHere)('names against aliases of a sanctions list', () => {
  const read = (file: string) =>
    parse(readFileSync(join(SHARED, 'lists/ofac', file), 'utf8'), {
      relax_column_count: true,
      relax_quotes: true,
    }) as string[][];

  it.each<[ListedNameReading, string, number, number]>([
    ['person', 'individual', 0.98, 0.45],
    ['organization', '-0-', 0.94, 0.28],
  ])('%s: precision and recall from 0.86 up', (type, listed, precision, recall) => {
    const { read: readName, compare } = createNameComparer(partLexicon(lexicons));
    const entries = read('sdn_20240503.csv').filter((row) => row[2]?.trim() === listed);
    const primary = new Map(entries.map(([id = '', name = '']) => [id.trim(), name]));
    const names = [...primary.values()].sort();
    const aliases = read('alt_20250227.csv').filter(([id = '']) => primary.has(id.trim()));
    const sample = aliases.filter((_, n) => n % 10 === 0);
    const score = (left: string, right: string) => compare(readName(left, type), readName(right, type)).score;
    const found = sample.filter(
      ([id = '', , , alias = '']) => score(alias, primary.get(id.trim()) ?? '') >= 0.86,
    ).length;
    // Neighbours in the alphabet share surnames and first words: harder to tell apart than strangers.
    const wrong = sample.filter(([id = '', , , alias = '']) => {
      const own = primary.get(id.trim()) ?? '';
      const at = names.indexOf(own);
      const others = [names[at - 1] ?? '', names[at + 1] ?? ''].filter((name) => name !== own && name !== '');
      return others.some((name) => score(alias, name) >= 0.86);
    }).length;
    console.info(
      `${type}: ${sample.length} aliases, precision ${(found / (found + wrong)).toFixed(3)}, recall ${(found / sample.length).toFixed(3)}`,
    );
    expect(found / (found + wrong)).toBeGreaterThanOrEqual(precision);
    expect(found / sample.length).toBeGreaterThanOrEqual(recall);
  });
});
