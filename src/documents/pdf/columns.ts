import type { Fragment } from './fragments.ts';
import { type Row, toRows } from './rows.ts';

/** Columns of prose: each this many lines at least, this many characters a line, and lines that mostly fill it. */
const MIN_LINES = 3;
const MIN_CHARACTERS = 14;
const FILLED = 0.75;
const FILLED_LINES = 0.55;
/** A gutter is as wide as this share of the height of a line, at least. */
const GUTTER = 0.7;
/** Share of lines that may run across a gutter: headings, captions, footnotes. */
const CROSSING = 0.34;
/** So few lines a side are columns where the sentences run on from line to line. */
const FEW_LINES = 2;
/** Columns within columns within columns. */
const MAX_DEPTH = 5;
/** The breadth of the page is looked at in this many steps. */
const STEPS = 1_000;

/** The characters of a fragment as text. */
export type TextOf = (fragment: Fragment) => string;

/**
 * The fragments of a page in reading order. Where a gutter parts columns of prose, one column follows the other and
 * lines that span both keep their height among them; everything else, tables above all, is read row by row.
 */
export function orderFragments(fragments: readonly Fragment[], textOf: TextOf): Row[] {
  const rows: Row[] = [];
  let region = 0;
  const emit = (part: readonly Fragment[]): void => {
    if (part.length > 0) rows.push(...toRows(part, region++));
  };
  const visit = (part: readonly Fragment[], depth: number): void => {
    const gutter = depth < MAX_DEPTH ? findGutter(part, textOf) : null;
    if (gutter === null) {
      emit(part);
      return;
    }
    const isCrossing = ({ left, right }: Fragment): boolean => left < gutter && right > gutter;
    for (const band of toBands(part, isCrossing)) {
      if (band.crossing) {
        emit(band.fragments);
        continue;
      }
      const leftSide = band.fragments.filter(({ right }) => right <= gutter);
      const rightSide = band.fragments.filter(({ left }) => left >= gutter);
      const isRtl = part.filter((fragment) => fragment.isRtl).length * 2 > part.length;
      for (const side of isRtl ? [rightSide, leftSide] : [leftSide, rightSide]) visit(side, depth + 1);
    }
  };
  visit(fragments, 0);
  return rows;
}

/** From top to bottom: stretches of columns, and between them the fragments that run across the gutter. */
function toBands(fragments: readonly Fragment[], isCrossing: (fragment: Fragment) => boolean) {
  const bands: { readonly crossing: boolean; readonly fragments: Fragment[] }[] = [];
  const middle = ({ top, bottom }: Fragment): number => (top + bottom) / 2;
  for (const fragment of [...fragments].sort((a, b) => middle(a) - middle(b))) {
    const crossing = isCrossing(fragment);
    const last = bands.at(-1);
    if (last && last.crossing === crossing) last.fragments.push(fragment);
    else bands.push({ crossing, fragments: [fragment] });
  }
  return bands;
}

/** Where a gutter between columns of prose stands, or `null`. */
function findGutter(fragments: readonly Fragment[], textOf: TextOf): number | null {
  if (fragments.length < 2 * FEW_LINES) return null;
  const left = Math.min(...fragments.map((fragment) => fragment.left));
  const right = Math.max(...fragments.map((fragment) => fragment.right));
  const step = (right - left) / STEPS;
  if (!(step > 0) || !Number.isFinite(step)) return null;
  const heights = fragments.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  const height = heights[Math.floor(heights.length / 2)] ?? 0;
  const gaps = findGaps(countCover(fragments, left, step), {
    most: Math.floor(fragments.length * CROSSING * 0.5),
    narrowest: (GUTTER * height) / step,
  });
  for (const gap of gaps.slice(0, 8)) {
    const at = left + (gap.start + gap.end) * 0.5 * step;
    if (partsColumns(fragments, at, textOf)) return at;
  }
  return null;
}

/** How many fragments cover each step of the breadth. */
function countCover(fragments: readonly Fragment[], left: number, step: number): Int32Array {
  const changes = new Int32Array(STEPS + 2);
  for (const fragment of fragments) {
    const from = Math.max(0, Math.min(STEPS, Math.floor((fragment.left - left) / step)));
    const to = Math.max(from, Math.min(STEPS, Math.ceil((fragment.right - left) / step)));
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to] = (changes[to] ?? 0) - 1;
  }
  for (let i = 1; i < changes.length; i++) changes[i] = (changes[i] ?? 0) + (changes[i - 1] ?? 0);
  return changes;
}

