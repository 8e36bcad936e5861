import type { Alignment, Edge, NamePair, WeighedWord } from './name-pair.ts';

const SHORTEST = 3;
const LONGEST = 6;
const SCORE = 0.85;

/** Adds edges for words left over that are the first letters of a run of words left over on the other side: "PIJ" and "Palestine Islamic Jihad". */
export function addAcronyms({ edges, leftOver, rightOver }: Alignment, { left, right }: NamePair): Alignment {
  const found: Edge[] = [];
  const lefts = new Set(leftOver);
  const rights = new Set(rightOver);
  for (const at of leftOver) {
    const run = runFor(left[at], right, rights);
    if (run === null) continue;
    found.push({ left: [at], right: run, score: SCORE, feature: 'acronym', weight: weigh(left[at], run, right) });
    lefts.delete(at);
    for (const used of run) rights.delete(used);
  }
  for (const at of rightOver) {
    if (!rights.has(at)) continue;
    const run = runFor(right[at], left, lefts);
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

function runFor(
  word: WeighedWord | undefined,
  words: readonly WeighedWord[],
  free: ReadonlySet<number>,
): number[] | null {
  if (word?.role !== 'name' || word.latin.length < SHORTEST || word.latin.length > LONGEST) return null;
  const order = [...free].sort((a, b) => a - b);
  for (let from = 0; from + word.latin.length <= order.length; from++) {
    const run: number[] = [];
    for (let at = from; at < order.length && run.length < word.latin.length; at++) {
      const next = words[order[at] ?? 0];
      if (!next || next.role === 'particle' || next.role === 'legal') continue;
      if (next.latin[0] !== word.latin[run.length]) break;
      run.push(order[at] ?? 0);
    }
    if (run.length === word.latin.length) return run;
  }
  return null;
}
