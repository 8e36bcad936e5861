import type { Block, Problem, Span, SpannedCell } from '../../model/index.ts';
import { problemsBy } from '../reader.ts';
import { MOST_SPANNED } from '../table-grid.ts';
import { parseAddress } from './address.ts';

const problem = problemsBy('documents/sheet');

/** Merged cells: rows from 1, columns from 0, both ends within. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Merged cells over one row that are followed; a sheet made to keep a reader busy has thousands. */
const MOST_OPEN = 200;

/** `B2:B9` as merged cells; `null` for what is no such range. */
export function parseMerge(range: string): Merge | null {
  const [from, to] = range.split(':').map(parseAddress);
  return from && to ? { top: from.row, bottom: to.row, left: from.column, right: to.column } : null;
}

/**
 * A change of the rows of a sheet, in order, that lets a merged cell reach into every row and column it covers. What stands
 * in covered cells is shown to nobody: it is told to `report`.
 */
export function spreadMerges(merges: readonly Merge[], report: (found: Problem) => void): (block: Block) => Block {
  const waiting = [...merges].sort((left, right) => left.top - right.top);
  let open: { readonly merge: Merge; anchor: Span | null }[] = [];
  let next = 0;
  return (block) => {
    const row = parseAddress(block.cells?.[0]?.address ?? '')?.row;
    if (row === undefined) return block;
    for (let merge = waiting[next]; merge && merge.top <= row; merge = waiting[++next])
      if (open.length < MOST_OPEN) open.push({ merge, anchor: null });
    open = open.filter(({ merge }) => merge.bottom >= row);
    if (open.length === 0) return block;
    const cells = new Map((block.cells ?? []).map((cell) => [parseAddress(cell.address)?.column ?? -1, cell]));
    const spanned = open.flatMap((one): SpannedCell[] => {
      const { top, left, right } = one.merge;
      if (row === top) one.anchor = cells.get(left) ?? null;
      const reached: SpannedCell[] = [];
      for (let column = left; column <= Math.min(right, left + MOST_SPANNED); column++) {
        if (row === top && column === left) continue;
        const covered = cells.get(column);
        if (covered) report(hiddenUnder(covered));
        else if (one.anchor) reached.push({ start: one.anchor.start, end: one.anchor.end, column });
      }
      return reached;
    });
    if (spanned.length === 0) return block;
    return { ...block, spanned: spanned.sort((left, right) => left.column - right.column) };
  };
}

const hiddenUnder = ({ address, start, end }: Span & { readonly address: string }): Problem =>
  problem(
    'hidden-text',
    'note',
    `The cell ${address} lies under a merged cell; a reader of the sheet does not see it.`,
    {
      start,
      end,
    },
  );
