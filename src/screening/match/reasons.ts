import type { Reason } from '../../model/index.ts';
import type { Alignment, ListedPart } from './align.ts';
import type { QueryName } from './query.ts';

/** Token by token: each pair of words with its likeness, then words that only one side has. Titles and particles left over are no reason. */
export function namedReasons(
  { edges, leftOver, rightOver }: Alignment,
  query: QueryName,
  listed: readonly ListedPart[],
): Reason[] {
  const left = (positions: readonly number[]) => positions.map((at) => query.parts[at]?.text ?? '').join(' ');
  const right = (positions: readonly number[]) => positions.map((at) => listed[at]?.latin ?? '').join(' ');
  const isTelling = (role: string | undefined) => role !== 'particle' && role !== 'title' && role !== 'legal';
  return [
    ...edges.map((edge) => ({
      feature: edge.feature,
      score: rounded(edge.score),
      left: left(edge.left),
      right: right(edge.right),
    })),
    ...rightOver
      .filter((at) => isTelling(listed[at]?.role))
      .map((at) => ({ feature: 'missing', score: 0, left: '', right: right([at]) })),
    ...leftOver
      .filter((at) => isTelling(query.parts[at]?.role))
      .map((at) => ({ feature: 'extra', score: 0, left: left([at]), right: '' })),
  ];
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000;
