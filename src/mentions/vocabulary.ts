import { type Lexicons, MENTION_TYPES, type MentionType, type Row } from '../model/index.ts';
import { sentenceRules } from '../text/index.ts';

/** One known place: how many people live there (0 for countries and regions) and its country. */
export interface KnownPlace {
  readonly kind: 'country' | 'region' | 'city';
  readonly country: string;
  readonly population: number;
}

/** The word lists of this stage, compiled once for a `Lexicons`. All keys are lower case unless said otherwise. */
export interface Vocabulary {
  readonly heads: ReadonlyMap<string, { readonly type: MentionType; readonly weight: number }>;
  /** Nouns beside a name (`drone` -> `weapon`), several words joined by one space. */
  readonly classNouns: ReadonlyMap<string, string>;
  /** Widely known names as written. */
  readonly knownNames: ReadonlyMap<string, MentionType>;
  readonly givenNames: ReadonlySet<string>;
  readonly chineseSurnames: ReadonlySet<string>;
  readonly surnameEndings: ReadonlyMap<string, number>;
  readonly titles: ReadonlySet<string>;
  readonly commonWords: ReadonlySet<string>;
  readonly germanWords: ReadonlySet<string>;
  readonly calendar: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
  readonly afterNames: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Legal forms, lower case, without full stops, words joined by one space. */
  readonly legalForms: ReadonlySet<string>;
  /** Legal forms that close a name, see `data/mentions/closing-forms.tsv`. */
  readonly closingForms: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, KnownPlace>;
  readonly capitals: ReadonlySet<string>;
  /** Case endings of place names by language. */
  readonly endings: ReadonlyMap<string, readonly string[]>;
  /** Labels of the fields of forms, letters and tables, without the stop or sign at their end. */
  readonly labels: ReadonlySet<string>;
  /** Small words by the part they play around names, see `data/mentions/small-words.tsv`. */
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isDemonym: (lower: string) => boolean;
  /** First word of a known name or place -> the most words such a name has, so that a longest match is looked for only where one can begin. */
  readonly firstWords: ReadonlyMap<string, number>;
}

const compiled = new WeakMap<Lexicons, Map<string, Vocabulary>>();

