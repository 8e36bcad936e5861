import type { Characters } from './characters.ts';
import { COLUMN_GAP, type Fragment } from './fragments.ts';
import type { Row } from './rows.ts';
import { emOf, splitWords } from './spelling.ts';

/** Room between two columns that no row writes into, in em: more than a space between words has. */
const GUTTER = 0.34;
/** And this many times more than the words of the same row. */
const LOOSE = 1.6;
/** Rows further apart than this many times their height belong to two tables. */
const APART = 4;

/** A row whose fragments stand under the columns of their table: one list a column, empty where the cell is. */
export interface TableRow extends Row {
  readonly cells?: readonly (readonly Fragment[])[];
}

/**
 * Puts the words of each table under its columns, so that a cell keeps its column beside an empty one, and columns set close
 * to each other stay two. The columns are those of the heading; between two of them runs a strip that no row writes into. A row that does write into one (a note below the table) is left as it is.
 */
export function alignTables(rows: readonly Row[], characters: Characters): readonly TableRow[] {
  return findRuns(rows, characters).flatMap((run) => alignRun(run));
}

/** A row with its words, which only rows of tables are asked for. */
interface Worded {
  readonly row: Row;
  readonly words: readonly Fragment[];
}

/** Stretches of rows that may be one table, begun by one whose cells stand wide apart; every other row is a stretch of its own. */
function findRuns(rows: readonly Row[], characters: Characters): Worded[][] {
  const runs: Worded[][] = [];
  for (const row of rows) {
    const open = runs.at(-1);
    const above = open?.at(-1);
    const isTable = isTabular(row);
    const goesOn = above !== undefined && above.words.length > 0 && isNext(above.row, row, open?.at(-2)?.row);
    const words =
      isTable || (goesOn && isUpright(row))
        ? row.fragments.flatMap((fragment) => splitWords(fragment, characters))
        : [];
    if (open && goesOn && (isTable || isLoose(words))) open.push({ row, words });
    else runs.push([{ row, words: isTable ? words : [] }]);
  }
  return runs;
}

const isUpright = ({ fragments }: Row): boolean =>
  fragments.every(({ direction, isRtl }) => direction === 'right' && !isRtl);

const isTabular = (row: Row): boolean => countCells(row.fragments) > 1 && isUpright(row);

/** A row of narrow columns: here and there its words stand further apart than the others do and than words of a sentence may. */
function isLoose(words: readonly Fragment[]): boolean {
  const sorted = [...words].sort((a, b) => a.left - b.left);
  const gaps = sorted.slice(1).map(({ left }, i) => left - (sorted[i]?.right ?? left));
  const [first] = sorted;
  return first !== undefined && Math.max(...gaps) > Math.max(GUTTER * emOf(first), LOOSE * Math.min(...gaps));
}

/** Whether a row follows as closely as rows of one table do: not far, and no further than twice as far as the row above did. */
function isNext(above: Row, below: Row, before: Row | undefined): boolean {
  const [first] = below.fragments;
  if (!first || above.region !== below.region) return false;
  const height = first.bottom - first.top;
  const room = roomBetween(above, below);
  if (room > APART * height) return false;
  return before === undefined || room < 0.8 * height || room <= 2 * roomBetween(before, above);
}

const roomBetween = (above: Row, below: Row): number =>
  Math.min(...below.fragments.map(({ top }) => top)) - Math.max(...above.fragments.map(({ bottom }) => bottom));

/** How many groups of fragments stand wide apart. */
function countCells(fragments: readonly Fragment[]): number {
  let count = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { left, right, top, bottom } of [...fragments].sort((a, b) => a.left - b.left)) {
    if (left - end > COLUMN_GAP * (bottom - top)) count += 1;
    end = Math.max(end, right);
  }
  return count;
}

function alignRun(run: readonly Worded[]): readonly TableRow[] {
  const { head, gutters } = findHeading(run);
  return run.map(({ row, words }, i) =>
    gutters.length === 0 || i < head || isCrossing(words, gutters)
      ? row
      : { ...row, cells: placeWords(words, gutters) },
  );
}

