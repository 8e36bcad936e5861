import type { Alignment, NamePair, WeighedWord } from './name-pair.ts';

const SHORTEST = 2;
const LONGEST = 7;

/**
 * Leaves out words left over that repeat a word of their own side ("Vega Holding of Vega"), or abbreviate its words
 * ("Ozersk Design Bureau ODB"): they say nothing that was not said.
 */
export function dropEchoes(alignment: Alignment, { left, right }: NamePair): Alignment {
  const { edges, leftOver, rightOver } = alignment;
  if (leftOver.length + rightOver.length === 0) return alignment;
  const [paired, pairedRight] = [new Set<number>(), new Set<number>()];
  for (const edge of edges) {
    for (const at of edge.left) paired.add(at);
    for (const at of edge.right) pairedRight.add(at);
  }
  return {
    edges,
    leftOver: leftOver.filter((at) => !isEcho(left, at, paired)),
    rightOver: rightOver.filter((at) => !isEcho(right, at, pairedRight)),
  };
}

function isEcho(words: readonly WeighedWord[], at: number, paired: ReadonlySet<number>): boolean {
  const word = words[at];
  if (!word || word.role === 'number' || word.role === 'legal') return false;
  if (words.some(({ latin }, other) => paired.has(other) && latin === word.latin)) return true;
  return word.role === 'name' && abbreviates(word.latin, words, at);
}

/** Whether a word is the first letters of three or more words beside it, articles left out or not. */
function abbreviates(latin: string, words: readonly WeighedWord[], own: number): boolean {
  if (latin.length <= SHORTEST || latin.length > LONGEST) return false;
  const letters = words.filter(({ role }, at) => at !== own && role !== 'particle').map((word) => word.latin.charAt(0));
  return letters.join('').includes(latin);
}
