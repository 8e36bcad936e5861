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

interface MutableArea {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Open {
  readonly first: number;
  last: number;
  readonly direction: Direction;
  rtl: number;
  letters: number;
  readonly area: MutableArea;
  readonly previous: MutableArea;
  previousCode: number;
}

/** Cuts the characters of a page into fragments, in the order PDFium has them. White space belongs to none of its ends. */
export function findFragments(characters: Characters, angleOf: AngleOf): Fragment[] {
  const { codes, count } = characters;
  const fragments: Fragment[] = [];
  // One box for all characters: an object for each would take longer than everything else here.
  const box: MutableArea = { left: 0, top: 0, right: 0, bottom: 0 };
  let open: Open | null = null;
  let isBroken = false;
  for (let i = 0; i < count; i++) {
    const code = codes[i] ?? 0;
    if (code === RETURN || code === LINE_FEED) {
      isBroken = true;
      continue;
    }
    if (code === SPACE) continue;
    if (!putBox(box, characters, { index: i, direction: open?.direction ?? 'right' })) {
      // What has no place stays with what it follows.
      if (open) open.last = i;
      continue;
    }
    const isKept = open !== null && goesOn(open, box, { code, isBroken }) && !isTurned(open, box, () => angleOf(i));
    if (open && isKept) extend(open, box, { code, index: i });
    else {
      if (open) fragments.push(toFragment(open));
      open = begin(characters, { index: i, code, direction: directionOf(angleOf(i)) });
    }
    // After a hyphen at its end PDFium leaves the line break out.
    isBroken = code === HYPHEN;
  }
  if (open) fragments.push(toFragment(open));
  return fragments;
}

/** Puts where a character stands, seen from `direction`, into `box`; `false` when it stands nowhere. */
function putBox(
  box: MutableArea,
  { boxes }: Characters,
  { index, direction }: { readonly index: number; readonly direction: Direction },
): boolean {
  const at = index * 4;
  const left = boxes[at] ?? Number.NaN;
  if (Number.isNaN(left)) return false;
  box.left = left;
  box.top = boxes[at + 1] ?? 0;
  box.right = boxes[at + 2] ?? 0;
  box.bottom = boxes[at + 3] ?? 0;
  if (direction !== 'right' && direction !== 'slanted') Object.assign(box, toFrame(box, direction));
  return true;
}

function begin(
  characters: Characters,
  { index, code, direction }: { readonly index: number; readonly code: number; readonly direction: Direction },
): Open {
  const area = { left: 0, top: 0, right: 0, bottom: 0 };
  putBox(area, characters, { index, direction });
  return {
    first: index,
    last: index,
    direction,
    rtl: isRightToLeft(code) ? 1 : 0,
    letters: 1,
    area,
    previous: { ...area },
    previousCode: code,
  };
}

function toFragment({ first, last, direction, area, rtl, letters }: Open): Fragment {
  return { ...area, first, last, direction, isRtl: rtl * 2 > letters };
}

function extend(
  open: Open,
  box: Readonly<MutableArea>,
  { code, index }: { readonly code: number; readonly index: number },
): void {
  const { area, previous } = open;
  open.last = index;
  open.letters += 1;
  if (isRightToLeft(code)) open.rtl += 1;
  open.previousCode = code;
  previous.left = box.left;
  previous.top = box.top;
  previous.right = box.right;
  previous.bottom = box.bottom;
  if (box.left < area.left) area.left = box.left;
  if (box.top < area.top) area.top = box.top;
  if (box.right > area.right) area.right = box.right;
  if (box.bottom > area.bottom) area.bottom = box.bottom;
}

/** Whether a character runs another way than its fragment. Asking takes time; what is as high as the one before runs its way. */
function isTurned({ direction, previous }: Open, box: Readonly<MutableArea>, angle: () => number): boolean {
  const height = previous.bottom - previous.top;
  return Math.abs(box.bottom - box.top - height) > 0.02 * height && directionOf(angle()) !== direction;
}

/** How far back along its line a character may reach: pairs of letters are set closer, accents are set over what is there. */
const SET_BACK = 0.5;

/**
 * Whether a character stands on the fragment's line, close enough to belong to it. Goes by where it stands: the engine's
 * line ends are wrong on pages whose direction it mistakes.
 */
function goesOn(
  { direction, area, previous, previousCode }: Open,
  box: Readonly<MutableArea>,
  { code, isBroken }: { readonly code: number; readonly isBroken: boolean },
): boolean {
  if (direction === 'slanted') return !isBroken;
  const height = Math.max(box.bottom - box.top, 0.1);
  const lineHeight = area.bottom - area.top;
  const shared = Math.min(area.bottom, box.bottom) - Math.max(area.top, box.top);
  // What is raised or lowered still reaches into its line; what stands wholly above or below it is another line.
  if (shared <= (isBroken ? 0.6 : 0.25) * Math.min(lineHeight, height)) return false;
  const gap = Math.max(box.left - previous.right, previous.left - box.right);
  const isNear = gap <= COLUMN_GAP * Math.max(height, lineHeight);
  // The engine turns lines that hold writing from right to left over; such a line is put in order as a whole.
  if (isRightToLeft(code) || isRightToLeft(previousCode)) return isNear && gap > -SET_BACK * lineHeight;
  if (isBroken && box.left < area.right - SET_BACK * lineHeight) return false;
  return isNear && box.left >= previous.left - SET_BACK * lineHeight && box.right >= previous.left;
}
