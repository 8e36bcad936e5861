import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ClewError } from '../errors.ts';
import type { City, Lexicons, Row } from '../model/index.ts';
import { loadStages } from './stages.ts';

/** `data/` of the checkout or the installed package: both `src/providers` and `dist/providers` lie two levels below it. */
const DATA = fileURLToPath(new URL('../../data/', import.meta.url));

/**
 * Rows of a word list: tab-separated fields; `#` lines and blank lines are comments.
 * Fields are trimmed of nothing, so that a list may hold spaces that matter.
 */
function readRows(text: string): Row[] {
  const lines = text.includes('\r') ? text.split(/\r?\n/) : text.split('\n');
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
}

function listFiles(folder: string): string[] {
  return readdirSync(join(DATA, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(path);
      return entry.name.endsWith('.tsv') ? [path] : [];
    })
    .sort();
}

let loaded: Lexicons | undefined;

/**
 * Every word list in `data/`, cities and country names, read once a process, and each list made into rows when it is first asked for.
 * Throws `ClewError` `lexicon-missing` or `not-built` when the installation is incomplete.
 */
export function loadLexicons(): Lexicons {
  if (loaded) return loaded;
  const version = createHash('sha256');
  const lists: Record<string, readonly Row[]> = {};
  try {
    for (const path of listFiles('')) {
      const text = readFileSync(join(DATA, path), 'utf8');
      version.update(path).update('\0').update(text);
      whenAsked(lists, path.slice(0, -'.tsv'.length), () => readRows(text));
    }
  } catch (cause) {
    throw new ClewError('lexicon-missing', `The word lists in ${DATA} cannot be read.`, {
      hint: 'Install clew again: npm ci in the checkout.',
      cause,
    });
  }
  const lexicons = {
    version: version.digest('hex').slice(0, 12),
    stages: loadStages(),
    lists,
    cities: [],
    countries: {},
  };
  whenAsked<Lexicons, 'cities'>(lexicons, 'cities', () => citiesIn(lists['places/cities'] ?? []));
  whenAsked<Lexicons, 'countries'>(lexicons, 'countries', () => countriesIn(lists['places/countries'] ?? []));
  loaded = lexicons;
  return loaded;
}

/** Sets a property that is worked out once, by whoever reads it first: most commands need few of the lists. */
function whenAsked<T, K extends keyof T>(record: T, name: K, make: () => T[K]): void {
  Object.defineProperty(record, name, {
    configurable: true,
    enumerable: true,
    get: () => {
      const value = make();
      Object.defineProperty(record, name, { value, enumerable: true });
      return value;
    },
  });
}

const citiesIn = (rows: readonly Row[]): City[] =>
  rows.flatMap(([name, country, population]) =>
    name && country ? [{ name, country, population: Number(population ?? 0) }] : [],
  );

const countriesIn = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(rows.flatMap(([name, code]) => (name && code ? [[name.toLowerCase(), code]] : [])));
