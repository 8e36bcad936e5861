import type { TextBox } from '../../model/index.ts';
import type { Characters } from './characters.ts';
import { COLUMN_GAP, type Fragment } from './fragments.ts';
import type { Hiding } from './hiding.ts';
import type { Row } from './rows.ts';
import { emOf, spell } from './spelling.ts';
import { writeCharacters } from './written.ts';

/** A stretch of a line that those who look at the page do not see. Offsets count in the line's text. */
export interface HiddenStretch {
  readonly start: number;
  readonly end: number;
  readonly how: Hiding;
}

/** One line of a page. Measures are points, seen with the page turned so that the line runs to the right. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font, also where the glyphs are lower. */
  readonly height: number;
  /** Lines of one column share a number. */
  readonly region: number;
  /** Boxes on the page as shown; offsets count in the line's text. */
  readonly boxes: readonly TextBox[];
  readonly hidden: readonly HiddenStretch[];
}

/** How each character is hidden, `NOT_HIDDEN` for what shows; `null` where the whole page shows. */
export type HidingOf = readonly Hiding[] | null;

/** The text of a row: cells parted by a tab, pieces of one line by a space unless they touch. */
export function toLine({ fragments, region }: Row, characters: Characters, hiding: HidingOf): Line {
  const boxes: TextBox[] = [];
  const hidden: HiddenStretch[] = [];
  let text = '';
  let previous: Fragment | null = null;
  for (const fragment of fragments) {
    text += previous ? seamBetween(previous, fragment) : '';
    const written = writeCharacters(spell(fragment, characters), fragment, { characters, hiding });
    for (const box of written.boxes) boxes.push({ ...box, start: box.start + text.length, end: box.end + text.length });
    for (const { start, end, how } of written.hidden)
      hidden.push({ start: start + text.length, end: end + text.length, how });
    text += written.text;
    previous = fragment;
  }
  const left = Math.min(...fragments.map((fragment) => fragment.left));
  const top = Math.min(...fragments.map((fragment) => fragment.top));
  const right = Math.max(...fragments.map((fragment) => fragment.right));
  const height = Math.max(...fragments.map((fragment) => fragment.bottom - fragment.top));
  return { text, x: left, y: top, width: right - left, height, region, boxes, hidden };
}

/** Pieces of one word stand no further apart than this share of an em. */
const TOUCHING = 0.06;

function seamBetween(previous: Fragment, next: Fragment): string {
  const gap = Math.max(next.left - previous.right, previous.left - next.right);
  if (gap > COLUMN_GAP * (next.bottom - next.top)) return '\t';
  const touches = Math.abs(gap) <= TOUCHING * emOf(next) && previous.direction === next.direction;
  return touches && next.direction !== 'slanted' ? '' : ' ';
}
