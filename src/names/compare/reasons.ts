import type { Reason } from '../../model/index.ts';
import type { Alignment, NamePair, WeighedWord } from './name-pair.ts';

/** Token by token: each pair of words with its likeness, then words that only one side has (`missing` from the query, `extra` in it; `unmatched` between peers). Titles and particles left over are no reason. */
export function namedReasons({ edges, leftOver, rightOver }: Alignment, { left, right, arePeers }: NamePair): Reason[] {
  return [
    ...edges.map((edge) => ({
      feature: edge.feature,
      score: rounded(edge.score),
      left: textAt(left, edge.left),
      right: textAt(right, edge.right),
    })),
    ...rightOver
      .filter((at) => isTelling(right[at]))
      .map((at) => ({ feature: arePeers ? 'unmatched' : 'missing', score: 0, left: '', right: textAt(right, [at]) })),
    ...leftOver
      .filter((at) => isTelling(left[at]))
      .map((at) => ({ feature: arePeers ? 'unmatched' : 'extra', score: 0, left: textAt(left, [at]), right: '' })),
  ];
}

/** The words at `positions`, with spaces. */
export const textAt = (words: readonly WeighedWord[], positions: readonly number[]): string =>
  positions.map((at) => words[at]?.text ?? '').join(' ');

const isTelling = (word: WeighedWord | undefined): boolean =>
  word !== undefined && word.role !== 'particle' && word.role !== 'title' && word.role !== 'legal';

const rounded = (score: number): number => Math.round(score * 1000) / 1000;
