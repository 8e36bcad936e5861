/**
 * A half-open stretch `[start, end)` of a document's text, in UTF-16 code units (JavaScript string indices).
 * Spans always count from the start of the *document*, never of a passage.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with the exact text under it; `text === document.text.slice(start, end)` must hold. */
export interface Quotation extends Span {
  readonly text: string;
}
