import type { Reason } from '../../model/index.ts';
import { type ComparableName, readComparable } from '../parts/comparable-name.ts';
import type { ListedNameReading, NamePart } from '../parts/part.ts';
import type { PartLexicon } from '../parts/part-lexicon.ts';
import { rememberFor } from '../remember.ts';
import { comparePair } from './compare-pair.ts';
import type { WeighedWord } from './name-pair.ts';

import type { Objection } from './objections.ts';
import { ROLE_WEIGHTS } from './role-weights.ts';
import { wordLikeness } from './word-likeness.ts';

/** How alike two names are, and the words that only one of them has. */
export interface NameComparison {
  /** 0..1 */
  readonly score: number;
  /** What speaks against one name, whatever else they share; `explain` repeats them. */
  readonly objections: readonly Objection[];
  readonly onlyLeft: readonly NamePart[];
  readonly onlyRight: readonly NamePart[];
  /** A reason for every objection, every pair of words and every word without counterpart (`unmatched`). */
  readonly explain: () => Reason[];
}

/** Compares names with one another; it remembers which words it found alike, so use one for all names of a case. */
export interface NameComparer {
  readonly read: (text: string, reading: ListedNameReading) => ComparableName;
  /** The order of words does not matter, nor, but for odd cases of many words left over, the order of the two names. Names read differently are not alike. */
  readonly compare: (left: ComparableName, right: ComparableName) => NameComparison;
}

export function createNameComparer(lexicon: PartLexicon): NameComparer {
  const likeness = wordLikeness(lexicon);
  const wordsOf = rememberFor(({ parts }: ComparableName) => parts.map(weighed));
  return {
    read: (text, reading) => readComparable(text, reading, lexicon),
    compare: (left, right) => {
      if (left.reading !== right.reading || left.parts.length === 0 || right.parts.length === 0)
        return { ...NOT_ALIKE, onlyLeft: left.parts, onlyRight: right.parts };
      const pair = {
        reading: left.reading,
        left: wordsOf(left),
        right: wordsOf(right),
        arePeers: true,
        likenesses: {
          ofWords: (i: number, j: number) => likeness.ofWords(left.parts[i], right.parts[j]),
          ofLeftTogether: (i: number, j: number) => likeness.ofTogether(left.joined[i], right.parts[j]),
          ofRightTogether: (i: number, j: number) => likeness.ofTogether(left.parts[i], right.joined[j]),
        },
      };
      const { score, objections, alignment, explain } = comparePair(pair, lexicon);
      const { leftOver, rightOver } = alignment;
      return { score, objections, explain, onlyLeft: at(left.parts, leftOver), onlyRight: at(right.parts, rightOver) };
    },
  };
}

const NOT_ALIKE = { score: 0, objections: [], explain: () => [] };

const weighed = (part: NamePart): WeighedWord => ({ ...part, weight: ROLE_WEIGHTS[part.role] });

const at = (parts: readonly NamePart[], positions: readonly number[]): NamePart[] =>
  positions.flatMap((position) => parts[position] ?? []);
