import type { PassageKind, Problem } from '../../model/index.ts';
import type { Child } from '../reader.ts';
import type { Struck } from '../struck.ts';
import { createGrid, type TableGrid } from '../table-grid.ts';
import type { Destination } from './destinations.ts';
import type { Gathered } from './objects.ts';

/** Properties that a group inherits and gives back when it closes. */
export interface Group {
  destination: Destination;
  /** Key of the property that an `info` group holds. */
  key: string;
  /** Characters to skip after each `\u`. */
  uc: number;
  font: number;
  isHidden: boolean;
  isDeleted: boolean;
  isStruck: boolean;
  shift: 'raised' | 'lowered' | null;
  /** This group began what its destination is; at its end that is complete. */
  isOwner: boolean;
}

/** A paragraph while it is read. */
export interface RtfParagraph {
  parts: string[];
  length: number;
  hidden: { readonly start: number; readonly end: number }[];
  /** Stretches that are struck out, each with the length of the text in front of it. */
  struck: { readonly at: number; text: string }[];
  kind: PassageKind | null;
  isInTable: boolean;
}

/** What the definition of a row says of one of its cells: where it ends, in twips, and whether it goes on from above. */
export interface CellDefinition {
  readonly edge: number;
  readonly isContinued: boolean;
}

/** Where paragraphs go: the body, a note, a comment, a page header, a text box. */
export interface Flow {
  readonly kind: 'body' | 'note' | 'comment' | 'edge' | 'box';
  readonly place: string;
  readonly paragraphs: string[];
  paragraph: RtfParagraph;
  /** Finished cells of the open row, and the paragraphs of the open cell. */
  cells: string[];
  cell: string[];
  /** Right edges of the columns by the first row of the table, and its cells that reach down. */
  edges: readonly number[];
  grid: TableGrid;
}

export interface RtfState {
  readonly groups: Group[];
  readonly flows: Flow[];
  /** Complete notes, comments, page headers: they follow the body. */
  readonly asides: { readonly text: string; readonly kind: PassageKind; readonly place: string }[];
  readonly problems: Problem[];
  readonly info: Map<string, string>;
  readonly children: Child[];
  readonly fontPages: Map<number, number | null>;
  readonly headingStyles: Set<number>;
  /** Names of the fonts whose letters are pictures. */
  readonly symbolFonts: Map<number, string>;
  readonly struck: Struck[];
  readonly reaching: string[];
  readonly deleted: string[];
  readonly counts: {
    paragraph: number;
    row: number;
    note: number;
    comment: number;
    object: number;
    picture: number;
    tracked: number;
  };
  codePage: number;
  defaultFont: number;
  /** Bytes of text in one code page, not yet decoded. */
  bytes: number[];
  bytesPage: number;
  skip: number;
  isStarred: boolean;
  /** Groups that are open beyond the depth that is kept. */
  tooDeep: number;
  closedTooOften: boolean;
  text: string;
  style: number;
  author: string;
  gathered: Gathered | null;
  /** Cells that the definition of the row has so far, and whether the next goes on from above. */
  definitions: CellDefinition[];
  isContinued: boolean;
  isFull: boolean;
}

export const newParagraph = (): RtfParagraph => ({
  ...{ parts: [], length: 0, hidden: [], struck: [], kind: null, isInTable: false },
});

export const newFlow = (kind: Flow['kind'], place: string): Flow => ({
  ...{ kind, place, paragraphs: [], paragraph: newParagraph(), cells: [], cell: [], edges: [], grid: createGrid() },
});

export function createRtfState(): RtfState {
  return {
    groups: [
      {
        ...{ destination: 'text', key: '', uc: 1, font: -1, isHidden: false, isDeleted: false, isOwner: false },
        ...{ isStruck: false, shift: null },
      },
    ],
    flows: [newFlow('body', '')],
    ...{ asides: [], problems: [], info: new Map(), children: [], fontPages: new Map(), headingStyles: new Set() },
    ...{ reaching: [], deleted: [], struck: [], symbolFonts: new Map(), definitions: [], isContinued: false },
    counts: { paragraph: 0, row: 0, note: 0, comment: 0, object: 0, picture: 0, tracked: 0 },
    ...{ codePage: 1252, defaultFont: -1, bytes: [], bytesPage: 1252, skip: 0, isStarred: false, tooDeep: 0 },
    ...{ closedTooOften: false, text: '', style: -1, author: '', gathered: null, isFull: false },
  };
}
