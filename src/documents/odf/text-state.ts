import type { PassageKind, Problem } from '../../model/index.ts';
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
  readonly rows: { readonly cells: string[]; cell: string[] }[];
  /** Styles of the open spans: whether each hides its text. */
  readonly spans: boolean[];
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
    ...{ styles, builder, problems: [], paragraphs: [], rows: [], spans: [], open: [], asides: [] },
    counts: { paragraph: 0, row: 0, tracked: 0, note: 0, comment: 0, slide: 0 },
    ...{ listDepth: 0, hiddenSections: 0, capture: null, slide: null, inNotes: false, boilerplate: false },
  };
}

/** Adds text to the open paragraph; what styles or fields hide is marked. */
export function writeOdf(state: OdfState, text: string, isHidden = false): void {
  const paragraph = state.paragraphs.at(-1);
  if (!paragraph || text === '') return;
  if (isHidden || paragraph.isHidden || state.hiddenSections > 0 || state.spans.includes(true))
    paragraph.hidden.push({ start: paragraph.length, end: paragraph.length + text.length });
  paragraph.parts.push(text);
  paragraph.length += text.length;
}

/** Where a person finds what is read now. */
export function placeOfOdf(state: OdfState): string {
  if (state.boilerplate) return 'page header or footer';
  if (state.counts.slide > 0) return `slide ${state.counts.slide}${state.inNotes ? ', notes' : ''}`;
  return `paragraph ${state.counts.paragraph}`;
}
