import type { TextBox } from '../../model/index.ts';
import type { Hiding } from './hiding.ts';

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