interface Gap {
  readonly start: number;
  readonly end: number;
  readonly crossings: number;
}

/** Stretches that at most `most` fragments cover, the least covered and widest first. */
function findGaps(
  cover: Int32Array,
  { most, narrowest }: { readonly most: number; readonly narrowest: number },
): Gap[] {
  const gaps: Gap[] = [];
  for (let level = 0; level <= most; level = level === 0 ? 1 : level * 2) {
    let start = -1;
    for (let i = 1; i < STEPS; i++) {
      if ((cover[i] ?? 0) <= level) {
        if (start < 0) start = i;
        continue;
      }
      if (start > 1 && i - start >= narrowest) gaps.push({ start, end: i, crossings: level });
      start = -1;
    }
  }
  return gaps.sort((a, b) => a.crossings - b.crossings || b.end - b.start - (a.end - a.start));
}

function partsColumns(fragments: readonly Fragment[], gutter: number, textOf: TextOf): boolean {
  const crossing = fragments.filter(({ left, right }) => left < gutter && right > gutter).length;
  if (crossing > fragments.length * CROSSING) return false;
  const leftSide = fragments.filter(({ right }) => right <= gutter);
  const rightSide = fragments.filter(({ left }) => left >= gutter);
  if (!overlapsInHeight(leftSide, rightSide)) return false;
  if (isProse(leftSide, textOf) && isProse(rightSide, textOf)) return true;
  return crossing === 0 && runOn(leftSide, rightSide, textOf);
}

/** Columns stand beside each other, not one above the other. */
function overlapsInHeight(a: readonly Fragment[], b: readonly Fragment[]): boolean {
  const topOf = (side: readonly Fragment[]): number => Math.min(...side.map(({ top }) => top));
  const bottomOf = (side: readonly Fragment[]): number => Math.max(...side.map(({ bottom }) => bottom));
  const shared = Math.min(bottomOf(a), bottomOf(b)) - Math.max(topOf(a), topOf(b));
  return shared > 0.4 * Math.min(bottomOf(a) - topOf(a), bottomOf(b) - topOf(b));
}

/**
 * Lines that are as long as their column lets them be, as running text has them; the cells of a table seldom are.
 * A side that holds further columns is prose when those are.
 */
function isProse(side: readonly Fragment[], textOf: TextOf): boolean {
  const rows = toRows(side, 0);
  if (rows.length < MIN_LINES) return false;
  const whole = rows.filter(({ fragments }) => fragments.length === 1).length;
  if (whole * 2 <= rows.length) return findGutter(side, textOf) !== null;
  const width = Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ left }) => left));
  const filled = rows.filter(({ fragments }) => {
    const written = fragments.reduce((sum, { left, right }) => sum + right - left, 0);
    const characters = fragments.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    return written >= FILLED * width && characters >= MIN_CHARACTERS;
  }).length;
  return filled >= MIN_LINES && filled >= FILLED_LINES * rows.length;
}

/**
 * Whether sentences run on from line to line on both sides, or on one where each side was drawn in one go: two short columns.
 * The lines of a row of a table do not go on in the next.
 */
function runOn(left: readonly Fragment[], right: readonly Fragment[], textOf: TextOf): boolean {
  const sides = [left, right].map((side) => [...side].sort((a, b) => a.top - b.top));
  if (sides.some((side) => side.length < FEW_LINES)) return false;
  const running = sides.filter((side) => goesOn(side.map(textOf))).length;
  return running === 2 || (running === 1 && isDrawnApart(left, right));
}

/** At least half of the lines, each as long as a line of text, go on in small letters where the one before has not ended its sentence. */
function goesOn(lines: readonly string[]): boolean {
  if (lines.slice(0, -1).some((line) => line.length < MIN_CHARACTERS)) return false;
  const joints = lines.slice(1).filter((line, i) => /^\p{Ll}/u.test(line) && !/[.!?:;]\s*$/u.test(lines[i] ?? ''));
  return joints.length * 2 >= lines.length - 1 && joints.length > 0;
}

function isDrawnApart(a: readonly Fragment[], b: readonly Fragment[]): boolean {
  const first = (side: readonly Fragment[]): number => Math.min(...side.map((fragment) => fragment.first));
  const last = (side: readonly Fragment[]): number => Math.max(...side.map((fragment) => fragment.last));
  return last(a) < first(b) || last(b) < first(a);
}
