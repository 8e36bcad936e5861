import type { ScreenedHit, Screening } from './hit.ts';

/** What happened to a case, append-only and hash-chained. */
export type JournalEvent =
  | { readonly kind: 'created' }
  | {
      readonly kind: 'document-added';
      readonly document: string;
      /** sha256 of the canonical JSON of the document record and of its occurrence. */
      readonly documentHash: string;
      readonly occurrence: string;
      readonly occurrenceHash: string;
    }
  | {
      /** The original was read again on somebody's word (another encoding), and the record is another. */
      readonly kind: 'document-replaced';
      readonly document: string;
      readonly documentHash: string;
      readonly encoding: string | null;
    }
  | {
      readonly kind: 'occurrence-added';
      readonly document: string;
      readonly occurrence: string;
      readonly occurrenceHash: string;
    }
  | { readonly kind: 'extracted'; readonly document: string; readonly engine: string; readonly extractionHash: string }
  | { readonly kind: 'decided'; readonly decision: string; readonly decisionHash: string }
  | { readonly kind: 'left-out'; readonly path: string; readonly reason: string }
  /** A screening that somebody asked for: against what, and what it found. */
  | { readonly kind: 'screened'; readonly screening: Screening; readonly hits: readonly ScreenedHit[] }
  | { readonly kind: 'exported'; readonly format: string; readonly contentHash: string };

/** `hash` = sha256 of the canonical JSON of `{ n, at, previous, event }`; the first entry's `previous` is 64 zeros. */
export interface JournalEntry {
  /** 1, 2, 3 ... without gaps. */
  readonly n: number;
  readonly at: string;
  readonly previous: string;
  readonly event: JournalEvent;
  readonly hash: string;
}

export interface JournalHead {
  readonly count: number;
  readonly head: string;
}
