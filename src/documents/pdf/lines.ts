import type { TextBox } from '../../model/index.ts';
import { hundredths } from '../../text/index.ts';
import { type Characters, HYPHEN, LINE_FEED, RETURN, SPACE } from './characters.ts';
import { COLUMN_GAP, type Fragment } from './fragments.ts';
import { type Direction, fromFrame, opposite } from './frame.ts';
import { type Hiding, NOT_HIDDEN } from './hiding.ts';
import type { Row } from './rows.ts';

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

/** The text of a row: cells parted by a tab, pieces of one line by a space. */
export function toLine({ fragments, region }: Row, characters: Characters, hiding: HidingOf): Line {
  const boxes: TextBox[] = [];
  const hidden: HiddenStretch[] = [];
  let text = '';
  let previous: Fragment | null = null;
  for (const fragment of fragments) {
    if (previous) {
      const gap = Math.max(fragment.left - previous.right, previous.left - fragment.right);
      text += gap > COLUMN_GAP * (fragment.bottom - fragment.top) ? '\t' : ' ';
    }
    const written = writeFragment(fragment, characters, hiding);
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

interface Written {
  readonly text: string;
  readonly boxes: readonly TextBox[];
  readonly hidden: readonly HiddenStretch[];
}

function writeFragment(fragment: Fragment, characters: Characters, hiding: HidingOf): Written {
  const { codes, boxes } = characters;
  const hidden: HiddenStretch[] = [];
  const edges = createEdges(fragment);
  let text = '';
  let isSpaced = true;
  let stretch: { start: number; end: number; how: Hiding } | null = null;
  for (let i = fragment.first; i <= fragment.last; i++) {
    const code = codes[i] ?? 0;
    const isSpace = code === SPACE || code === LINE_FEED || code === RETURN;
    if (isSpace && isSpaced && code !== SPACE) continue;
    const start = text.length;
    text += isSpace ? ' ' : characterOf(code);
    isSpaced = isSpace;
    edges.add(text.length - start, boxes, isSpace ? -1 : i * 4);
    if (!hiding || isSpace) continue;
    const how = hiding[i] ?? NOT_HIDDEN;
    if (how === NOT_HIDDEN) stretch = null;
    else if (stretch && stretch.how === how) stretch.end = text.length;
    else {
      stretch = { start, end: text.length, how };
      hidden.push(stretch);
    }
  }
  return { text, boxes: edges.finish(), hidden };
}

function characterOf(code: number): string {
  if (code === HYPHEN) return '-';
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
  return code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code);
}

/** Tenths of a point, so that rounding never adds up along a line. */
const tenths = (points: number): number => Math.round(points * 10);

interface Run {
  readonly start: number;
  end: number;
  left: number;
  right: number;
  /** 1: each character to the right of the one before; -1: to the left; 0: not known yet. */
  course: number;
  /** Where each UTF-16 unit begins along the course; spaces follow the character before them. */
  readonly begins: number[];
  previousLeft: number;
  previousRight: number;
  /** Characters that share the previous one's box: one glyph for several letters. */
  shared: number;
}

/** Gathers where the characters of one fragment stand into boxes, a further one wherever the course changes. */
function createEdges(fragment: Fragment) {
  const { direction } = fragment;
  const boxes: TextBox[] = [];
  let run: Run | null = null;
  let at = 0;
  const vertical = direction === 'up' || direction === 'down';
  const flush = (): void => {
    if (run) boxes.push(toBox(run, fragment));
    run = null;
  };
  const bounds = (source: Float32Array, i: number): readonly [number, number] => {
    const [low, high] = vertical ? [source[i + 1] ?? 0, source[i + 3] ?? 0] : [source[i] ?? 0, source[i + 2] ?? 0];
    return direction === 'up' || direction === 'left' ? [-high, -low] : [low, high];
  };
  return {
    add: (units: number, source: Float32Array, i: number): void => {
      if (i < 0 || Number.isNaN(source[i])) {
        // What has no place of its own begins where the one before ends and has what room there is.
        if (run) {
          const edge = run.course < 0 ? run.previousLeft : run.previousRight;
          for (let n = 0; n < units; n++) run.begins.push(edge);
          run.end += units;
        }
        at += units;
        return;
      }
      const [left, right] = bounds(source, i);
      const slack = 0.35 * (fragment.bottom - fragment.top);
      if (run && run.course === 0 && left + 0.01 < run.previousLeft) turn(run);
      if (run && !isNext(run, left, right, slack)) flush();
      if (!run) {
        run = {
          start: at,
          end: at,
          left,
          right,
          course: 0,
          begins: [],
          previousLeft: left,
          previousRight: right,
          shared: 0,
        };
      } else if (run.course === 0 && left > run.previousLeft) run.course = 1;
      place(run, { left, right, units });
      at += units;
    },
    finish: (): readonly TextBox[] => {
      flush();
      return boxes;
    },
  };
}

/** A run of one character so far turns out to go to the left: it begins at its right edge. */
function turn(run: Run): void {
  run.course = -1;
  for (let i = 0; i < run.begins.length; i++) run.begins[i] = i === 0 ? run.right : run.left;
}

function isNext(run: Run, left: number, right: number, slack: number): boolean {
  if (run.course < 0)
    return right <= run.previousLeft + slack || (left === run.previousLeft && right === run.previousRight);
  return left >= run.previousLeft - slack && left >= run.left - 0.01;
}

function place(
  run: Run,
  { left, right, units }: { readonly left: number; readonly right: number; readonly units: number },
): void {
  const isSame = run.begins.length > 0 && left === run.previousLeft && right === run.previousRight;
  const begin = run.course < 0 ? right : Math.max(left, run.begins.at(-1) ?? left);
  run.begins.push(begin);
  // The second half of a pair has no breadth.
  for (let n = 1; n < units; n++) run.begins.push(run.course < 0 ? left : Math.max(right, begin));
  run.shared = isSame ? run.shared + units : 0;
  if (run.shared > 0) {
    const from = run.begins.length - run.shared - 1;
    const [first, last] = run.course < 0 ? [right, left] : [left, right];
    for (let n = from; n < run.begins.length; n++) {
      if (n >= 0) run.begins[n] = first + ((last - first) * (n - from)) / (run.shared + 1);
    }
  }
  run.end += units;
  run.left = Math.min(run.left, left);
  run.right = Math.max(run.right, right);
  run.previousLeft = left;
  run.previousRight = right;
}

function toBox(run: Run, fragment: Fragment): TextBox {
  const { direction, top, bottom } = fragment;
  const { left, right, start, end, begins } = run;
  const isBack = run.course < 0;
  const shown = fromFrame(direction === 'slanted' ? fragment : { left, top, right, bottom }, direction);
  const box = {
    start,
    end,
    x: hundredths(shown.left),
    y: hundredths(shown.top),
    width: hundredths(shown.right - shown.left),
    height: hundredths(shown.bottom - shown.top),
  };
  if (direction === 'slanted') return box;
  const towards: Direction = isBack ? opposite(direction) : direction;
  const advances: number[] = new Array(begins.length);
  let edge = 0;
  for (let i = 0; i < begins.length; i++) {
    const next = i + 1 < begins.length ? (begins[i + 1] ?? 0) : isBack ? left : right;
    const to = tenths(isBack ? right - next : next - left);
    advances[i] = to - edge;
    edge = to;
  }
  return towards === 'right' || towards === 'slanted' ? { ...box, advances } : { ...box, advances, towards };
}
