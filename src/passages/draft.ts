import type { PassageKind, Span } from '../model/index.ts';

/** A passage in the making: its span, trimmed, the kind its shape suggests, and the reader's place. */
export interface Draft extends Span {
  readonly kind: PassageKind;
  readonly place: string;
  /** Where the item's own text begins after a list marker or a quotation sign. */
  readonly body: number;
}
