import type { Problem } from './problem.ts';
import type { Span } from './span.ts';

export const DOCUMENT_STATUSES = ['parsed', 'partial', 'refused'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

export const PASSAGE_KINDS = [
  'heading',
  'paragraph',
  'list-item',
  'table-row',
  'quotation',
  'caption',
  'boilerplate',
  'comment',
  'deletion',
] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** A box on a page, in PDF points (1/72 inch) from the top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the text of a page was read off its picture. Confidence is the engine's own, 0 to 1, over the words of the page. */
export interface Recognition {
  /** Engine and version, e.g. `tesseract/5.1.0`. */
  readonly engine: string;
  /** Languages it was told to expect, ISO 639-3 codes as the engine has them, e.g. `eng`, `rus`, `chi_sim`. */
  readonly languages: readonly string[];
  readonly confidence: number;
}

/**
 * Where a stretch of text stands on its page: one box for what runs on without a gap, so a row of a table has one a cell.
 * `advances` has one number for each UTF-16 unit of the stretch: how far it moves on, in tenths of a point, from the edge
 * that the stretch begins at. They come to the length of the box; without them only the box as a whole is known.
 * `towards` says where the characters follow one another to; to the right when it is not there.
 */
export interface TextBox extends Span, Box {
  readonly advances?: readonly number[];
  readonly towards?: 'left' | 'up' | 'down';
  /** How sure text recognition was of it, 0 to 1. */
  readonly confidence?: number;
}

/**
 * One page: its number from 1, the text on it, and the boxes of its text where the format has them, in text order.
 * A page read by text recognition says so in `recognition`; then there is a box a word, with the engine's confidence.
 * The one page of a picture is measured in its pixels as shown.
 */
export interface Page {
  readonly n: number;
  readonly span: Span;
  readonly width?: number;
  readonly height?: number;
  readonly boxes?: readonly TextBox[];
  readonly recognition?: Recognition;
}

/**
 * One cell of a table row: the span of its text, and its address (`C7`).
 * `raw` is the value as the file stores it where `text` shows it otherwise (a date's serial number); `formula` is data, never calculated.
 */
export interface Cell extends Span {
  readonly address: string;
  readonly raw?: string;
  readonly formula?: string;
}

/** Where the text of a spanning cell really stands, in an earlier row or column; `column` (from 0) is one that it reaches into. */
export interface SpannedCell extends Span {
  readonly column: number;
}

/**
 * A piece of structure the format itself declares (an html `<li>`, a docx heading, a csv row).
 * Blocks are in text order and do not overlap. Text under no block is for `segment` to divide.
 * `place` says where a person finds it: `row 3`, `paragraph 12`, `part 1.2`, `footnote 4`.
 */
export interface Block {
  readonly span: Span;
  readonly kind: PassageKind;
  readonly place?: string;
  /** How many times over the text is quoted in a mail (`>` before its lines, quotations in one another); none for the writer's own. */
  readonly depth?: number;
  /** Cells of a row of a spreadsheet, in order; empty cells have none. Very large tables go without: `place` names their row and columns. */
  readonly cells?: readonly Cell[];
  /** Columns of a row that a cell standing elsewhere reaches into: merged and spanning cells, in order of the columns. */
  readonly spanned?: readonly SpannedCell[];
}

/** What the document says of itself. Dates are EDTF; unknown is `null`. */
export interface DocumentMetadata {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** Further fields as the format names them (`from`, `to`, `subject`, `message-id`, `producer` ...). */
  readonly fields: Readonly<Record<string, string>>;
}

/** Where a document lies inside its container: an archive entry's name, an e-mail part's number and file name. */
export interface Parent {
  readonly document: string;
  readonly place: string;
}

/**
 * One item as received. `id` is the sha256 (hex) of its bytes; `text` is what every span counts in and is never re-flowed.
 * For plain text `text` is the decoded file, unchanged but for a byte-order mark.
 */
export interface Document {
  readonly id: string;
  /** Base name of the file as first added. */
  readonly name: string;
  readonly mediaType: string;
  /** Size in bytes. */
  readonly size: number;
  readonly text: string;
  /** sha256 (hex) of `text` as UTF-8. */
  readonly textHash: string;
  /** ISO 639-1 code, or `und` when undetermined. */
  readonly language: string;
  /** Name of the character encoding for text formats, else `null`. */
  readonly encoding: string | null;
  readonly metadata: DocumentMetadata;
  readonly pages: readonly Page[];
  readonly blocks: readonly Block[];
  readonly parent: Parent | null;
  readonly status: DocumentStatus;
  readonly problems: readonly Problem[];
  /** Reader that made `text` and the content hash of the reading stage then, e.g. `html/52c01fa9be0d`. */
  readonly reader: string;
}

/** Something under the added paths that could not become a document (no rights, a device, a link), and why. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

/**
 * Where a document came from: a path as added, or a container and the place in it.
 * The same bytes may occur many times: one document, several occurrences.
 */
export interface Occurrence {
  readonly id: string;
  readonly document: string;
  /** Path as added (of the root file, when inside a container). */
  readonly path: string;
  /** Id of the container document, or `null` for a file of its own. */
  readonly container: string | null;
  /** Place in the container, e.g. `annexes/invoice.pdf` or `part 2 (invoice.pdf)`; `''` for a file of its own. */
  readonly place: string;
  /** When it was added, ISO 8601 in UTC. */
  readonly addedAt: string;
}
