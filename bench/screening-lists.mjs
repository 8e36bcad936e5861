// What the screening benches read: the development queries, the synthetic names and the primary names of the OFAC list in ../shared.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const root = fileURLToPath(new URL('..', import.meta.url));
export const shared = process.env.CLEW_SHARED ?? join(root, '../shared');

export const isThere = () => existsSync(join(shared, 'screening/dev_screening.tsv'));

const text = (path) => readFileSync(join(shared, path), 'utf8');
const csv = (path, options = {}) =>
  parse(text(path), { relax_column_count: true, relax_quotes: true, skip_empty_lines: true, ...options });

const KINDS = { individual: 'person', vessel: 'vessel', aircraft: 'aircraft' };

const entry = (list, id, kind, names) => ({
  list,
  id,
  kind,
  names,
  identifiers: [],
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
});

/** OFAC entries as of 2024-05-03; with `later` the two listed after it, with `aliases` the alternative names as well. */
export function ofac({ aliases = false, later = false } = {}) {
  const rows = [...csv('lists/ofac/sdn_20240503.csv'), ...(later ? csv('lists/ofac/sdn_addendum_2024-10.csv') : [])];
  const others = new Map();
  if (aliases)
    for (const [id, , , name] of csv('lists/ofac/alt_20250227.csv'))
      if (name) others.set(id, [...(others.get(id) ?? []), { text: name, kind: 'alias' }]);
  return rows
    .filter((row) => row.length > 3)
    .map(([id, name, type]) =>
      entry('ofac-sdn', id, KINDS[type.trim()] ?? 'organization', [
        { text: name, kind: 'primary' },
        ...(others.get(id) ?? []),
      ]),
    );
}

/** Pairs of an entry and another name of it, for entries that the development queries do not touch. */
export function ofacAliases() {
  const dev = new Set(devQueries().flatMap(({ expected }) => expected.split('|')));
  return csv('lists/ofac/alt_20250227.csv')
    .map(([id, , kind, name]) => ({ id, kind, name }))
    .filter(({ id, name }) => name && !dev.has(id));
}

/** UN entries with all names, by a reader that is good enough for a bench. */
export function un() {
  const xml = text('lists/un/UN_consolidated.xml');
  const decode = (s) =>
    s
      .replace(/&apos;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
      .trim();
  const all = (block, tag) =>
    [...block.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, s]) => decode(s));
  return [...xml.matchAll(/<(INDIVIDUAL|ENTITY)>([\s\S]*?)<\/\1>(?=\s*<(?:\1|\/))/g)].map(([, tag, block]) => {
    const main = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].flatMap((name) => all(block, name));
    const names = [
      { text: main.join(' '), kind: 'primary' },
      ...all(block, 'ALIAS_NAME').map((name) => ({ text: name, kind: 'alias' })),
      ...all(block, 'NAME_ORIGINAL_SCRIPT').map((name) => ({ text: name, kind: 'original-script' })),
    ].filter((name) => name.text !== '');
    return entry('un-sc', all(block, 'DATAID')[0] ?? '', tag === 'INDIVIDUAL' ? 'person' : 'organization', names);
  });
}

/** The labelled queries: `query`, `schema`, `expected` ("NONE" or entry numbers joined by |), `kind`, `list_name`. */
export const devQueries = () => csv('screening/dev_screening.tsv', { delimiter: '\t', columns: true, quote: false });

export const syntheticNames = () =>
  csv('screening/negatives/synthetic_5000.csv', { columns: true }).map(({ full_name }) => full_name);

export const kindOf = (schema) => ({ person: 'person', org: 'organization', vessel: 'vessel' })[schema] ?? null;
