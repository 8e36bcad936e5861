import { type Characters, LINE_FEED, RETURN, SOFT_HYPHEN, SPACE } from './characters.ts';
import { boundsOf } from './edges.ts';
import type { Fragment } from './fragments.ts';

/** Letters further apart than this share of an em belong to two words. */
const WORD_GAP = 0.06;
/** An em is about as many times the breadth of a letter, and no more than the line is high. */
const LETTERS_IN_EM = 2.2;
/** Where more than this share of the letters stand apart, by no more than that many em, the word is spaced out. */
const SPACED_OUT = 0.4;
const WIDEST_SPACING = 0.35;
/** In a word that is spaced out, this many times the room between its letters parts it from the next. */
const WIDER = 1.5;
const FEW_LETTERS = 4;
/** Dots that lead the eye to a page number are spaced out and no word. */
const LEADER = 0x2e;

/** Stands for the space between two words in a spelling. */
export const GAP = -1;

export const isWhite = (code: number | undefined): boolean => code === SPACE || code === LINE_FEED || code === RETURN;

/** About the size of the font: the boxes of some fonts are far higher than their letters. */
export const emOf = ({ top, bottom, left, right, first, last }: Fragment): number =>
  Math.min(bottom - top, (LETTERS_IN_EM * (right - left)) / (last - first + 1));

/**
 * The characters of a fragment one after the other, `GAP` between words. The engine makes up spaces and line ends where
 * it mistakes the direction of a page, so a space it made up counts only where the letters stand apart.
 * Soft hyphens that take no room are left out.
 */
export function spell(fragment: Fragment, characters: Characters): number[] {
  const { codes, boxes } = characters;
  const spelling: number[] = [];
  const gaps: number[] = [];
  const between: number[] = [];
  let previous = -1;
  let white = -1;
  for (let i = fragment.first; i <= fragment.last; i++) {
    const code = codes[i];
    if (isWhite(code)) {
      if (white < 0) white = i;
      continue;
    }
    const isPlaced = !Number.isNaN(boxes[i * 4]);
    if (code === SOFT_HYPHEN && !(breadthOf(boxes, i * 4) > 0)) continue;
    if (white >= 0 && previous >= 0) {
      spelling.push(GAP);
      const room = roomBetween(characters, { fragment, previous, white, next: i });
      gaps.push(room);
      if (code !== LEADER) between.push(room);
    }
    white = -1;
    spelling.push(i);
    if (isPlaced) previous = i;
  }
  if (gaps.length === 0) return spelling;
  const least = leastGap(between, { letters: spelling.length - gaps.length, em: emOf(fragment) });
  let n = 0;
  return spelling.filter((i) => i !== GAP || (gaps[n++] ?? 0) > least);
}

const breadthOf = (boxes: Float32Array, at: number): number =>
  Math.min((boxes[at + 2] ?? 0) - (boxes[at] ?? 0), (boxes[at + 3] ?? 0) - (boxes[at + 1] ?? 0));

interface Joint {
  readonly fragment: Fragment;
  readonly previous: number;
  /** First of the spaces between `previous` and `next`. */
  readonly white: number;
  readonly next: number;
}

/** Room between two letters in points; without end where the page draws a space there or nobody knows. */
function roomBetween({ boxes, codes, spaceAt }: Characters, { fragment, previous, white, next }: Joint): number {
  const { direction } = fragment;
  if (direction === 'slanted' || Number.isNaN(boxes[next * 4])) return Number.POSITIVE_INFINITY;
  const bounds = boundsOf(direction);
  const [beginBefore, endBefore] = bounds(boxes, previous * 4);
  const [begin, end] = bounds(boxes, next * 4);
  const room = Math.max(begin - endBefore, beginBefore - end);
  if (room > WIDEST_SPACING * emOf(fragment)) return Number.POSITIVE_INFINITY;
  for (let i = white; i < next; i++) if (codes[i] === SPACE && spaceAt(i) !== null) return Number.POSITIVE_INFINITY;
  return room;
}

/** Room that parts two words: more where the letters of a word are spaced out themselves. */
function leastGap(gaps: readonly number[], { letters, em }: { readonly letters: number; readonly em: number }): number {
  const narrow = gaps.filter((gap) => gap < Number.POSITIVE_INFINITY && gap > WORD_GAP * em).sort((a, b) => a - b);
  const isSpacedOut = letters >= FEW_LETTERS && narrow.length > SPACED_OUT * letters;
  return isSpacedOut ? WIDER * (narrow[narrow.length >> 1] ?? 0) : WORD_GAP * em;
}

/** The words of a fragment, each a fragment of its own. */
export function splitWords(fragment: Fragment, characters: Characters): Fragment[] {
  const { boxes } = characters;
  const words: Fragment[] = [];
  let open: { first: number; last: number; left: number; right: number } | null = null;
  const close = (): void => {
    if (open) words.push({ ...fragment, ...open });
    open = null;
  };
  for (const i of spell(fragment, characters)) {
    if (i === GAP) {
      close();
      continue;
    }
    const [left, right] = [boxes[i * 4] ?? Number.NaN, boxes[i * 4 + 2] ?? Number.NaN];
    if (!open) open = { first: i, last: i, left: fragment.right, right: fragment.left };
    open.last = i;
    if (Number.isNaN(left)) continue;
    open.left = Math.min(open.left, left);
    open.right = Math.max(open.right, right);
  }
  close();
  return words;
}
