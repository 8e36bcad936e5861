import type { TextBox } from '../../model/index.ts';
import { hundredths } from '../../text/index.ts';
import { type Area, type Direction, fromFrame, opposite } from './frame.ts';

/** What the boxes of a stretch share: where its writing runs to and how high its line is. */
export interface Course extends Area {
  readonly direction: Direction;
}

/** Tenths of a point, so that rounding never adds up along a line. */
const tenths = (points: number): number => Math.round(points * 10);

/** Where a character begins and ends along its line, by the place of its box among all boxes. */
export const boundsOf = (direction: Direction) => {
  const from = direction === 'up' || direction === 'down' ? 1 : 0;
  const isTurned = direction === 'up' || direction === 'left';
  return (boxes: Float32Array, at: number): readonly [begin: number, end: number] => {
    const low = boxes[at + from] ?? 0;
    const high = boxes[at + from + 2] ?? 0;
    return isTurned ? [-high, -low] : [low, high];
  };
};

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

/** Gathers where the characters of one stretch stand into boxes, a further one wherever the course changes. */
export function createEdges(fragment: Course) {
  const { direction } = fragment;
  const boxes: TextBox[] = [];
  let run: Run | null = null;
  let at = 0;
  const flush = (): void => {
    if (run) boxes.push(toBox(run, fragment));
    run = null;
  };
  const bounds = boundsOf(direction);
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

function toBox(run: Run, fragment: Course): TextBox {
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
