import type { Lexicons, Row } from '../model/index.ts';
import { foldText, foldWords } from './fold.ts';
import { romanize } from './romanize.ts';
import { soundKey } from './sound-key.ts';
import { WordTable } from './word-table.ts';

/** The word lists of `data/names`, compiled for look-up by folded word or by sound. */
export interface NameLexicon {
  readonly generic: WordTable;
  /** Goods that companies name themselves after: alone such a word means the goods. */
  readonly products: WordTable;
  /** Ministries, courts and other bodies of a state, by the word for them. */
  readonly bodies: WordTable;
  /** What a generic word may give to an acronym besides its first letter, by concept. */
  readonly letters: ReadonlyMap<string, readonly string[]>;
  readonly titles: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly patronymicEndings: readonly string[];
  /** Given name (sound key) -> number of its line: one name in several languages. */
  readonly givenNames: ReadonlyMap<string, number>;
  /** First sound key of a legal form -> its forms, longest first. */
  readonly legalForms: ReadonlyMap<string, readonly LegalForm[]>;
  /** Han, kana and Hangul words, longest first, with the role they have in a name written without spaces. */
  readonly unspaced: readonly UnspacedWord[];
  /** Folded names of countries, regions and cities. */
  readonly places: ReadonlySet<string>;
  /** Sound keys of cities, for their adjectives and romanisations. */
  readonly placeKeys: ReadonlySet<string>;
}

export interface LegalForm {
  readonly concept: string;
  readonly keys: readonly string[];
}

export interface UnspacedWord {
  readonly word: string;
  readonly role: 'legal' | 'generic' | 'place';
  readonly concept: string;
}

/** Sound keys of a folded text's words. */
export const wordKeys = (text: string): string[] => foldWords(text).map((word) => soundKey(romanize(word)));

const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

function compileLegalForms(rows: readonly Row[]): Map<string, LegalForm[]> {
  const forms = new Map<string, LegalForm[]>();
  for (const [concept, form] of rows) {
    if (concept === undefined || form === undefined) continue;
    const keys = wordKeys(form);
    const [first] = keys;
    if (first === undefined) continue;
    forms.set(first, [...(forms.get(first) ?? []), { concept, keys }]);
  }
  for (const list of forms.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  return forms;
}

function compileUnspaced(legal: readonly Row[], generic: readonly Row[], countries: readonly string[]): UnspacedWord[] {
  const words: UnspacedWord[] = [];
  for (const [concept = '', form = ''] of legal)
    if (UNSPACED.test(form)) words.push({ word: form, role: 'legal', concept });
  for (const [concept = '', list = ''] of generic)
    for (const word of list.split(' ')) if (UNSPACED.test(word)) words.push({ word, role: 'generic', concept });
  for (const word of countries)
    if (UNSPACED.test(word) && word.length > 1) words.push({ word, role: 'place', concept: word });
  return words.sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));
}

function compileLetters(rows: readonly Row[]): Map<string, string[]> {
  return new Map(
    rows.map(([concept = '', words = '', letters = '']) => {
      const cyrillic = words.split(' ').filter((word) => /^\p{Script=Cyrillic}/u.test(word));
      const initials = cyrillic.map((word) => romanize(foldText(word)).slice(0, 1));
      return [concept, [...new Set([...initials, letters])].filter((text) => text !== '')];
    }),
  );
}

function compileGivenNames(rows: readonly Row[]): Map<string, number> {
  const names = new Map<string, number>();
  rows.forEach(([variants = ''], line) => {
    for (const variant of variants.split(' ')) {
      const key = soundKey(romanize(foldText(variant)));
      if (!names.has(key)) names.set(key, line);
    }
  });
  return names;
}

const firstFields = (rows: readonly Row[]): string[] => rows.flatMap(([field]) => (field ? [foldText(field)] : []));

/** Smaller towns bear too many names that companies bear as well. */
const LARGE = 100_000;

/** Words that companies bear as often as bodies of a state do. */
const NO_BODY: ReadonlySet<string> = new Set(['filler', 'state', 'military', 'army', 'navy', 'airforce']);

const cityNames = (lexicons: Lexicons): string[] =>
  lexicons.cities.filter((city) => city.population >= LARGE).map((city) => foldText(city.name));

function countryNames({ lists, countries }: Lexicons): string[] {
  const named = [...(lists['names/countries'] ?? []), ...(lists['names/regions'] ?? [])];
  return [...Object.keys(countries), ...named.flatMap(([, names = '']) => names.split(';').map((name) => name.trim()))];
}

/** Folded names of countries, regions and larger cities. */
export const placeNames = (lexicons: Lexicons): Set<string> =>
  new Set([...countryNames(lexicons).map(foldText), ...cityNames(lexicons)]);

function compile(lexicons: Lexicons): NameLexicon {
  const list = (name: string) => lexicons.lists[`names/${name}`] ?? [];
  return {
    generic: new WordTable(list('generic-words')),
    products: new WordTable(list('product-words')),
    bodies: new WordTable(list('body-words').filter(([kind = '']) => !NO_BODY.has(kind))),
    letters: compileLetters(list('generic-words')),
    titles: new Set(firstFields(list('titles'))),
    particles: new Set(firstFields(list('particles'))),
    patronymicEndings: firstFields(list('patronymics')),
    givenNames: compileGivenNames(list('given-names')),
    legalForms: compileLegalForms(list('legal-forms')),
    unspaced: compileUnspaced(list('legal-forms'), list('generic-words'), countryNames(lexicons)),
    places: placeNames(lexicons),
    placeKeys: new Set(cityNames(lexicons).flatMap((city) => (city.length > 3 ? [soundKey(romanize(city))] : []))),
  };
}

const compiled = new WeakMap<Lexicons, NameLexicon>();

/** The compiled word lists of `lexicons`; compiled once per object. */
export function nameLexicon(lexicons: Lexicons): NameLexicon {
  const known = compiled.get(lexicons);
  if (known) return known;
  const made = compile(lexicons);
  compiled.set(lexicons, made);
  return made;
}
