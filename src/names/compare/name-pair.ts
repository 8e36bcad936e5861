import type { ListedNameReading, NamePart } from '../parts/part.ts';
import type { PartLikeness } from './compare-parts.ts';

/** A word of a name under comparison, with what it weighs there. */
export interface WeighedWord extends Pick<NamePart, 'text' | 'latin' | 'sounds' | 'role' | 'concept' | 'isAbjad'> {
  /** 0..1: what the word does in the name, times how rare it is. */
  readonly weight: number;
}

/** How words of the two names are alike, by their positions; `null` where they are not. */
export interface Likenesses {
  readonly ofWords: (left: number, right: number) => PartLikeness | null;
  /** Word `left` and the next, written together, with word `right`. */
  readonly ofLeftTogether: (left: number, right: number) => PartLikeness | null;
  /** Word `left` with word `right` and the next, written together. */
  readonly ofRightTogether: (left: number, right: number) => PartLikeness | null;
}

/** Two names read the same way. */
export interface NamePair {
  readonly reading: ListedNameReading;
  readonly left: readonly WeighedWord[];
  readonly right: readonly WeighedWord[];
  readonly likenesses: Likenesses;
  /** Neither is a query to a list, where names are fuller than what is asked: a word more costs the same on both sides. */
  readonly arePeers: boolean;
}

/** Words of the left name that stand for words of the right one, by their positions. */
export interface Edge {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** 0..1 */
  readonly score: number;
  readonly feature: string;
  readonly weight: number;
}

/** Which words stand for which, and the positions of those that have no counterpart. */
export interface Alignment {
  readonly edges: readonly Edge[];
  readonly leftOver: readonly number[];
  readonly rightOver: readonly number[];
}
