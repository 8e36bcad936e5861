import { foldWords } from '../fold.ts';
import { soundKey } from '../sound-key.ts';
import { spellingDistance } from '../sounds/spelling-distance.ts';

/** The long words of legal forms, for names in which they are misspelled or run together with their neighbours. */
export interface LegalWords {
  /** The word meant by a misspelled one, or `null`. */
  readonly meantBy: (word: string) => string | null;
  /** A word cut where a word of a legal form begins or ends in it ("companyrassvet"); the word alone when there is none. */
  readonly cut: (word: string) => readonly string[];
  /** Whether it is a long word of a legal form. */
  readonly has: (word: string) => boolean;
  /** Whether a long word of a legal form begins with it and goes on. */
  readonly begins: (word: string) => boolean;
  /** Short words of legal forms of several words that this one may be, misspelled ("jont stock company"). */
  readonly shortMeantBy: (word: string) => readonly string[];
}

const EXACT = 4;

/** Key of a romanised word of a legal form. Short ones are held to their letters: "NPP" is not "NP", nor "DOO" a word of two letters. */
export const legalKey = (latin: string): string => (latin.length <= EXACT ? latin : soundKey(latin));

const SHORTEST = 6;
/** A slip in a shorter word makes another word. */
const SHORTEST_MENDED = 7;
/** Short words, mended between others of their form only. */
const [SHORTEST_SHORT, LONGEST_SHORT] = [4, 5];
const LEAST_REST = 3;
/** Abbreviations that no word ends in. */
const ABBREVIATION = /^[bcdfghjklmnpqrstvwxz]{3,4}$/;

const withoutOne = (word: string): string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

export function compileLegalWords(forms: readonly string[]): LegalWords {
  const all = new Set(forms.flatMap((form) => foldWords(form)));
  const words = new Set([...all].filter((word) => word.length >= SHORTEST && /^[a-z]+$/.test(word)));
  const beginnings = new Set([...words].flatMap((word) => Array.from(word, (_, at) => word.slice(0, at))));
  const endings = [...all].filter((word) => ABBREVIATION.test(word));
  const near = new Map<string, string>();
  for (const word of words)
    if (word.length >= SHORTEST_MENDED) for (const form of withoutOne(word)) if (!near.has(form)) near.set(form, word);
  const short = new Set(
    forms.flatMap((form) => {
      const own = foldWords(form);
      const isShort = (word: string): boolean =>
        word.length >= SHORTEST_SHORT && word.length <= LONGEST_SHORT && /^[a-z]+$/.test(word);
      return own.length > 1 ? own.filter(isShort) : [];
    }),
  );
  const nearShort = new Map<string, string[]>();
  for (const word of short)
    for (const form of new Set(withoutOne(word))) {
      const known = nearShort.get(form);
      if (known) known.push(word);
      else nearShort.set(form, [word]);
    }
  return {
    meantBy: (word) => (words.has(word) ? null : meantBy(word, near)),
    has: (word) => words.has(word),
    begins: (word) => beginnings.has(word),
    shortMeantBy: (word) => (short.has(word) ? [] : shortMeantBy(word, nearShort)),
    cut: (word) => (words.has(word) ? [word] : cut(word, words, endings)),
  };
}

/** Words that are this one when each leaves out a letter at most: one letter more, less or another, or two changed places. */
function shortMeantBy(word: string, near: ReadonlyMap<string, readonly string[]>): string[] {
  if (word.length < SHORTEST_SHORT - 1 || word.length > LONGEST_SHORT + 1 || !/^[a-z]+$/.test(word)) return [];
  const meant = new Set(withoutOne(word).flatMap((form) => near.get(form) ?? []));
  return [...meant].filter((other) => spellingDistance(word, other) <= 1.25);
}

function meantBy(word: string, near: ReadonlyMap<string, string>): string | null {
  if (word.length < SHORTEST - 1 || !/^[a-z]+$/.test(word)) return null;
  for (const form of withoutOne(word)) {
    const meant = near.get(form);
    if (meant !== undefined && spellingDistance(word, meant) <= 1) return meant;
  }
  return null;
}

function cut(word: string, words: ReadonlySet<string>, endings: readonly string[]): readonly string[] {
  const ending = endings.find((candidate) => word.endsWith(candidate) && word.length > candidate.length + LEAST_REST);
  if (ending !== undefined) return [word.slice(0, -ending.length), ending];
  if (word.length < SHORTEST + LEAST_REST) return [word];
  for (let at = LEAST_REST; at <= word.length - LEAST_REST; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (words.has(head) || words.has(tail)) return [head, tail];
  }
  return [word];
}
