import type { Span } from '../../model/index.ts';
import { lower, raise } from '../raised.ts';
import { type Struck, writeStruck } from '../struck.ts';
import type { GridCell, TableGrid } from '../table-grid.ts';
import type { TextBuilder } from '../text-builder.ts';
import type { Context } from './context.ts';

/** Collects inline text with white space collapsed as a browser shows it, until a block ends. */
export interface Line {
  readonly write: (text: string, context: Context) => void;
  /** One line break is a line; two part paragraphs. */
  readonly breakLine: (context: Context) => void;
  /** Begins a row of a table; `continued` are the columns that cells of earlier rows reach down into. */
  readonly beginRow: (continued: readonly number[], grid: TableGrid | null) => void;
  readonly nextCell: (context: Context, cell: { readonly column: number | null; readonly columns: number }) => void;
  readonly end: (context: Context) => void;
  /** Writes what was struck out; returns it and the spans that are hidden, at most a hundred. */
  readonly finish: () => { readonly hidden: readonly Span[]; readonly struck: readonly Struck[] };
}

/** A cell of the open row, in code units of the line. */
interface OpenCell {
  readonly column: number;
  readonly columns: number;
  readonly start: number;
  end: number;
}

interface State {
  parts: string[];
  length: number;
  endsWithSpace: boolean;
  hidden: Span[];
  breaks: number;
  cells: OpenCell[];
  continued: readonly number[];
  grid: TableGrid | null;
  struck: { readonly at: number; text: string }[];
}

const newState = (): State => ({
  ...{ parts: [], length: 0, endsWithSpace: true, hidden: [], breaks: 0, cells: [], continued: [], grid: null },
  struck: [],
});

/** Tabs in front of a cell far to the right; the builder of rows has the same bound. */
const WIDEST_GAP = 16;
const MOST_HIDDEN = 100;

export function createLine(builder: TextBuilder): Line {
  const hidden: Span[] = [];
  const struck: Struck[] = [];
  let comments = 0;
  let state = newState();

  const push = (text: string, context: Context): void => {
    if (text === '') return;
    const { length } = state;
    if (context.isHidden && text.trim() !== '') state.hidden.push({ start: length, end: length + text.length });
    state.parts.push(text);
    state.length += text.length;
  };
  const strike = (text: string): void => {
    const last = state.struck.at(-1);
    if (last && last.at === state.length) last.text += text;
    else state.struck.push({ at: state.length, text });
  };
  const trimEnd = (): void => {
    for (let last = state.parts.pop(); last !== undefined; last = state.parts.pop()) {
      const kept = last.replace(/[ \n]+$/, '');
      state.length += kept.length - last.length;
      if (kept === '') continue;
      state.parts.push(kept);
      return;
    }
  };
  const closeCell = (): void => {
    const cell = state.cells.at(-1);
    if (cell) cell.end = Math.max(cell.start, state.length);
  };
  return {
    write: (raw, context) => {
      let text = context.isPre ? raw : raw.replace(/[ \t\n\r\f]+/g, ' ');
      if (context.isStruck) {
        if (text !== '') strike(text);
        return;
      }
      if (!context.isPre && state.endsWithSpace) text = text.replace(/^ /, '');
      if (text.trim() !== '') state.breaks = 0;
      if (text === '') return;
      state.endsWithSpace = !context.isPre && text.endsWith(' ');
      const before = state.parts.at(-1) ?? '';
      push(
        context.shift === null ? text : context.shift === 'raised' ? raise(text, before) : lower(text, before),
        context,
      );
    },
    breakLine: (context) => {
      state.breaks += 1;
      if (state.breaks >= 2 && !context.inRow) end(context);
      else push('\n', context);
      state.endsWithSpace = true;
    },
    beginRow: (continued, grid) => {
      Object.assign(state, { continued, grid });
    },
    nextCell: (context, { column: placed, columns }) => {
      const previous = state.cells.at(-1);
      const column = placed ?? (previous ? previous.column + previous.columns : 0);
      if (previous) trimEnd();
      closeCell();
      push('\t'.repeat(Math.min(WIDEST_GAP, Math.max(0, column - (previous?.column ?? 0)))), context);
      state.cells.push({ column, columns, start: state.length, end: state.length });
      state.endsWithSpace = true;
    },
    end,
    finish: () => {
      writeStruck(builder, struck);
      return { hidden: hidden.filter(({ start, end: stop }) => stop > start).slice(0, MOST_HIDDEN), struck };
    },
  };

  function end(context: Context): void {
    trimEnd();
    closeCell();
    const text = state.parts.join('');
    const isRow = state.cells.length > 0;
    const kind = context.zone === 'content' ? (isRow ? 'table-row' : context.kind) : context.zone;
    if (text.trim() !== '') {
      const place = kind === 'comment' ? `comment ${++comments}` : undefined;
      const span = builder.add(text, kind, place, context.depth);
      // The builder drops white space in front, but for the tabs of a row.
      const dropped = text.length - (kind === 'table-row' ? text.replace(/^[ \n\r]+/, '') : text.trimStart()).length;
      if (span) placeOnText(span, dropped, kind === 'table-row');
    }
    for (const { at, text: words } of state.struck) {
      const clean = words.replace(/\s+/g, ' ').trim();
      const before = text.slice(Math.max(0, at - 40), at).trim();
      if (clean !== '')
        struck.push({ text: clean, place: before === '' ? 'struck out' : `struck out after «${before}»` });
    }
    state = newState();
  }

  /** Places what lies within the line on the text that the builder has now. */
  function placeOnText(span: Span, dropped: number, isRow: boolean): void {
    const onText = ({ start, end: stop }: Span): Span => ({
      start: Math.max(span.start, span.start + start - dropped),
      end: Math.min(span.end, span.start + stop - dropped),
    });
    hidden.push(...state.hidden.map(onText));
    if (!isRow || !state.grid) return;
    const cells = state.cells.map(({ column, columns, ...place }): GridCell => {
      const real = onText(place);
      return { column, columns, span: real.end > real.start ? real : null, isContinued: false };
    });
    const continued = state.continued.map((column) => ({ column, columns: 1, span: null, isContinued: true }));
    builder.span(state.grid.note([...cells, ...continued].sort((left, right) => left.column - right.column)));
  }
}
