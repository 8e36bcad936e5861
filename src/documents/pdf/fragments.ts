import { type Characters, HYPHEN, LINE_FEED, RETURN, SPACE } from './characters.ts';
import { type Area, type Direction, directionOf, toFrame } from './frame.ts';

/**
 * Characters `first` to `last` (inclusive) that run on without a gap on one line. The area is as seen with the page
 * turned until `direction` runs to the right.
 */
export interface Fragment extends Area {
  readonly first: number;
  readonly last: number;
  readonly direction: Direction;
  readonly isRtl: boolean;
}

/** A gap wider than this many font heights parts columns of a table, not words. */
export const COLUMN_GAP = 1.3;

/** The angle of a character in radians, clockwise on the page as shown; asked for once a fragment. */
export type AngleOf = (index: number) => number;

/** Hebrew, Arabic and their kin, presentation forms included. */
export const isRightToLeft = (code: number): boolean =>
  (code >= 0x590 && code <= 0x8ff) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);

interface Open {
  first: number;
  last: number;
  direction: Direction;
  rtl: number;
  letters: number;
  area: Area;
  previous: Area;
  previousCode: number;
}

/** Cuts the characters of a page into fragments, in the order PDFium has them. White space belongs to none of its ends. */
export function findFragments(characters: Characters, angleOf: AngleOf): Fragment[] {
  const { codes, boxes, count } = characters;
  const fragments: Fragment[] = [];
  let open: Open | null = null;
  let isBroken = false;
  const close = (): void => {
    if (open) {
      const { first, last, direction, area, rtl, letters } = open;
      fragments.push({ ...area, first, last, direction, isRtl: rtl * 2 > letters });
    }
    open = null;
  };
  for (let i = 0; i < count; i++) {
    const code = codes[i] ?? 0;
    if (code === RETURN || code === LINE_FEED) {
      isBroken = true;
      continue;
    }
    if (code === SPACE) continue;
    const at = i * 4;
    if (Number.isNaN(boxes[at])) {
      // What has no place stays with what it follows.
      if (open) open.last = i;
      continue;
    }
    const shown: Area = {
      left: boxes[at] ?? 0,
      top: boxes[at + 1] ?? 0,
      right: boxes[at + 2] ?? 0,
      bottom: boxes[at + 3] ?? 0,
    };
    const now: Open | null = open;
    const box: Area = now ? toFrame(shown, now.direction) : shown;
    if (now && goesOn(now, box, { code, isBroken })) {
      extend(now, box, { code, index: i });
    } else {
      close();
      const direction = directionOf(angleOf(i));
      const area = toFrame(shown, direction);
      const isRtl = isRightToLeft(code);
      open = {
        first: i,
        last: i,
        direction,
        rtl: isRtl ? 1 : 0,
        letters: 1,
        area,
        previous: area,
        previousCode: code,
      };
    }
    // After a hyphen at its end PDFium leaves the line break out.
    isBroken = code === HYPHEN;
  }
  close();
  return fragments;
}

function extend(open: Open, box: Area, { code, index }: { readonly code: number; readonly index: number }): void {
  open.last = index;
  open.letters += 1;
  if (isRightToLeft(code)) open.rtl += 1;
  open.previous = box;
  open.previousCode = code;
  const { area } = open;
  if (box.left < area.left || box.top < area.top || box.right > area.right || box.bottom > area.bottom) {
    open.area = {
      left: Math.min(area.left, box.left),
      top: Math.min(area.top, box.top),
      right: Math.max(area.right, box.right),
      bottom: Math.max(area.bottom, box.bottom),
    };
  }
}

/** Whether a character stands on the fragment's line, close enough to belong to it. */
function goesOn(
  { direction, area, previous, previousCode }: Open,
  box: Area,
  { code, isBroken }: { readonly code: number; readonly isBroken: boolean },
): boolean {
  if (direction === 'slanted') return !isBroken;
  const height = Math.max(box.bottom - box.top, 0.1);
  const shared = Math.min(previous.bottom, box.bottom) - Math.max(previous.top, box.top);
  const lower = Math.min(previous.bottom - previous.top, height);
  const gap = Math.max(box.left - previous.right, previous.left - box.right);
  if (isBroken) {
    const onLine = Math.min(area.bottom, box.bottom) - Math.max(area.top, box.top);
    const isBeside = box.left > area.right - 0.1 || (isRightToLeft(code) && box.right < area.left + 0.1);
    return isBeside && onLine > 0.6 * Math.min(area.bottom - area.top, height) && gap <= COLUMN_GAP * height;
  }
  if (shared < -0.3 * lower) return false;
  // Where the direction of writing changes, the next letter may stand at the far end of what comes.
  if (isRightToLeft(code) !== isRightToLeft(previousCode) && (isRightToLeft(code) || isRightToLeft(previousCode)))
    return true;
  return gap <= COLUMN_GAP * height;
}