/** The vocabulary for a document in `language` (ISO 639-1): only its own words open sentences ("Los" does in Spanish, not in English). */
export function vocabularyOf(lexicons: Lexicons, language: string): Vocabulary {
  const byLanguage = compiled.get(lexicons) ?? new Map<string, Vocabulary>();
  compiled.set(lexicons, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const shared = byLanguage.get('') ?? compile(lexicons);
  byLanguage.set('', shared);
  const vocabulary = { ...shared, starters: sentenceRules(lexicons, language).starters };
  byLanguage.set(language, vocabulary);
  return vocabulary;
}

const TYPES: ReadonlySet<string> = new Set(MENTION_TYPES);
const isType = (type: string | undefined): type is MentionType => type !== undefined && TYPES.has(type);

function compile(lexicons: Lexicons): Vocabulary {
  const rows = (name: string): readonly Row[] => lexicons.lists[name] ?? [];
  const words = (name: string): Set<string> => new Set(rows(name).map((row) => row[0] ?? ''));
  const knownNames = new Map<string, MentionType>();
  for (const [, country = '-', names = ''] of rows('names/bodies')) {
    for (const name of names.split(';'))
      if (name.trim()) knownNames.set(name.trim(), country === '-' ? 'Organization' : 'PublicBody');
  }
  for (const [name = '', type] of rows('mentions/known-names')) if (isType(type)) knownNames.set(name, type);
  const places = placesOf(lexicons);
  const legalForms = new Set(rows('names/legal-forms').map((row) => bareForm(row[1] ?? '')));
  const firstWords = new Map<string, number>();
  for (const name of [...knownNames.keys(), ...places.keys()]) {
    const first = firstWordOf(name);
    firstWords.set(first, Math.max(firstWords.get(first) ?? 0, name.split(/[ .'’&/-]+/).length + 1));
  }
  return {
    heads: new Map(
      rows('mentions/heads').flatMap(([word = '', type, weight]) =>
        isType(type) ? [[word, { type, weight: Number(weight ?? 0) }]] : [],
      ),
    ),
    classNouns: new Map(rows('mentions/class-nouns').map(([noun = '', kind = '']) => [noun, kind])),
    knownNames,
    givenNames: new Set([
      ...words('mentions/given-names'),
      ...rows('names/given-names').flatMap((row) => (row[0] ?? '').split(' ')),
    ]),
    chineseSurnames: words('mentions/chinese-surnames'),
    surnameEndings: new Map(
      rows('mentions/surname-endings').map(([ending = '', weight]) => [ending, Number(weight ?? 0)]),
    ),
    titles: words('mentions/titles'),
    commonWords: words('mentions/common-words'),
    germanWords: words('mentions/common-words-german'),
    calendar: words('mentions/calendar'),
    starters: words('text/sentence-starters'),
    afterNames: words('mentions/after-names'),
    particles: words('mentions/name-particles'),
    legalForms,
    closingForms: new Map(rows('mentions/closing-forms').map(([form = '', kind = '']) => [form, kind])),
    places,
    capitals: capitalsOf(lexicons, places),
    endings: endingsOf(rows('mentions/endings')),
    labels: words('mentions/field-labels'),
    roles: rolesOf(rows('mentions/small-words')),
    isDemonym: demonymTest(rows('names/demonyms'), words('mentions/demonyms'), places),
    firstWords,
  };
}

function rolesOf(rows: readonly Row[]): Map<string, ReadonlySet<string>> {
  const roles = new Map<string, Set<string>>();
  for (const [word = '', role = ''] of rows) roles.set(role, (roles.get(role) ?? new Set()).add(word));
  return roles;
}

/** Whether a lower-case word plays a part around names. */
export function plays(vocabulary: Vocabulary, role: string, lower: string): boolean {
  return vocabulary.roles.get(role)?.has(lower) ?? false;
}

function endingsOf(rows: readonly Row[]): Map<string, readonly string[]> {
  const endings = new Map<string, string[]>();
  for (const [ending = '', language = ''] of rows) endings.set(language, [...(endings.get(language) ?? []), ending]);
  return endings;
}

/** `Co., Ltd.` -> `co ltd`. */
export function bareForm(form: string): string {
  return form.toLowerCase().replace(/[.,]/g, '').replace(/\s+/g, ' ').trim();
}

export function firstWordOf(name: string): string {
  return (/[\p{L}\p{M}\p{N}.]+/u.exec(name)?.[0] ?? name).toLowerCase();
}

function placesOf(lexicons: Lexicons): Map<string, KnownPlace> {
  const places = new Map<string, KnownPlace>();
  // Biggest first in the list; the first of a name wins.
  for (const { name, country, population } of lexicons.cities) {
    const key = name.toLowerCase();
    if (!places.has(key)) places.set(key, { kind: 'city', country, population });
    if (key.startsWith('saint ')) places.set(`st ${key.slice(6)}`, { kind: 'city', country, population });
  }
  for (const [name = '', country = '-'] of lexicons.lists['places/regions'] ?? []) {
    places.set(name.toLowerCase(), { kind: 'region', country, population: 0 });
  }
  for (const [name, country] of Object.entries(lexicons.countries))
    places.set(name, { kind: 'country', country, population: 0 });
  for (const [country = '', names = ''] of lexicons.lists['names/countries'] ?? []) {
    for (const name of names.split(';')) {
      if (name.trim()) places.set(name.trim().toLowerCase(), { kind: 'country', country, population: 0 });
    }
  }
  return places;
}

function capitalsOf(lexicons: Lexicons, places: ReadonlyMap<string, KnownPlace>): Set<string> {
  const capitals = new Set<string>();
  for (const [, names = ''] of lexicons.lists['names/capitals'] ?? []) {
    for (const name of names.split(';')) {
      const bare = name.trim().toLowerCase();
      if (!bare.endsWith('*')) capitals.add(bare);
      else {
        // A starred stem stands for case endings; only those that are known as places count.
        const stem = bare.slice(0, -1);
        for (const ending of ['', 'а', 'е', 'у', 'ы', 'и', 'і', 'ом', 'ой', 'ою', 'ь', 'ю']) {
          if (places.has(stem + ending)) capitals.add(stem + ending);
        }
      }
    }
  }
  return capitals;
}

function demonymTest(
  rows: readonly Row[],
  own: ReadonlySet<string>,
  places: ReadonlyMap<string, KnownPlace>,
): (lower: string) => boolean {
  const exact = new Set(own);
  const stems = new Set<string>();
  for (const [, list = ''] of rows) {
    for (const word of list.split(' ')) {
      if (word.endsWith('*')) stems.add(word.slice(0, -1));
      else if (word) exact.add(word);
    }
  }
  const answers = new Map<string, boolean>();
  return (lower) => {
    const known = answers.get(lower);
    if (known !== undefined) return known;
    const place = places.get(lower);
    let is = (exact.has(lower) || (lower.endsWith('s') && exact.has(lower.slice(0, -1)))) && place?.kind !== 'country';
    for (let cut = lower.length; !is && place === undefined && cut >= Math.max(3, lower.length - 4); cut--)
      is = stems.has(lower.slice(0, cut));
    if (answers.size < 50_000) answers.set(lower, is);
    return is;
  };
}

const SUFFIXES: readonly (readonly [string, string])[] = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['ings', ''],
  ['ing', ''],
  ['ing', 'e'],
  ['ers', ''],
  ['ers', 'e'],
  ['er', ''],
  ['er', 'e'],
  ['est', ''],
  ['ed', ''],
  ['ed', 'e'],
  ['es', ''],
  ['s', ''],
  ['ly', ''],
  ['d', ''],
];

/** Whether a lower-case word is a common English (or German) word or an ordinary form of one. */
export function isCommonWord(lower: string, vocabulary: Vocabulary): boolean {
  const { commonWords, starters, germanWords, classNouns } = vocabulary;
  if (commonWords.has(lower) || starters.has(lower) || germanWords.has(lower) || classNouns.has(lower)) return true;
  for (const [suffix, instead] of SUFFIXES) {
    if (!lower.endsWith(suffix) || lower.length - suffix.length < 3) continue;
    const stem = lower.slice(0, lower.length - suffix.length) + instead;
    if (commonWords.has(stem)) return true;
    if (suffix !== 's' && stem.at(-1) === stem.at(-2) && commonWords.has(stem.slice(0, -1))) return true;
  }
  const dash = lower.indexOf('-');
  if (dash > 0)
    return isCommonWord(lower.slice(0, dash), vocabulary) && isCommonWord(lower.slice(dash + 1), vocabulary);
  return (
    /^(?:un|re|non|over|under|pre|anti|counter)/.test(lower) &&
    commonWords.has(lower.replace(/^(?:un|re|non|over|under|pre|anti|counter)/, ''))
  );
}
