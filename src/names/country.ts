import type { Lexicons, Row } from '../model/index.ts';
import { foldText } from './fold.ts';
import { WordTable } from './word-table.ts';

/** Countries by name, by adjective and by seat of government, and the case endings that running text adds to names. */
export interface CountryLexicon {
  /** ISO 3166-1 alpha-2 code of a country by any of its names, inflected or not; else `null`. */
  countryNamed(text: string, language?: string): string | null;
  /** Code of the country whose adjective or inhabitants this word is ("Ruritanian"); `EUR` for Europe at large; else `null`. */
  countryOfAdjective(word: string): string | null;
  /** Code of the country governed from this city; else `null`. */
  countryOfCapital(text: string): string | null;
  /** Code of the country a region or a city of over 100,000 lies in, where only one country has such a place; else `null`. */
  countryOfPlace(text: string): string | null;
  /** What a folded name may be without the endings of a language: `[]` when the language adds none. */
  bareForms(folded: string, language: string): readonly string[];
}

// The endings of Russian and Ukrainian nouns and adjectives are nearly all vowels: names are looked up without them.
const cyrillicStem = (folded: string): string =>
  folded
    .split(' ')
    .map((word) =>
      /\p{Script=Cyrillic}/u.test(word) && word.length > 3
        ? word.replace(/(?<=...)[аеёиоуыэюяьйіїє]{1,3}$/u, '')
        : word,
    )
    .join(' ');

const names = (rows: readonly Row[]): [code: string, name: string][] =>
  rows.flatMap(([code, list]) =>
    code && list ? list.split(';').map((name): [string, string] => [code, name.trim()]) : [],
  );

function compile(lexicons: Lexicons): CountryLexicon {
  const list = (name: string) => lexicons.lists[`names/${name}`] ?? [];
  const countries = new Map<string, string>();
  const stems = new Map<string, string>();
  const add = (name: string, code: string) => {
    const folded = foldText(name).replace(/^the /, '');
    if (folded === '') return;
    if (!countries.has(folded)) countries.set(folded, code);
    if (/\p{Script=Cyrillic}/u.test(folded) && !stems.has(cyrillicStem(folded))) stems.set(cyrillicStem(folded), code);
  };
  for (const [code, name] of names(list('countries'))) add(name, code);
  for (const [name, code] of Object.entries(lexicons.countries)) add(name, code);
  const adjectives = new WordTable(list('demonyms'));
  const capitals = new WordTable(list('capitals'), ';');
  const places = placeCountries(lexicons, names(list('regions')));
  const endings = new Map(
    list('inflections').map(([language = '', words = '']) => [language, words.split(' ').sort().map(endingOf)]),
  );
  const bareForms = (folded: string, language: string): string[] =>
    (endings.get(language) ?? []).flatMap(({ ending, instead }) => {
      const stem = ending === '' ? '' : stripEnding(folded, ending);
      return stem.length >= 3 ? [stem + instead] : [];
    });
  return {
    countryNamed(text, language = 'und') {
      const folded = foldText(text).replace(/^(?:the|die|der|les?|la|gli|i) /, '');
      const direct = countries.get(folded) ?? stems.get(cyrillicStem(folded));
      if (direct !== undefined) return direct;
      for (const bare of bareForms(folded, language)) {
        const code = countries.get(bare);
        if (code !== undefined) return code;
      }
      return null;
    },
    countryOfAdjective: (word) => adjectives.find(foldText(word)),
    countryOfCapital: (text) => capitals.find(foldText(text)),
    countryOfPlace: (text) => places.get(foldText(text)) ?? null,
    bareForms,
  };
}

/** `s` is added to the bare name, `ого>ий` stands where that has `ий`. */
function endingOf(written: string): { readonly ending: string; readonly instead: string } {
  const [ending = '', instead = ''] = written.split('>').map(foldText);
  return { ending, instead };
}

const stripEnding = (folded: string, ending: string): string =>
  folded.endsWith(ending) ? folded.slice(0, -ending.length).trim() : '';

const LARGE = 100_000;

function placeCountries(
  lexicons: Lexicons,
  regions: readonly (readonly [code: string, name: string])[],
): Map<string, string | null> {
  const places = new Map<string, string | null>();
  const add = (name: string, code: string) => {
    const folded = foldText(name);
    const known = places.get(folded);
    places.set(folded, known === undefined || known === code ? code : null);
  };
  for (const [code, name] of regions) add(name, code);
  for (const { name, country, population } of lexicons.cities) if (population >= LARGE) add(name, country);
  return places;
}

const compiled = new WeakMap<Lexicons, CountryLexicon>();

/** The country tables of `lexicons`; compiled once per object. */
export function countryLexicon(lexicons: Lexicons): CountryLexicon {
  const known = compiled.get(lexicons);
  if (known) return known;
  const made = compile(lexicons);
  compiled.set(lexicons, made);
  return made;
}
