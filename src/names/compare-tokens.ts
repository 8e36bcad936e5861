import { distance } from 'fastest-levenshtein';
import type { NameToken } from './name.ts';

/** How alike two words are, and in what way; `feature` is the name a reason carries. */
export interface Likeness {
  readonly score: number;
  readonly feature:
    | 'equal'
    | 'same-word'
    | 'romanised'
    | 'sounds-alike'
    | 'spelled-alike'
    | 'given-name'
    | 'adjective'
    | 'initial'
    | 'consonants-alike'
    | 'different';
}

const DIFFERENT: Likeness = { score: 0, feature: 'different' };

/** Likeness of two name words, 0..1. Numbers are alike only when equal; one letter of difference counts less in a long word. */
export function compareTokens(left: NameToken, right: NameToken, givenNames: ReadonlyMap<string, number>): Likeness {
  if (left.form === right.form) return { score: 1, feature: 'equal' };
  if (left.role === 'number' || right.role === 'number') return DIFFERENT;
  if (left.role === 'initial' || right.role === 'initial') return compareInitial(left, right);
  if (left.concept !== null && left.concept === right.concept) return { score: 0.95, feature: 'same-word' };
  if (left.latin === right.latin) return { score: 0.98, feature: 'romanised' };
  if (/\d/.test(left.latin) || /\d/.test(right.latin)) return DIFFERENT;
  if (left.key === right.key && left.key.length >= 3) return { score: 0.95, feature: 'sounds-alike' };
  const line = givenNames.get(left.key);
  if (line !== undefined && line === givenNames.get(right.key)) return { score: 0.9, feature: 'given-name' };
  if (isAdjectiveOf(left.key, right.key) || isAdjectiveOf(right.key, left.key))
    return { score: 0.9, feature: 'adjective' };
  return compareSpelling(left.key, right.key);
}

const ADJECTIVE = /^(.{3,}?)(?:in|en|ov|ev|an)?sk(?:i|ai|aia|oi|oe|oie|oo|ogo|oi|ie)$/;
const stem = (key: string): string => key.replace(/[aeiou]+$/, '');

/** A Slavic adjective made from the other word: "Mirgorodskiy" of "Mirgorod". */
function isAdjectiveOf(adjective: string, noun: string): boolean {
  const made = ADJECTIVE.exec(adjective)?.[1];
  return made !== undefined && noun.length > 3 && stem(made) === stem(noun);
}

function compareInitial(left: NameToken, right: NameToken): Likeness {
  const [initial, word] = left.role === 'initial' ? [left, right] : [right, left];
  const alike = word.latin.startsWith(initial.latin) || word.key.startsWith(initial.key);
  return alike ? { score: 0.9, feature: 'initial' } : DIFFERENT;
}

function compareSpelling(left: string, right: string): Likeness {
  const longest = Math.max(left.length, right.length);
  const shortest = Math.min(left.length, right.length);
  if (shortest < 4) return DIFFERENT;
  const edits = distance(left, right);
  const allowed = longest <= 6 ? 1 : longest <= 9 ? 2 : 3;
  if (edits <= allowed) {
    // The first letter is seldom misspelled; a different one is more likely another name.
    const first = left[0] === right[0] ? 1 : 0.75;
    const score = 1 - (0.75 * edits) / Math.max(5, shortest) - 0.1 * (edits - 1);
    return { score: first * score, feature: 'spelled-alike' };
  }
  const sounds = consonants(left);
  return sounds.length >= 3 && sounds === consonants(right) ? { score: 0.7, feature: 'consonants-alike' } : DIFFERENT;
}

// Scripts that leave vowels out are romanised with whatever vowels the clerk heard.
const consonants = (key: string): string => key.slice(0, 1) + key.slice(1).replace(/[aeiou]/g, '');
