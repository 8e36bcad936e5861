import type { Fragment } from './fragments.ts';

/** Fragments side by side on one line, left to right, or right to left where that is the direction of the writing. */
export interface Row {
  readonly fragments: readonly Fragment[];
  /** Number of the stretch of the page that the row stands in: a column, or what spans the columns. */
  readonly region: number;
}

interface OpenRow {
  readonly fragments: Fragment[];
  top: number;
  bottom: number;
}

/** Rows looked back at: what stands beside a line is not far above it in order of height. */
const LOOK_BACK = 4;

/** Puts fragments that stand beside each other into rows, from top to bottom; what lies on top of something begins a row of its own. */
export function toRows(fragments: readonly Fragment[], region: number): Row[] {
  const order = new Map(fragments.map((fragment, i) => [fragment, i]));
  const sorted = [...fragments].sort(
    (a, b) => a.top + a.bottom - (b.top + b.bottom) || (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
  const rows: OpenRow[] = [];
  for (const fragment of sorted) {
    const row = rows.slice(-LOOK_BACK).findLast((candidate) => standsBeside(candidate, fragment));
    if (row) {
      row.fragments.push(fragment);
    } else rows.push({ fragments: [fragment], top: fragment.top, bottom: fragment.bottom });
  }
  return rows.map((row) => ({ region, fragments: inReadingOrder(row.fragments) }));
}

function standsBeside(row: OpenRow, { left, top, right, bottom }: Fragment): boolean {
  const shared = Math.min(row.bottom, bottom) - Math.max(row.top, top);
  const lower = Math.min(row.bottom - row.top, bottom - top);
  if (shared <= 0.6 * lower) return false;
  const slack = 0.2 * (bottom - top);
  return row.fragments.every((other) => left >= other.right - slack || right <= other.left + slack);
}

function inReadingOrder(fragments: readonly Fragment[]): Fragment[] {
  const isRtl = fragments.filter((fragment) => fragment.isRtl).length * 2 > fragments.length;
  return [...fragments].sort((a, b) => (isRtl ? b.right - a.right : a.left - b.left));
}
