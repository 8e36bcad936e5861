import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ListEntry } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import {
  ALERT_THRESHOLD,
  createMatcher,
  type Matcher,
  type Query,
  readList,
  recogniseList,
} from '../../src/screening/index.ts';

const lexicons = loadLexicons();

const SHARED = join(import.meta.dirname, '../../../shared');
const isHere = existsSync(join(SHARED, 'screening'));
if (!isHere) console.warn('skipped: ../shared is not here, screening was not scored against labelled queries');

const SCHEMAS: Readonly<Record<string, Query['kind']>> = { person: 'person', org: 'organization', vessel: 'vessel' };

const rows = (path: string): string[][] =>
  parse(readFileSync(join(SHARED, path), 'utf8'), { relax_column_count: true, relax_quotes: true });

/** Entries as `clew lists add` reads them, the weak aliases of the remarks included. */
async function entriesOf(path: string): Promise<ListEntry[]> {
  const text = readFileSync(join(SHARED, path), 'utf8');
  const format = await recogniseList(text);
  if (format === null) throw new Error(`${path} is no list`);
  const files = [{ format, file: { name: basename(path), text: [text] } }];
  const entries: ListEntry[] = [];
  for await (const item of readList({ files }, null, lexicons)) if (item.kind === 'entry') entries.push(item.entry);
  return entries;
}

/** What the labelled queries were made for. */
const primaryOnly = (entries: readonly ListEntry[]): ListEntry[] =>
  entries.map((entry) => ({ ...entry, names: entry.names.filter(({ kind }) => kind === 'primary') }));

const alerts = (matcher: Matcher, query: Query): string[] => matcher.match(query).map(({ entry }) => entry.id);

describe.skipIf(!isHere)('screening against the labelled queries', async () => {
  const sdn = isHere ? await entriesOf('lists/ofac/sdn_20240503.csv') : [];

  describe.each([
    ['primary names only', primaryOnly(sdn)],
    ['the list as it is added', sdn],
  ])('%s', (_, entries) => {
    const matcher = createMatcher(entries, lexicons);

    it('holds recall and precision at the one threshold', { timeout: 120_000 }, () => {
      const asked = labelled(matcher);
      const wanted = asked.filter(({ expected }) => expected !== 'NONE');
      const found = wanted.filter(({ ids, expected }) => ids.some((id) => expected.split('|').includes(id)));
      expect(found.length / wanted.length).toBeGreaterThanOrEqual(0.92);
      const loud = asked.filter(({ ids, expected }) => expected === 'NONE' && ids.length > 0);
      expect(loud.map(({ query }) => query)).toHaveLength(0);
    });

    it('is quiet on made-up people', { timeout: 120_000 }, () => {
      const names = rows('screening/negatives/synthetic_5000.csv')
        .slice(1)
        .map(([name = '']) => name);
      const loud = names.filter((name) => alerts(matcher, { name, kind: 'person' }).length > 0);
      expect(loud.length).toBeLessThanOrEqual(0.002 * names.length);
    });
  });

  it('lets a tax number decide between namesakes', async () => {
    const both = createMatcher([...sdn, ...(await entriesOf('lists/ofac/sdn_addendum_2024-10.csv'))], lexicons);
    const [tsk, vektor] = ['46441', '51292'];
    const ask = (name: string, value?: string) =>
      alerts(both, { name, kind: 'organization', identifiers: value ? [{ scheme: 'inn', value }] : [] });
    expect(ask('TSK VEKTOR', '3849055365')).toEqual([tsk]);
    expect(ask('ООО «ТСК Вектор»')).toEqual([tsk]);
    expect(ask('VEKTOR', '3849055365')).not.toContain(vektor);
    expect(ask('VEKTOR OOO')[0]).toBe(vektor);
    expect(ask('VEKTOR OOO')).not.toContain(tsk);
    expect(ask('Redlepus TSK Vector Industrial')).toEqual([]);
  });

  const labelled = (matcher: Matcher) => {
    const options = { delimiter: '\t', columns: true, quote: false } as const;
    const queries: Record<string, string>[] = parse(
      readFileSync(join(SHARED, 'screening/dev_screening.tsv'), 'utf8'),
      options,
    );
    return queries.map(({ query = '', schema = '', expected = '' }) => ({
      query,
      expected,
      ids: alerts(matcher, { name: query, kind: SCHEMAS[schema] ?? null }),
    }));
  };

  it('keeps its threshold where the documentation says', () => expect(ALERT_THRESHOLD).toBe(0.79));
});
