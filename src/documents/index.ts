import type { Document } from '../model/index.ts';

/** Version of this stage; raise it when its output changes. */
export const READ_VERSION = 1;

/** Limits of one root file, shared by everything nested in it. */
export interface ReadLimits {
  readonly maxTextChars: number;
  readonly maxEntries: number;
  readonly maxDepth: number;
  readonly maxUnpackedBytes: number;
  readonly maxRatio: number;
  readonly maxPages: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  maxTextChars: 50_000_000,
  maxEntries: 20_000,
  maxDepth: 12,
  maxUnpackedBytes: 1_000_000_000,
  maxRatio: 200,
  maxPages: 5_000,
};

export interface ReadOptions {
  /** Base name as added; only a hint for the format. */
  readonly name: string;
  /** A person's word on the character encoding, over any guess. */
  readonly encoding?: string;
  readonly limits: ReadLimits;
  /** The PDFium WebAssembly module, loaded once by the outer ring. */
  readonly pdfium: Uint8Array | null;
}

/** A document and, for what came out of a container, its bytes (`null` for the root, whose bytes the caller has). */
export interface ReadItem {
  readonly document: Document;
  readonly bytes: Uint8Array | null;
}

/** The root document first, then everything found inside it, parents before children. Never throws for a bad document. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<ReadItem[]> {
  void bytes;
  void options;
  return [];
}
