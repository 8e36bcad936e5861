import type { PassageKind, Problem } from '../../model/index.ts';
import type { Struck } from '../struck.ts';
import type { TableGrid } from '../table-grid.ts';
import type { TextCell } from '../table-row.ts';
import type { TextBuilder } from '../text-builder.ts';
import type { Paragraph } from './paragraph.ts';
import type { Style, Styles } from './styles.ts';

export interface BodyOptions {
  /** For parts that hold numbered notes: the element of one note, and the word for its place. */
  readonly element?: string;
  readonly place?: string;
  /** Kind of every block, whatever its style. */
  readonly kind?: PassageKind;
  /** Place of every block, instead of its number. */
  readonly at?: string;
}

export interface BodyTarget {
  readonly styles: Styles;
  readonly builder: TextBuilder;
}

/** A row while it is read. A row that holds another table lays out the page: its cells are paragraphs. */
export interface Row {
  readonly cells: TextCell[];
  cell: string[];
  columns: number;
  isContinued: boolean;
  isLayout: boolean;
}

/** Where the scan is. Paragraphs lie in one another (text boxes), rows too (tables in cells). */
export interface State {
  readonly styles: Styles;
  readonly builder: TextBuilder;
  readonly options: BodyOptions;
  readonly problems: Problem[];
  readonly paragraphs: Paragraph[];
  readonly rows: Row[];
  /** The cells that reach down, one for each table that is open. */
  readonly grids: TableGrid[];
  readonly deletions: Struck[];
  readonly struck: Struck[];
  readonly counts: { paragraph: number; row: number; tracked: number };
  /** Fields that load something or run a program when the document is opened. */
  readonly reaching: string[];
  /** Place of the open note, `''` outside notes. */
  note: string;
  /** Who wrote the open comment, until its first paragraph says so. */
  by: string;
  inInstruction: boolean;
  instruction: string;
  inText: boolean;
  inRun: boolean;
  inRunProperties: boolean;
  isHidden: boolean;
  isStruck: boolean;
  shift: Style['shift'];
  /** Whether an exponent or an index of a formula is open. */
  formulaShift: Style['shift'];
  /** A formula that stands in no paragraph is one of its own. */
  isFormula: boolean;
  /** The reading of a word (ruby), which stands in front of it in the file. */
  ruby: { readonly reading: string[]; inReading: boolean } | null;
  /** How many deletions, and how many repetitions for old programs, are open. */
  deleted: number;
  fallback: number;
}

export function createState({ styles, builder }: BodyTarget, options: BodyOptions): State {
  return {
    ...{ styles, builder, options, problems: [], paragraphs: [], rows: [], grids: [], deletions: [], struck: [] },
    ...{ reaching: [], counts: { paragraph: 0, row: 0, tracked: 0 }, note: '', by: '' },
    ...{ inText: false, inRun: false, inRunProperties: false, inInstruction: false, instruction: '' },
    ...{ isHidden: false, isStruck: false, shift: null, formulaShift: null, isFormula: false, ruby: null },
    ...{ deleted: 0, fallback: 0 },
  };
}

/** Where a person finds what is read now. */
export const placeOf = (state: State): string =>
  state.note !== '' ? state.note : (state.options.at ?? `paragraph ${state.counts.paragraph}`);
