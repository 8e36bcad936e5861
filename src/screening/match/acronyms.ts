import type { NamePart } from '../../names/index.ts';
import type { Alignment, Edge, ListedPart } from './align.ts';
import { type Initials, lettersTaken } from './first-letters.ts';

const SHORTEST = 2;
const LONGEST = 6;
const LONGEST_OTHER = 3;
const GENERIC: ReadonlySet<string> = new Set(['generic', 'legal']);
const SCORE = 0.85;

type Word = Pick<NamePart, 'latin' | 'role' | 'concept'> & { readonly weight: number };

/** What may be an abbreviation: short words that are taken for a place ("UK") or a kind of body ("KB") too. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(['name', 'place', 'generic']);

/** Adds edges for words left over that are the first letters of a run of words left over on the other side: "PIJ" and "Palestine Islamic Jihad". */
export function addAcronyms(
  { edges, leftOver, rightOver }: Alignment,
  left: readonly Word[],
  { listed: right, initials }: { readonly listed: readonly ListedPart[]; readonly initials: Initials },
): Alignment {
  const found: Edge[] = [];
  const lefts = new Set(leftOver);
  const rights = new Set(rightOver);
  for (const at of leftOver) {
    const run = runFor(left[at], right, { free: rights, initials });
    if (run === null) continue;
    found.push({ left: [at], right: run, score: SCORE, feature: 'acronym', weight: weigh(left[at], run, right) });
    lefts.delete(at);
    for (const used of run) rights.delete(used);
  }
  for (const at of rightOver) {
    if (!rights.has(at)) continue;
    const run = runFor(right[at], left, { free: lefts, initials });
    if (run === null) continue;
    found.push({ left: run, right: [at], score: SCORE, feature: 'acronym', weight: weigh(right[at], run, left) });
    rights.delete(at);
    for (const used of run) lefts.delete(used);
  }
  if (found.length === 0) return { edges, leftOver, rightOver };
  return { edges: [...edges, ...found], leftOver: [...lefts], rightOver: [...rights] };
}

const weigh = (word: Word | undefined, run: readonly number[], words: readonly Word[]): number =>
  ((word?.weight ?? 0) + run.reduce((sum, at) => sum + (words[at]?.weight ?? 0), 0)) / 2;

function runFor(
  word: Word | undefined,
  words: readonly Word[],
  { free, initials }: { readonly free: ReadonlySet<number>; readonly initials: Initials },
): number[] | null {
  if (!word || !ABBREVIATIONS.has(word.role) || word.latin.length < SHORTEST || word.latin.length > LONGEST)
    return null;
  if (word.role !== 'name' && word.latin.length > LONGEST_OTHER) return null;
  const order = [...free].sort((a, b) => a - b);
  for (let from = 0; from < order.length; from++) {
    const run: number[] = [];
    let taken = 0;
    for (let at = from; at < order.length && taken < word.latin.length; at++) {
      const next = words[order[at] ?? 0];
      if (!next || next.role === 'particle') continue;
      const letters = lettersTaken(next, word.latin, taken, initials);
      if (letters === 0 && next.role === 'legal') continue;
      if (letters === 0) break;
      taken += letters;
      run.push(order[at] ?? 0);
    }
    if (taken === word.latin.length && isEnough(run, words)) return run;
  }
  return null;
}

/** Two letters stand for anything: they count where both words say what kind of company it is. */
const isEnough = (run: readonly number[], words: readonly Word[]): boolean =>
  run.length > 2 || (run.length === 2 && run.every((at) => GENERIC.has(words[at]?.role ?? '')));
