// What the screening benches read from ../shared, through the readers of this project: lists, labelled development queries, synthetic names.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { loadLexicons } from '../dist/providers/index.js';
import { readList, recogniseList } from '../dist/screening/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
export const shared = process.env.CLEW_SHARED ?? join(root, '../shared');
export const isThere = () => existsSync(join(shared, 'screening/dev_screening.tsv'));

const SDN = 'lists/ofac/sdn_20240503.csv';
const ALIASES = 'lists/ofac/alt_20250227.csv';
const ADDENDUM = 'lists/ofac/sdn_addendum_2024-10.csv';

const text = (path) => readFileSync(join(shared, path), 'utf8');

async function entriesOf(paths) {
  const files = await Promise.all(
    paths.map(async (path) => {
      const whole = text(path);
      return { format: await recogniseList(whole), file: { name: basename(path), text: [whole] } };
    }),
  );
  const entries = [];
  for await (const item of readList({ files }, null, loadLexicons()))
    if (item.kind === 'entry') entries.push(item.entry);
  return entries;
}

/** OFAC entries of 2024-05-03 with their primary names only: what the labelled queries ask for. */
export const ofacPrimary = async () =>
  (await entriesOf([SDN])).map((entry) => ({
    ...entry,
    names: entry.names.filter(({ kind }) => kind === 'primary'),
  }));

/** OFAC entries with their aliases and the rows added after that day. */
export const ofac = () => entriesOf([SDN, ADDENDUM, ALIASES]);

export const un = () => entriesOf(['lists/un/UN_consolidated.xml']);

/** The labelled queries: `query`, `schema`, `expected` ("NONE" or entry numbers joined by |), `kind`, `list_name`. */
export const devQueries = () =>
  parse(text('screening/dev_screening.tsv'), { delimiter: '\t', columns: true, quote: false });

export const syntheticNames = () =>
  parse(text('screening/negatives/synthetic_5000.csv'), { columns: true }).map(({ full_name }) => full_name);

export const kindOf = (schema) => ({ person: 'person', org: 'organization', vessel: 'vessel' })[schema] ?? null;

/** 0..1, the same for the same text every time. */
export function chance(seed) {
  let hash = 0x811c9dc5;
  for (const letter of seed) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
