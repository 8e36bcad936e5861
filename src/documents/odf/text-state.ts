import type { PassageKind, Problem } from '../../model/index.ts';
import { lower, raise } from '../raised.ts';
import type { Struck } from '../struck.ts';
import type { TableGrid } from '../table-grid.ts';
import type { TextCell } from '../table-row.ts';
import type { TextBuilder } from '../text-builder.ts';
import type { OdfStyles } from './styles.ts';

/** A paragraph while it is read. */
export interface OpenParagraph {
  readonly kind: PassageKind;
  readonly parts: string[];
  length: number;
  /** Stretches of the text that are not shown, in code units from the paragraph's start. */
  readonly hidden: { readonly start: number; readonly end: number }[];
  isHidden: boolean;
  /** Style of the paragraph as a whole, which its spans add to. */
  readonly style: string;
  /** Stretches that are struck out, each with the length of the text in front of it. */
  readonly struck: { readonly at: number; text: string }[];
  hasChangingDate: boolean;
}

export const newParagraph = (kind: PassageKind, style = '', isHidden = false): OpenParagraph => ({
  ...{ kind, parts: [], length: 0, hidden: [], isHidden, style, struck: [], hasChangingDate: false },
});

/** A row while it is read. A row that holds another table lays out the page: its cells are paragraphs. */
export interface OpenRow {
  readonly cells: TextCell[];
  cell: string[];
  /** Column that comes next, and the size of the cell that is open. */
  column: number;
  columns: number;
  rows: number;
  /** Columns that cells of earlier rows reach down into. */
  readonly below: ReadonlySet<number>;
  isLayout: boolean;
}

/** Something that stands beside the text and follows it at the end: a note, a comment, what was deleted. */
export interface Aside {
  readonly kind: PassageKind;
  readonly place: string;
  readonly parts: string[];
}

/** Where the scan of a text or presentation is. Paragraphs lie in one another (text boxes, notes), rows too. */
export interface OdfState {
  readonly styles: OdfStyles;
  readonly builder: TextBuilder;
  readonly problems: Problem[];
  readonly paragraphs: OpenParagraph[];
  readonly rows: OpenRow[];
  /** The tables that are open: cells that reach down, and by column how many rows they reach, this one counted. */
  readonly tables: { readonly grid: TableGrid; readonly reach: Map<number, number> }[];
  /** Styles of the open spans. */
  readonly spans: string[];
  readonly struck: Struck[];
  /** Asides that are open, innermost last, and those that are complete. */
  readonly open: Aside[];
  readonly asides: Aside[];
  readonly counts: { paragraph: number; row: number; tracked: number; note: number; comment: number; slide: number };
  /** Depth of list items, of hidden sections. */
  listDepth: number;
  hiddenSections: number;
  /** Where text of the given element goes that is no paragraph: the author of a comment, a citation. */
  capture: { readonly element: string; readonly parts: string[] } | null;
  /** Elements around the scan whose text is not read: numbers of lists, citations of notes. */
  slide: { readonly start: number; readonly isHidden: boolean } | null;
  inNotes: boolean;
  boilerplate: boolean;
}

export function createOdfState(styles: OdfStyles, builder: TextBuilder): OdfState {
  return {
    ...{ styles, builder, problems: [], paragraphs: [], rows: [], tables: [], spans: [], open: [], asides: [] },
    struck: [],
    counts: { paragraph: 0, row: 0, tracked: 0, note: 0, comment: 0, slide: 0 },
    ...{ listDepth: 0, hiddenSections: 0, capture: null, slide: null, inNotes: false, boilerplate: false },
  };
}

/** Adds text to the open paragraph; what styles or fields hide is marked, what is struck out is kept apart. */
export function writeOdf(state: OdfState, text: string, isHidden = false): void {
  const paragraph = state.paragraphs.at(-1);
  if (!paragraph || text === '') return;
  const { styles } = state;
  const has = (kind: ReadonlySet<string>): boolean =>
    kind.size > 0 && (kind.has(paragraph.style) || state.spans.some((style) => kind.has(style)));
  if (has(styles.struck)) return void strike(paragraph, text);
  const before = paragraph.parts.at(-1) ?? '';
  const shown = has(styles.raised) ? raise(text, before) : has(styles.lowered) ? lower(text, before) : text;
  if (isHidden || paragraph.isHidden || state.hiddenSections > 0 || has(styles.hidden))
    paragraph.hidden.push({ start: paragraph.length, end: paragraph.length + shown.length });
  paragraph.parts.push(shown);
  paragraph.length += shown.length;
}

function strike(paragraph: OpenParagraph, text: string): void {
  const last = paragraph.struck.at(-1);
  if (last && last.at === paragraph.length) last.text += text;
  else paragraph.struck.push({ at: paragraph.length, text });
}

/** Where a person finds what is read now. */
export function placeOfOdf(state: OdfState): string {
  if (state.boilerplate) return 'page header or footer';
  if (state.counts.slide > 0) return `slide ${state.counts.slide}${state.inNotes ? ', notes' : ''}`;
  return `paragraph ${state.counts.paragraph}`;
}
