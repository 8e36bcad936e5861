import { type NamePart, ROLE_WEIGHTS } from '../../names/index.ts';
import type { NameIndex } from '../index/name-index.ts';
import type { Neighbours } from './neighbours.ts';

/** Scratch space of one matcher, so that a query allocates nothing of the size of the list. */
export interface Scratch {
  readonly gain: Float32Array;
  readonly seenAt: Int32Array;
  readonly touched: Int32Array;
  stamp: number;
}

export const scratchFor = (names: number): Scratch => ({
  gain: new Float32Array(names),
  seenAt: new Int32Array(names),
  touched: new Int32Array(names),
  stamp: 0,
});

/** A word of the query with its neighbours and what it may bring. */
export interface Seeker {
  readonly weight: number;
  readonly neighbours: Neighbours;
}

const MOST_POSTINGS = 60_000;
const MOST_CANDIDATES = 20;
/** How much a word of the list that the query lacks counts against a candidate before it is looked at closely. */
const MISSING = 0.25;

/** Numbers of the names that share most with the query by weight, best first. */
export function findCandidates(
  seekers: readonly Seeker[],
  { index, scratch, reading }: { readonly index: NameIndex; readonly scratch: Scratch; readonly reading: number },
): number[] {
  const { tokens, names } = index;
  let count = 0;
  let budget = MOST_POSTINGS;
  for (const { weight, neighbours } of [...seekers].sort((a, b) => b.weight - a.weight)) {
    if (weight === 0) continue;
    scratch.stamp += 1;
    for (const { token, score } of neighbours.list) {
      const end = tokens.postingStart[token + 1] ?? 0;
      const start = tokens.postingStart[token] ?? 0;
      // Words that thousands bear find nobody when rarer ones have found somebody.
      if (end - start > budget && count > 0) continue;
      budget -= end - start;
      const gain = score * weight;
      for (let at = start; at < end; at++) {
        const name = tokens.postings[at] ?? 0;
        if (names.reading[name] !== reading || scratch.seenAt[name] === scratch.stamp) continue;
        if (scratch.gain[name] === 0) {
          scratch.touched[count] = name;
          count += 1;
        }
        scratch.seenAt[name] = scratch.stamp;
        scratch.gain[name] = (scratch.gain[name] ?? 0) + gain;
      }
    }
  }
  return best(scratch, count, index);
}

function best(scratch: Scratch, count: number, { names }: NameIndex): number[] {
  const found: { name: number; rank: number }[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at++) {
    const name = scratch.touched[at] ?? 0;
    const gain = scratch.gain[name] ?? 0;
    scratch.gain[name] = 0;
    const rank = gain - MISSING * Math.max(0, (names.weight[name] ?? 0) - gain);
    if (rank <= floor) continue;
    found.push({ name, rank });
    if (found.length >= 4 * MOST_CANDIDATES) floor = shrink(found);
  }
  shrink(found);
  return found.map(({ name }) => name);
}

function shrink(found: { name: number; rank: number }[]): number {
  found.sort((a, b) => b.rank - a.rank);
  found.length = Math.min(found.length, MOST_CANDIDATES);
  return found.length < MOST_CANDIDATES ? Number.NEGATIVE_INFINITY : (found.at(-1)?.rank ?? Number.NEGATIVE_INFINITY);
}

/** Weight of a word of the query by what it does in the name and how rare its nearest word of the list is. */
export function seekerFor(part: NamePart, neighbours: Neighbours, index: NameIndex): Seeker {
  const [nearest] = neighbours.list;
  const rarity = nearest && nearest.score >= 0.8 ? (index.tokens.weight[nearest.token] ?? 1) : 1;
  return { weight: rarity * ROLE_WEIGHTS[part.role], neighbours };
}
