import type { Lexicons, Predicate, Row } from '../model/index.ts';

/** The part an argument plays in the fact a claim is about, e.g. who supplies, who receives, what is handed over. */
export type Slot = string;

/** Slots that make a fact: an `optional` one must be filled in both claims or in neither, an `unnamed` one with what no text names. */
export interface FactKey {
  readonly slots: readonly { readonly slot: Slot; readonly optional: boolean; readonly unnamed: boolean }[];
  /** Two claims meet under it only inside one origin. */
  readonly scoped: boolean;
}

/** How claims with one predicate are compared; a line of `data/findings/predicates.tsv`. */
export interface PredicateRule {
  readonly predicate: Predicate;
  /** One fact may be told with any predicate of its family ("supplied", "was delivered to", "received"). */
  readonly family: string;
  /** `standing` facts (ownership, seat) are common knowledge; `event`s are what reporting finds out; `voice` is who says or feels what. */
  readonly nature: 'standing' | 'event' | 'voice';
  readonly subject: Slot | null;
  readonly object: Slot | null;
  readonly theme: Slot | null;
  readonly edge: boolean;
  /** Alternatives: slots that two claims must share to be about one fact. */
  readonly keys: readonly FactKey[];
  /** Happens once: two dates of it clash. */
  readonly once: boolean;
  /** The slot that has one value given the others: who supplied these goods to this buyer. */
  readonly functional: Slot | null;
}

export interface WordLists {
  readonly predicates: ReadonlyMap<string, PredicateRule>;
  readonly agencies: ReadonlySet<string>;
  readonly reportVerbs: ReadonlySet<string>;
  readonly earlierReport: readonly string[];
  readonly publicSpeech: readonly string[];
  readonly replyOutcomes: readonly (readonly [outcome: string, wording: string])[];
  readonly standingDenial: readonly string[];
  readonly describedAs: readonly string[];
  readonly questions: readonly { readonly wording: RegExp; readonly question: string }[];
  readonly headNouns: ReadonlyMap<string, string>;
  readonly qualifiers: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, { readonly base: string; readonly factor: number }>;
  readonly upperBounds: ReadonlySet<string>;
  readonly countries: Readonly<Record<string, string>>;
}

const slot = (field: string | undefined): Slot | null => (field === undefined || field === '-' ? null : field);

const toKey = (text: string): FactKey => ({
  scoped: text.startsWith('@'),
  slots: text
    .replace('@', '')
    .split('+')
    .map((part) => ({ slot: part.replace(/[?!]/g, ''), optional: part.startsWith('?'), unnamed: part.endsWith('!') })),
});

function toRule(row: Row): PredicateRule {
  const [predicate, family, nature, subject, object, theme, edge, keys, once, functional] = row;
  return {
    predicate: predicate as Predicate, // the list is checked against PREDICATES by a test
    family: family ?? '',
    nature: nature === 'event' || nature === 'voice' ? nature : 'standing',
    subject: slot(subject),
    object: slot(object),
    theme: slot(theme),
    edge: edge === 'edge',
    keys: keys === undefined || keys === '-' ? [] : keys.split('|').map(toKey),
    once: once === 'once',
    functional: slot(functional),
  };
}

const compiled = new WeakMap<Lexicons, WordLists>();

/** The word lists of this fold, compiled once for each set of lexicons. */
export function wordListsOf(lexicons: Lexicons): WordLists {
  const known = compiled.get(lexicons);
  if (known) return known;
  const rows = (name: string): readonly Row[] => lexicons.lists[`findings/${name}`] ?? [];
  const words = (name: string): string[] => rows(name).map(([word]) => (word ?? '').toLowerCase());
  const lists: WordLists = {
    predicates: new Map(rows('predicates').map((row) => [row[0] ?? '', toRule(row)])),
    agencies: new Set(words('agencies')),
    reportVerbs: new Set(words('report-verbs')),
    earlierReport: words('earlier-report'),
    publicSpeech: words('public-speech'),
    replyOutcomes: rows('reply-outcomes').map(([outcome, wording]) => [outcome ?? '', (wording ?? '').toLowerCase()]),
    standingDenial: words('standing-denial'),
    describedAs: words('described-as'),
    questions: rows('question-wording').map(([wording, question]) => ({
      wording: new RegExp(wording ?? '', 'iu'),
      question: question ?? '',
    })),
    headNouns: new Map(rows('head-nouns').map(([noun, kind]) => [(noun ?? '').toLowerCase(), kind ?? ''])),
    qualifiers: new Set(words('qualifiers')),
    units: new Map(
      rows('units').map(([unit, base, factor]) => [unit ?? '', { base: base ?? '', factor: Number(factor) }]),
    ),
    upperBounds: new Set(words('upper-bounds')),
    countries: lexicons.countries,
  };
  compiled.set(lexicons, lists);
  return lists;
}

/** Whether `text` holds one of `wordings` (lower-cased) as whole words; Han wordings match anywhere. */
export function holdsWording(text: string, wordings: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return wordings.some((wording) => {
    for (let at = lower.indexOf(wording); at >= 0; at = lower.indexOf(wording, at + 1)) {
      if (/\p{Script=Han}/u.test(wording)) return true;
      if (!isLetter(lower[at - 1]) && !isLetter(lower[at + wording.length])) return true;
    }
    return false;
  });
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character);
