import { findRun, type Initials } from './first-letters.ts';
import type { Alignment, Edge, NamePair, WeighedWord } from './name-pair.ts';

const SHORTEST = 3;
const SCORE = 0.85;

/** Adds edges for words left over that are the first letters of a run of words left over on the other side: "PIJ" and "Palestine Islamic Jihad". */
export function addAcronyms(
  { edges, leftOver, rightOver }: Alignment,
  { left, right }: NamePair,
  initials: readonly Initials[],
): Alignment {
  // Two letters say nothing by themselves.
  const isTold = edges.some(({ weight, left: [at = 0] }) => weight >= 0.5 && left[at]?.role === 'name');
  const shortest = isTold ? 2 : SHORTEST;
  const found: Edge[] = [];
  const lefts = new Set(leftOver);
  const rights = new Set(rightOver);
  for (const at of leftOver) {
    const run = findRun(left[at], right, { free: rights, initials, shortest });
    if (run === null) continue;
    found.push({ left: [at], right: run, score: SCORE, feature: 'acronym', weight: weigh(left[at], run, right) });
    lefts.delete(at);
    for (const used of run) rights.delete(used);
  }
  for (const at of rightOver) {
    if (!rights.has(at)) continue;
    const run = findRun(right[at], left, { free: lefts, initials, shortest });
    if (run === null) continue;
    found.push({ left: run, right: [at], score: SCORE, feature: 'acronym', weight: weigh(right[at], run, left) });
    rights.delete(at);
    for (const used of run) lefts.delete(used);
  }
  if (found.length === 0) return { edges, leftOver, rightOver };
  return { edges: [...edges, ...found], leftOver: [...lefts], rightOver: [...rights] };
}

const weigh = (word: WeighedWord | undefined, run: readonly number[], words: readonly WeighedWord[]): number =>
  ((word?.weight ?? 0) + run.reduce((sum, at) => sum + (words[at]?.weight ?? 0), 0)) / 2;
