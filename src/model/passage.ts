import type { PassageKind } from './document.ts';
import type { Span } from './span.ts';

/** A stretch of a document's text of one kind, with its sentences. Passages are in text order and do not overlap. */
export interface Passage extends Span {
  readonly id: string;
  readonly kind: PassageKind;
  /** Where a person finds it (`page 2`, `row 3`), from the reader; `''` when the span says it all. */
  readonly place: string;
  /** Sentence spans, trimmed of white space, in order. */
  readonly sentences: readonly Span[];
}
