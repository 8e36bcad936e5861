import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ListEntry, ListedKind } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { ALERT_THRESHOLD, createMatcher, type Matcher, type Query } from '../../src/screening/index.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const isHere = existsSync(join(SHARED, 'screening'));
if (!isHere) console.warn('skipped: ../shared is not here, screening was not scored against labelled queries');

const KINDS: Readonly<Record<string, ListedKind>> = { individual: 'person', vessel: 'vessel', aircraft: 'aircraft' };
const SCHEMAS: Readonly<Record<string, Query['kind']>> = { person: 'person', org: 'organization', vessel: 'vessel' };

const rows = (path: string): string[][] =>
  parse(readFileSync(join(SHARED, path), 'utf8'), { relax_column_count: true, relax_quotes: true });

/** Primary names only, with the tax numbers of the remarks: what the labelled queries are about. */
const entries = (path: string): ListEntry[] =>
  rows(path)
    .filter((row) => row.length > 3)
    .map(([id = '', name = '', type = '', ...rest]) => ({
      list: 'ofac-sdn',
      id,
      kind: KINDS[type.trim()] ?? 'organization',
      names: [{ text: name, kind: 'primary' }],
      identifiers: [...(rest.at(-1) ?? '').matchAll(/Tax ID No\. (\d{10,12}) \(Russia\)/g)].map(([, value = '']) => ({
        scheme: 'inn',
        value,
        country: 'RU',
      })),
      birthDates: [],
      birthPlaces: [],
      gender: null,
      countries: [],
      addresses: [],
      programmes: [],
      links: [],
      listedOn: null,
      firstSeen: null,
      lastSeen: null,
      remarks: null,
    }));

const alerts = (matcher: Matcher, query: Query): string[] => matcher.match(query).map(({ entry }) => entry.id);

describe.skipIf(!isHere)('screening against the labelled queries', () => {
  const lexicons = loadLexicons();
  const matcher = isHere
    ? createMatcher(entries('lists/ofac/sdn_20240503.csv'), lexicons)
    : createMatcher([], lexicons);

  it('holds recall and precision at the one threshold', { timeout: 120_000 }, () => {
    const asked = labelled();
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

  it('lets a tax number decide between namesakes', () => {
    const both = createMatcher(
      [...entries('lists/ofac/sdn_20240503.csv'), ...entries('lists/ofac/sdn_addendum_2024-10.csv')],
      lexicons,
    );
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

  const labelled = () => {
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
