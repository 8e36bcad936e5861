import type { Block, DocumentMetadata, Page, Problem, ProblemCode, Span } from '../model/index.ts';
import type { Budget } from './budget.ts';
import type { Recogniser } from './recognition/recogniser.ts';

/** What a reader gets. */
export interface Source {
  readonly bytes: Uint8Array;
  /** Base name as added; only a hint. */
  readonly name: string;
  /** Media type by content. */
  readonly mediaType: string;
  /** A person's word on the character encoding, or a container's; `null` when nobody said. */
  readonly encoding: { readonly label: string; readonly by: 'person' | 'container' } | null;
  readonly budget: Budget;
  /** The PDFium WebAssembly module, or `null` where the outer ring has none. */
  readonly pdfium: Uint8Array | null;
  /** The 7-Zip WebAssembly module, or `null` where the outer ring has none. */
  readonly sevenZip: Uint8Array | null;
  /** Reads text off pictures, or `null` where that is put off or not wanted. */
  readonly recogniser: Recogniser | null;
}

/** Something found inside a container, not yet read. */
export interface Child {
  readonly name: string;
  /** Where it lies in its container, in words a person can follow. */
  readonly place: string;
  readonly bytes: Uint8Array;
  /** Character encoding that the container declares for it. */
  readonly encoding?: string;
}

export type Report = (problem: Problem) => void;

/** What a reader found. Whatever is left out is empty or unknown. */
export interface Reading {
  readonly text: string;
  readonly encoding?: string;
  readonly metadata?: Partial<DocumentMetadata>;
  readonly pages?: readonly Page[];
  readonly blocks?: readonly Block[];
  readonly problems?: readonly Problem[];
  /** Page images that were left for text recognition because the source has no recogniser. */
  readonly recognisable?: number;
  /** Unpacks one child at a time, so that an archive never lies unpacked in memory; trouble on the way goes to `report`. */
  readonly children?: (report: Report) => AsyncIterable<Child>;
}

/** One format. `read` may throw: what it throws becomes a fatal `malformed` problem of this document alone. */
export interface Reader {
  readonly name: string;
  readonly mediaTypes: readonly string[];
  /** File name extensions with their dot, lower case. */
  readonly extensions: readonly string[];
  readonly read: (source: Source) => Promise<Reading>;
}

/** A maker of problem records signed by one part, e.g. `problemsBy('documents/pdf')`. */
export function problemsBy(by: string) {
  return (code: ProblemCode, severity: Problem['severity'], detail: string, span?: Span): Problem => ({
    code,
    severity,
    detail,
    ...(span ? { span } : {}),
    by,
  });
}
