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
  /** May happen again between the same parties: amount, day, goods and paper tell two of them apart. */
  readonly again: boolean;
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
  readonly letterClosings: readonly string[];
  readonly replyTitles: readonly string[];
  /** Words for who speaks for another, by their stems, and the small words that may stand before the name. */
  readonly spokenFor: { readonly stems: readonly string[]; readonly small: ReadonlySet<string> };
  readonly partyGroups: readonly (readonly [wording: string, size: number])[];
  readonly describedAs: readonly string[];
  readonly questions: readonly { readonly wording: RegExp; readonly question: string }[];
  readonly headNouns: ReadonlyMap<string, string>;
  readonly qualifiers: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, { readonly base: string; readonly factor: number }>;
  readonly upperBounds: ReadonlySet<string>;
  /** "Invoice No. 17/3", the number as its first group; global. */
  readonly paperNumber: RegExp;
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
    again: once === 'again',
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
    letterClosings: words('letter-closings'),
    replyTitles: words('reply-titles'),
    spokenFor: {
      stems: rows('spoken-for').flatMap(([kind, word]) => (kind === 'stem' ? [(word ?? '').toLowerCase()] : [])),
      small: new Set(rows('spoken-for').flatMap(([kind, word]) => (kind === 'small' ? [word ?? ''] : []))),
    },
    partyGroups: rows('party-groups').map(([wording, size]) => [wording ?? '', Number(size)]),
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
    paperNumber: paperNumberOf(words('paper-words')),
    countries: lexicons.countries,
  };
  compiled.set(lexicons, lists);
  return lists;
}

/** A number holds a digit and stands after "no.", "№", "#" and the like, or right behind its word when a hyphen or stroke shows it. */
const paperNumberOf = (papers: readonly string[]): RegExp => {
  const word = `(?<![\\p{L}\\p{N}])(?:${papers.join('|')})(?:[а-яёіїє]{0,3}|s)`;
  const sign = '[ .:]{0,2}(?:no|nr|nº|n°|№|#|number|nummer|num|номер|号|编号)[ .:№#]{0,3}';
  const shown = '[ :：]{1,2}(?=[\\p{L}\\p{N}]{1,12}[-/])';
  return new RegExp(
    `${word}(?:${sign}|${shown})((?=[\\p{L}./-]{0,12}\\p{N})[\\p{L}\\p{N}][\\p{L}\\p{N}./-]{1,24})`,
    'giu',
  );
};

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
