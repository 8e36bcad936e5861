import { wordKeys } from '../parts/keys.ts';
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
  const variantsOf = ({ latin }: NamePart): readonly number[] => lexicon.variants.get(latin) ?? [];
  const numbers = new Map<string, number>();
  const keys: ReadonlySet<number>[] = [];
  const numberOf = rememberFor((part: NamePart) => {
    const { text, latin, sounds, otherSounds, concept, isLookAlike, role } = part;
    const id = `${text} ${latin} ${sounds} ${otherSounds ?? ''} ${concept ?? ''} ${isLookAlike} ${role === 'legal'}`;
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, keys.length);
    // Legal forms are compared by their meaning, elsewhere.
    keys.push(new Set(role === 'legal' ? [] : wordKeys(part, variantsOf(part))));
    return keys.length - 1;
  });
  const shareKey = (left: number, right: number): boolean => {
    const [own, other] = [keys[left], keys[right]];
    if (own && other) for (const key of own) if (other.has(key)) return true;
    return false;
  };
  /** By the number of the left word, then of the right one. */
  const known: Map<number, PartLikeness | null>[] = [];
  let size = 0;
  const ofWords = (left: Word, right: Word): PartLikeness | null => {
    if (!left || !right) return null;
    const [one, other] = [numberOf(left), numberOf(right)];
    const old = known[one]?.get(other);
    if (old !== undefined) return old;
    if (size >= MOST) [known.length, size] = [0, 0];
    const found = shareKey(one, other) ? compareWords(left, right, { lexicon, variantsOf }) : null;
    known[one] = (known[one] ?? new Map()).set(other, found);
    size += 1;
    return found;
  };
  const ofTogether = (left: Word, right: Word): PartLikeness | null => {
    if (!left || !right || Math.abs(left.latin.length - right.latin.length) > MOST_LONGER) return null;
    const found = ofWords(left, right);
    return found !== null && found.score >= LEAST_TOGETHER ? found : null;
  };
  return { ofWords, ofTogether };
}

interface Words {
  readonly lexicon: PartLexicon;
  readonly variantsOf: (part: NamePart) => readonly number[];
}

function compareWords(left: NamePart, right: NamePart, { lexicon, variantsOf }: Words): PartLikeness | null {
  const shareName = variantsOf(left).some((line) => variantsOf(right).includes(line));
  const differ = !shareName && areOtherNames(left.latin, right.latin, lexicon);
  const likeness = compareParts(left, right, { shareName, differ });
  return likeness.feature === 'different' ? null : likeness;
}
