import type { NamePart } from '../parts/part.ts';
import type { PartLexicon } from '../parts/part-lexicon.ts';
import { rememberFor } from '../remember.ts';
import { compareParts, type PartLikeness } from './compare-parts.ts';
import { areOtherNames } from './other-names.ts';

/** Words written together that are less alike are two words. */
export const LEAST_TOGETHER = 0.84;

type Word = NamePart | null | undefined;

/** Likeness of two words of names, `null` when they are not alike; the same words come again and again in a case, so it is remembered. */
export interface WordLikeness {
  readonly ofWords: (left: Word, right: Word) => PartLikeness | null;
  /** The same where one is two words written together. */
  readonly ofTogether: (left: Word, right: Word) => PartLikeness | null;
}

const MOST = 2_000_000;
/** No word is so much longer, in letters, than what it is alike to; vowels that a script leaves out included. */
const MOST_LONGER = 5;

export function wordLikeness(lexicon: PartLexicon): WordLikeness {
  const numbers = new Map<string, number>();
  const numberOf = rememberFor((part: NamePart) => {
    const id = `${part.text} ${part.latin} ${part.sounds} ${part.otherSounds ?? ''} ${part.concept ?? ''} ${part.isLookAlike} ${part.role === 'legal'}`;
    const known = numbers.get(id) ?? numbers.size;
    numbers.set(id, known);
    return known;
  });
  const known = new Map<number, PartLikeness | null>();
  const ofWords = (left: Word, right: Word): PartLikeness | null => {
    if (!left || !right) return null;
    const key = numberOf(left) * 2 ** 26 + numberOf(right);
    const old = known.get(key);
    if (old !== undefined) return old;
    if (known.size >= MOST) known.clear();
    const found = compareWords(left, right, lexicon);
    known.set(key, found);
    return found;
  };
  const ofTogether = (left: Word, right: Word): PartLikeness | null => {
    if (!left || !right || Math.abs(left.latin.length - right.latin.length) > MOST_LONGER) return null;
    const found = ofWords(left, right);
    return found !== null && found.score >= LEAST_TOGETHER ? found : null;
  };
  return { ofWords, ofTogether };
}

function compareWords(left: NamePart, right: NamePart, lexicon: PartLexicon): PartLikeness | null {
  if (left.role === 'legal' || right.role === 'legal') return null;
  const [own, other] = [left, right].map(({ latin }) => lexicon.variants.get(latin) ?? []);
  const shareName = own?.some((line) => other?.includes(line)) ?? false;
  const differ = !shareName && areOtherNames(left.latin, right.latin, lexicon);
  const likeness = compareParts(left, right, { shareName, differ });
  return likeness.feature === 'different' ? null : likeness;
}
