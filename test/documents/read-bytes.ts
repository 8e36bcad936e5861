import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEFAULT_LIMITS, type ReadItem, type ReadLimits, readDocument } from '../../src/documents/index.ts';
import type { Document } from '../../src/model/index.ts';

export const PDFIUM = new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))));
export const SEVEN_ZIP = new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve('7z-wasm/7zz.wasm'))));

interface Options {
  readonly encoding?: string;
  readonly limits?: Partial<ReadLimits>;
  readonly pdfium?: Uint8Array | null;
}

/** Everything that is read from bytes or a text given as UTF-8. */
export function readAll(
  content: Uint8Array | string,
  name: string,
  { encoding, limits, pdfium = PDFIUM }: Options = {},
): Promise<ReadItem[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readDocument(bytes, {
    name,
    pdfium,
    sevenZip: SEVEN_ZIP,
    limits: { ...DEFAULT_LIMITS, ...limits },
    ...(encoding ? { encoding } : {}),
  });
}

/** The root document alone. */
export async function readRoot(content: Uint8Array | string, name: string, options: Options = {}): Promise<Document> {
  const [root] = await readAll(content, name, options);
  if (!root) throw new Error('nothing was read');
  return root.document;
}

export const codes = (document: Document): string[] => document.problems.map(({ code }) => code);

/** Kind and text of each block. */
export const blocksOf = (document: Document): string[] =>
  document.blocks.map(({ kind, span }) => `${kind}: ${document.text.slice(span.start, span.end)}`);
