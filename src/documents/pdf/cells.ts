import type { Fragment } from './fragments.ts';
import type { Area } from './frame.ts';

/** What stands in one cell of a table, line under line; most cells, and all that is in no table, have one line. */
export interface PageCell extends Area {
  readonly fragments: readonly Fragment[];
}

/** A cell of more lines is prose, unless it is narrower than this many times its lines are high. */
const MOST_LINES = 4;
const MOST_NARROW_LINES = 12;
const NARROW = 9;
/** Lines of one cell are set tight: no more room between them than this share of their height. */
const TIGHT = 0.35;

/**
 * Puts the lines of one cell together. Nothing in a PDF says that two lines are one cell: they were drawn one after the other,
 * one tight under the other, and a cell of a single line stands beside them. Where every cell has as many lines as the next,
 * they are rows.
 */
export function findCells(fragments: readonly Fragment[]): PageCell[] {
  const stacks = findStacks(fragments).map(toCell);
  const single = stacks.filter((stack) => stack.fragments.length === 1);
  return stacks.flatMap((stack) => {
    const lines = stack.fragments.length;
    if (lines === 1) return [stack];
    const most =
      stack.right - stack.left < (NARROW * (stack.bottom - stack.top)) / lines ? MOST_NARROW_LINES : MOST_LINES;
    const isCell = lines <= most && single.some((other) => standsWithin(other, stack));
    return isCell ? [stack] : stack.fragments.map((fragment) => toCell([fragment]));
  });
}

/** Runs of fragments that were drawn one after the other, each under the one before. */
function findStacks(fragments: readonly Fragment[]): Fragment[][] {
  const stacks: Fragment[][] = [];
  for (const fragment of fragments) {
    const open = stacks.at(-1);
    const above = open?.at(-1);
    if (open && above && isUnder(fragment, above)) open.push(fragment);
    else stacks.push([fragment]);
  }
  return stacks;
}

function isUnder(below: Fragment, above: Fragment): boolean {
  // What is written from right to left comes in pieces, which lie under others by chance.
  if (above.isRtl || below.isRtl) return false;
  const height = Math.min(above.bottom - above.top, below.bottom - below.top);
  const gap = below.top - above.bottom;
  if (gap < -0.5 * height || gap > TIGHT * height) return false;
  return Math.min(above.right, below.right) > Math.max(above.left, below.left);
}

/** Whether a single line stands to the left or right of a stack, no higher and no lower than it reaches. */
function standsWithin(line: PageCell, stack: PageCell): boolean {
  const slack = 0.3 * (line.bottom - line.top);
  const isBeside = line.right <= stack.left + slack || line.left >= stack.right - slack;
  return isBeside && line.top >= stack.top - slack && line.bottom <= stack.bottom + slack;
}

function toCell(fragments: readonly Fragment[]): PageCell {
  return {
    fragments,
    left: Math.min(...fragments.map(({ left }) => left)),
    top: Math.min(...fragments.map(({ top }) => top)),
    right: Math.max(...fragments.map(({ right }) => right)),
    bottom: Math.max(...fragments.map(({ bottom }) => bottom)),
  };
}