/** Whether a row writes into a strip between columns, or hardly keeps clear of it. */
function isCrossing(words: readonly Fragment[], gutters: readonly number[]): boolean {
  return gutters.some((gutter) => {
    const before = words.filter(({ left }) => left < gutter);
    const after = words.filter(({ left }) => left >= gutter);
    const [first] = before;
    if (!first) return false;
    const end = Math.max(...before.map(({ right }) => right));
    return (
      end > gutter || (after.length > 0 && Math.min(...after.map(({ left }) => left)) - end < GUTTER * emOf(first))
    );
  });
}

/** A title, addresses and an account's name may stand above the heading. */
const ABOVE_HEADING = 8;

/** The first row, or one of the next that has more cells wide apart and gives more columns. */
function findHeading(run: readonly Worded[]) {
  let best = { head: 0, cells: countCells(run[0]?.row.fragments ?? []), gutters: guttersBelow(run) };
  for (let head = 1; head <= ABOVE_HEADING && head < run.length - 1; head++) {
    const cells = countCells(run[head]?.row.fragments ?? []);
    const gutters = cells > best.cells ? guttersBelow(run.slice(head)) : [];
    if (gutters.length > best.gutters.length) best = { head, cells, gutters };
  }
  return best;
}

/** A sum below its table may run across columns: where all rows together leave few strips free, the fuller ones say more. */
function guttersBelow(run: readonly Worded[]): number[] {
  const all = findGutters(run);
  const cells = countCells(run[0]?.row.fragments ?? []);
  if (all.length >= cells - 1) return all;
  const fuller = run.filter(({ row }, i) => i === 0 || countCells(row.fragments) * 3 >= cells * 2);
  const theirs = fuller.length > 1 ? findGutters(fuller) : [];
  // With fewer columns than the heading has, cells would stand under the wrong one.
  return theirs.length >= cells - 1 ? theirs : [];
}

/** Middles of the strips between the columns of a heading (its words come first) that no row writes into. */
function findGutters([heading, ...rows]: readonly Worded[]): number[] {
  const sorted = [...(heading?.words ?? [])].sort((a, b) => a.left - b.left);
  const body = rows.map(({ words }) => words);
  const gutters: number[] = [];
  for (let i = 1; i < sorted.length; i++) {
    const [before, after] = [sorted[i - 1], sorted[i]];
    if (!before || !after || after.left <= before.right) continue;
    const gutter = widestStrip(body.flat(), { from: before, to: after });
    if (gutter !== null && gutter > (gutters.at(-1) ?? Number.NEGATIVE_INFINITY)) gutters.push(gutter);
  }
  return gutters;
}

/**
 * A strip between two words of the heading: cells may reach to the left of their heading or to the right of it, so it is
 * looked for from the beginning of the one to the end of the other.
 */
function widestStrip(
  words: readonly Fragment[],
  { from, to }: { readonly from: Fragment; readonly to: Fragment },
): number | null {
  let end = from.right;
  let best = { room: 0, middle: 0 };
  const between = words.filter(({ left, right }) => right > from.right && left < to.left);
  for (const { left, right } of [...between].sort((a, b) => a.left - b.left)) {
    if (left - end > best.room) best = { room: left - end, middle: (left + end) / 2 };
    end = Math.max(end, right);
  }
  if (to.left - end > best.room) best = { room: to.left - end, middle: (to.left + end) / 2 };
  return best.room > GUTTER * emOf(from) ? best.middle : null;
}

function placeWords(words: readonly Fragment[], gutters: readonly number[]): Fragment[][] {
  const cells: Fragment[][] = [[], ...gutters.map(() => [])];
  for (const word of words) {
    const column = gutters.filter((gutter) => gutter <= word.left).length;
    cells[column]?.push(word);
  }
  return cells;
}
