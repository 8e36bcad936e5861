import type { Scored } from '../../model/index.ts';
import type { ComparableName } from '../parts/comparable-name.ts';
import type { NamePart } from '../parts/part.ts';
import type { PartLexicon } from '../parts/part-lexicon.ts';
import { comparePair } from './compare-pair.ts';
import { compareParts, type PartLikeness } from './compare-parts.ts';
import type { WeighedWord } from './name-pair.ts';
import { areOtherNames } from './other-names.ts';
import { ROLE_WEIGHTS } from './role-weights.ts';

/** How alike two names are, and the words that only one of them has. */
export interface NameComparison extends Scored {
  readonly onlyLeft: readonly NamePart[];
  readonly onlyRight: readonly NamePart[];
}

const NOT_AT_ALL = { score: 0, reasons: [] };

/**
 * How alike two names are, 0..1, with a reason for every pair of words, every word without counterpart and every objection.
 * The order of words does not matter, nor does the order of the names. Names read differently are not alike.
 */
export function compareNames(left: ComparableName, right: ComparableName, lexicon: PartLexicon): NameComparison {
  if (left.reading !== right.reading || left.parts.length === 0 || right.parts.length === 0)
    return { ...NOT_AT_ALL, onlyLeft: left.parts, onlyRight: right.parts };
  const likeness = (one: NamePart | null | undefined, other: NamePart | null | undefined) =>
    one && other ? likenessOf(one, other, lexicon) : null;
  const pair = {
    reading: left.reading,
    left: left.parts.map(weighed),
    right: right.parts.map(weighed),
    arePeers: true,
    likenesses: {
      ofWords: (i: number, j: number) => likeness(left.parts[i], right.parts[j]),
      ofLeftTogether: (i: number, j: number) => together(likeness(left.joined[i], right.parts[j])),
      ofRightTogether: (i: number, j: number) => together(likeness(left.parts[i], right.joined[j])),
    },
  };
  const { score, alignment, explain } = comparePair(pair, lexicon);
  const at = (parts: readonly NamePart[], positions: readonly number[]) =>
    positions.flatMap((position) => parts[position] ?? []);
  return {
    score,
    reasons: explain(),
    onlyLeft: at(left.parts, alignment.leftOver),
    onlyRight: at(right.parts, alignment.rightOver),
  };
}

const weighed = (part: NamePart): WeighedWord => ({ ...part, weight: ROLE_WEIGHTS[part.role] });

/** Words written together that are less alike are two words. */
export const LEAST_TOGETHER = 0.84;

const together = (likeness: PartLikeness | null): PartLikeness | null =>
  likeness !== null && likeness.score >= LEAST_TOGETHER ? likeness : null;

function likenessOf(left: NamePart, right: NamePart, lexicon: PartLexicon): PartLikeness | null {
  if (left.role === 'legal' || right.role === 'legal') return null;
  const [own, other] = [left, right].map(({ latin }) => lexicon.variants.get(latin) ?? []);
  const shareName = own?.some((line) => other?.includes(line)) ?? false;
  const differ = !shareName && areOtherNames(left.latin, right.latin, lexicon);
  const likeness = compareParts(left, right, { shareName, differ });
  return likeness.feature === 'different' ? null : likeness;
}
