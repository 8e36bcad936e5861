import type { Problem } from '../../model/index.ts';
import type { Budget } from '../budget.ts';
import { changingDate } from '../changing-date.ts';
import { problemsBy } from '../reader.ts';
import type { RowCell, TextBuilder } from '../text-builder.ts';
import { columnName } from './address.ts';
import { type Merge, spreadMerges } from './merges.ts';

const problem = problemsBy('documents/sheet');

/** One cell as a reader found it; `text` is as shown, `raw` and `formula` as stored. */
export interface FoundCell {
  readonly column: number;
  readonly text: string;
  readonly raw?: string;
  readonly formula?: string;
  readonly isHidden?: boolean;
}

/** Writes the sheets of a workbook, one after the other, under the limit on text. */
export interface SheetWriter {
  /** Begins a sheet; its name stands above its first row. `hidden`: the whole sheet is. */
  readonly sheet: (name: string, hidden?: boolean) => void;
  /** One row with its number from 1. Cells in any order; empty ones are dropped. Returns `false` when no more text is kept: stop. */
  readonly row: (n: number, cells: readonly FoundCell[], hidden?: boolean) => boolean;
  /** A remark on a cell: `by` its author, `''` when unknown. */
  readonly comment: (address: string, text: string, by: string) => void;
  /** Merged cells of the sheet, in any order, before or after its rows. */
  readonly merge: (merge: Merge) => void;
  readonly problems: () => readonly Problem[];
}

/** Formulas that reach beyond the file: another program (DDE), a page, another workbook. */
const REACHES_OUT =
  /\b(?:WEBSERVICE|HYPERLINK|FILTERXML|IMPORT(?:XML|DATA|HTML|RANGE|FEED)|RTD|CALL|REGISTER(?:\.ID)?|IMAGE|DDE)\s*\(|\|[^|]*!|\[[^\]]+\.xl|https?:\/\/|file:\/\/|\\\\[\w.]+\\/i;

/** Stretches of hidden rows that are named one by one. */
const MOST_HIDDEN = 50;
/** Merged cells of one sheet that are followed. */
const MOST_MERGES = 20_000;

interface Stretch {
  readonly what: string;
  readonly start: number;
  end: number;
}

export function createSheetWriter(builder: TextBuilder, budget: Budget): SheetWriter {
  const hidden: Stretch[] = [];
  const reaching: string[] = [];
  const merges: Merge[] = [];
  const covered: Problem[] = [];
  const state = { name: '', isHidden: false, isTitled: false, reachingCount: 0, isDated: false, from: 0 };
  const place = (rest: string): string => (state.name === '' ? rest : `sheet «${state.name}», ${rest}`);

  const endSheet = (): void => {
    if (merges.length > 0)
      builder.update(
        state.from,
        spreadMerges(merges, (found) => covered.push(found)),
      );
    merges.length = 0;
    state.from = builder.count();
  };
  const title = (): void => {
    if (state.isTitled) return;
    state.isTitled = true;
    const span = builder.add(state.name, 'heading', `sheet «${state.name}»`);
    if (span && state.isHidden) hidden.push({ what: `The sheet «${state.name}» is hidden`, ...span });
  };
  const hide = (what: string, span: { readonly start: number; readonly end: number }): void => {
    const last = hidden.at(-1);
    // Rows that follow one another (a line break between them) are one stretch.
    if (last && last.what === what && span.start - last.end <= 2) last.end = span.end;
    else hidden.push({ what, ...span });
  };
  const noteFormulas = (cells: readonly RowCell[]): void => {
    for (const { address, formula } of cells) {
      state.isDated ||= formula !== undefined && /\b(?:TODAY|NOW)\s?\(/i.test(formula.slice(0, 2_000));
      if (formula === undefined || !REACHES_OUT.test(formula.slice(0, 2_000))) continue;
      state.reachingCount += 1;
      if (reaching.length < 5) reaching.push(`${state.name}!${address} (${formula.slice(0, 120)})`);
    }
  };

  return {
    sheet: (name, isHidden = false) => {
      endSheet();
      Object.assign(state, { name: name.trim(), isHidden, isTitled: false });
    },
    row: (n, cells, isHidden = false) => {
      const filled = fillRow(cells, n);
      const [first, last] = [filled[0], filled.at(-1)];
      if (!first || !last) return true;
      title();
      const where = first === last ? first.address : `${first.address}:${last.address}`;
      const span = builder.addRow(filled, place(`row ${n}, ${where}`));
      noteFormulas(filled);
      if (span) markHidden(span, isHidden, cells);
      return builder.length() <= budget.textLeft();
    },
    comment: (address, text, by) => {
      if (text.trim() === '') return;
      title();
      const span = builder.add(by === '' ? text : `${by}: ${text}`, 'comment', place(`comment on ${address}`));
      if (span && state.isHidden) hide(`The sheet «${state.name}» is hidden`, span);
    },
    merge: (merge) => {
      if (merges.length < MOST_MERGES) merges.push(merge);
    },
    problems: () => {
      endSheet();
      return [
        ...hiddenProblems(hidden),
        ...covered.slice(0, MOST_HIDDEN),
        ...(state.isDated ? [changingDate('documents/sheet')] : []),
        ...reachingProblems(reaching, state.reachingCount),
      ];
    },
  };

  function markHidden(
    span: { readonly start: number; readonly end: number },
    isRowHidden: boolean,
    cells: readonly FoundCell[],
  ): void {
    if (state.isHidden) hide(`The sheet «${state.name}» is hidden`, span);
    else if (isRowHidden) hide(`Rows of the sheet «${state.name}» are hidden`, span);
    else if (cells.some((cell) => cell.isHidden && cell.text.trim() !== ''))
      hide(`Columns of the sheet «${state.name}» are hidden; these rows have cells in them`, span);
  }
}

/** Cells with text in order of their columns, one a column, as they will stand in the row. */
function fillRow(cells: readonly FoundCell[], row: number): RowCell[] {
  const filled = new Map<number, RowCell>();
  for (const { column, text, raw, formula } of cells) {
    const clean = text.replaceAll('\t', ' ').replace(/\r\n?/g, '\n').trim();
    if (clean === '') continue;
    filled.set(column, {
      column,
      address: `${columnName(column)}${row}`,
      text: clean,
      ...(raw === undefined ? {} : { raw }),
      ...(formula === undefined || formula === '' ? {} : { formula }),
    });
  }
  return [...filled.values()].sort((left, right) => left.column - right.column);
}

function hiddenProblems(hidden: readonly Stretch[]): Problem[] {
  const named = hidden
    .slice(0, MOST_HIDDEN)
    .map(({ what, start, end }) =>
      problem('hidden-text', 'note', `${what}; a reader of the sheet does not see this.`, { start, end }),
    );
  if (hidden.length <= MOST_HIDDEN) return named;
  return [...named, problem('hidden-text', 'note', `${hidden.length - MOST_HIDDEN} more places are hidden.`)];
}

function reachingProblems(reaching: readonly string[], count: number): Problem[] {
  if (count === 0) return [];
  const more = count > reaching.length ? ` and ${count - reaching.length} more` : '';
  const detail = `${count} ${count === 1 ? 'formula refers' : 'formulas refer'} to something outside the file: ${reaching.join('; ')}${more}. Kept as data; nothing was calculated or looked up.`;
  return [problem('active-content', 'note', detail)];
}
