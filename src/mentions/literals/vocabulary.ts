import type { Lexicons, Row } from '../../model/index.ts';
import { type Piece, toPieces } from './tokens.ts';

/** The word lists under `data/literals/` that are looked up in running text. */
export const LISTS = [
  'bounds',
  'currencies',
  'date-labels',
  'durations',
  'eras',
  'factors',
  'identifiers',
  'months',
  'number-signs',
  'numbers',
  'ordinals',
  'rates',
  'relative-dates',
  'scales',
  'time-words',
  'units',
  'weekdays',
] as const;
export type List = (typeof LISTS)[number];

/** Lists whose English forms turn up inside texts of every language: "USD 5 million, 12 March". */
const QUOTED: ReadonlySet<List> = new Set(['currencies', 'identifiers', 'months', 'number-signs', 'units', 'weekdays']);
const QUOTED_LANGUAGE = 'en';

/** The list whose forms of every language count in every text: a number before one is never the whole number. */
const EVERYWHERE: List = 'scales';

/** Russian and Ukrainian months stand in texts of other scripts ("in Riga, 5 марта 2024") and cannot be mistaken there. */
const isCyrillicMonth = (list: List, language: string): boolean =>
  list === 'months' && (language === 'ru' || language === 'uk');

/** One form of a word list as pieces, with the fields behind it. */
export interface Entry {
  readonly list: List;
  readonly pieces: readonly Piece[];
  /** Fields after language and form. */
  readonly fields: Row;
  readonly cased: 'exact' | 'capital' | 'any';
}

/** The forms of some languages by the first piece of each, longest first. */
export interface Vocabulary {
  readonly languages: readonly string[];
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Words that are no noun. */
  readonly functionWords: ReadonlySet<string>;
  readonly weakNouns: ReadonlySet<string>;
  readonly adjectives: ReadonlySet<string>;
  readonly plurals: ReadonlySet<string>;
  readonly classifiers: ReadonlySet<string>;
  readonly designators: ReadonlySet<string>;
  /** How "3m" before a noun is read. */
  readonly millionNouns: ReadonlyMap<string, string>;
  /** Names of eras, with the fields of their list. */
  readonly eras: ReadonlyMap<string, Row>;
  /** Months of the Iranian calendar by name in lower case. */
  readonly jalaliMonths: ReadonlyMap<string, number>;
}

/** Forms of language `*` are symbols; the rest of a list belongs to one language each. */
export const ANY_LANGUAGE = '*';

// Symbols are matched letter for letter ("MW" is not "mw"); a capital in a word's form asks for a capital ("May").
function casingOf(language: string, form: string): Entry['cased'] {
  if (language === ANY_LANGUAGE) return 'exact';
  return /^\p{Lu}/u.test(form) ? 'capital' : 'any';
}

interface Compiled {
  readonly byKey: Map<string, Vocabulary>;
  /** Function word -> languages that use it. */
  readonly speakers: ReadonlyMap<string, readonly string[]>;
  /** Languages whose months have names here. */
  readonly languages: ReadonlySet<string>;
}

const compiled = new WeakMap<Lexicons, Compiled>();

function rowsOf(lexicons: Lexicons, name: string): readonly Row[] {
  return lexicons.lists[`literals/${name}`] ?? [];
}

function compiledOf(lexicons: Lexicons): Compiled {
  const known = compiled.get(lexicons);
  if (known) return known;
  const speakers = new Map<string, string[]>();
  for (const [language = '', form = ''] of rowsOf(lexicons, 'function-words')) {
    const list = speakers.get(form);
    if (list) list.push(language);
    else speakers.set(form, [language]);
  }
  const languages = new Set(['zh', ...rowsOf(lexicons, 'months').map(([language = '']) => language)]);
  const fresh: Compiled = { byKey: new Map(), speakers, languages };
  compiled.set(lexicons, fresh);
  return fresh;
}

/** Function word -> languages that use it; they tell a passage's language. */
export function speakersOf(lexicons: Lexicons): ReadonlyMap<string, readonly string[]> {
  return compiledOf(lexicons).speakers;
}

/** Whether dates and sums of a language (ISO 639-1) have words here at all. */
export function hasLists(language: string, lexicons: Lexicons): boolean {
  return compiledOf(lexicons).languages.has(language);
}

function wordsOf(lexicons: Lexicons, list: string, languages: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    rowsOf(lexicons, list).flatMap(([language = '', form = '']) => (languages.has(language) ? [form] : [])),
  );
}

/** The words of scale of all languages, out of their lists of numbers. */
const scalesOf = (lexicons: Lexicons): Row[] =>
  rowsOf(lexicons, 'numbers').filter(([language, , , role]) => role === 'scale' && language !== ANY_LANGUAGE);

/** The forms of `languages` and the symbols of all, compiled once per set of languages. */
export function vocabularyOf(lexicons: Lexicons, languages: readonly string[]): Vocabulary {
  const { byKey } = compiledOf(lexicons);
  const key = languages.join(' ');
  const known = byKey.get(key);
  if (known) return known;
  const wanted = new Set([ANY_LANGUAGE, ...languages]);
  const entries = new Map<string, Entry[]>();
  for (const list of LISTS) {
    const rows = list === EVERYWHERE ? [...rowsOf(lexicons, list), ...scalesOf(lexicons)] : rowsOf(lexicons, list);
    for (const [language = '', form = '', ...fields] of rows) {
      const isQuoted = QUOTED.has(list) && (language === QUOTED_LANGUAGE || isCyrillicMonth(list, language));
      const isWanted = wanted.has(language) || isQuoted || list === EVERYWHERE;
      const pieces = isWanted ? toPieces(form, { start: 0, end: form.length }) : [];
      const first = pieces[0];
      if (!first) continue;
      const entry: Entry = { list, pieces, fields, cased: casingOf(language, form) };
      const bucket = entries.get(first.lower);
      if (bucket) bucket.push(entry);
      else entries.set(first.lower, [entry]);
    }
  }
  for (const bucket of entries.values()) bucket.sort((a, b) => b.pieces.length - a.pieces.length);
  const vocabulary: Vocabulary = {
    languages,
    entries,
    functionWords: wordsOf(lexicons, 'function-words', wanted),
    weakNouns: wordsOf(lexicons, 'weak-nouns', wanted),
    adjectives: wordsOf(lexicons, 'adjectives', wanted),
    plurals: wordsOf(lexicons, 'plurals', wanted),
    classifiers: wordsOf(lexicons, 'classifiers', wanted),
    designators: wordsOf(lexicons, 'designators', wanted),
    eras: new Map(rowsOf(lexicons, 'eras').map(([, form = '', ...fields]) => [form, fields])),
    jalaliMonths: new Map(
      rowsOf(lexicons, 'jalali-months').map(([form = '', month = '']) => [form, Number(month)] as const),
    ),
    millionNouns: new Map(rowsOf(lexicons, 'million-nouns').map(([, form = '', reading = '']) => [form, reading])),
  };
  byKey.set(key, vocabulary);
  return vocabulary;
}
