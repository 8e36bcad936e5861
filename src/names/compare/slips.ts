import { spellingDistance } from '../sounds/spelling-distance.ts';
import { isOtherForm } from './compare-parts.ts';
import type { Alignment, Edge, NamePair, WeighedWord } from './name-pair.ts';

const MOST_LEFT = 5;

/**
 * Adds an edge for words left over on both sides that are a slip or two apart, where the rest of the names agrees:
 * a misspelling too far away to be believed alone. Short words, and words of Chinese and Korean names, are held to their letters.
 */
export function addSlips(alignment: Alignment, { left, right }: NamePair): Alignment {
  const { edges, leftOver, rightOver } = alignment;
  if (leftOver.length === 0 || rightOver.length === 0 || leftOver.length > MOST_LEFT) return alignment;
  if (!edges.some(({ weight }) => weight >= 0.1)) return alignment;
  const found: Edge[] = [];
  const rights = new Set(rightOver);
  const lefts = leftOver.filter((i) => {
    const word = left[i];
    const best = word ? nearest(word, rights, right) : null;
    if (!word || best === null) return true;
    rights.delete(best.at);
    const weight = (word.weight + (right[best.at]?.weight ?? 0)) / 2;
    found.push({ left: [i], right: [best.at], score: best.score, feature: 'typo', weight });
    return false;
  });
  return found.length === 0 ? alignment : { edges: [...edges, ...found], leftOver: lefts, rightOver: [...rights] };
}

function nearest(
  word: WeighedWord,
  rights: ReadonlySet<number>,
  others: readonly WeighedWord[],
): { at: number; score: number } | null {
  let best: { at: number; score: number } | null = null;
  for (const at of rights) {
    const other = others[at];
    if (!other || Math.abs(word.latin.length - other.latin.length) > 2 || !isComparable(word, other)) continue;
    const score = slipScore(word.latin, other.latin);
    if (score > (best?.score ?? 0)) best = { at, score };
  }
  return best;
}

const isComparable = (left: WeighedWord, right: WeighedWord): boolean =>
  !left.isAbjad &&
  !right.isAbjad &&
  !UNTOLD.has(left.role) &&
  !UNTOLD.has(right.role) &&
  !EAST_ASIAN.test(left.text) &&
  !EAST_ASIAN.test(right.text) &&
  !/\d/.test(left.latin) &&
  !/\d/.test(right.latin) &&
  !isOtherForm(left.sounds, right.sounds) &&
  !isOtherForm(right.sounds, left.sounds);

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}]/u;
const UNTOLD: ReadonlySet<string> = new Set(['patronymic', 'initial', 'particle', 'legal', 'title', 'number']);

function slipScore(left: string, right: string): number {
  const shortest = Math.min(left.length, right.length);
  if (shortest < 3) return 0;
  const slips = spellingDistance(left, right);
  const allowed = shortest < 4 ? 1 : shortest < 5 ? 1.25 : shortest < 7 ? 1.5 : 2.2;
  return slips > allowed ? 0 : 0.85 - (0.9 * slips) / (shortest + 1);
}
