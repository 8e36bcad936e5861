import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { DEFAULT_LIMITS } from '../src/documents/index.ts';
import type { CaseRecords, CaseView, Decision, Document, Lexicons, Occurrence } from '../src/model/index.ts';
import { extract, fold, read } from '../src/pipeline.ts';
import { loadLexicons } from '../src/providers/index.ts';
import type { InstalledLists } from '../src/screening/index.ts';
import { contentId } from '../src/text/index.ts';

const require = createRequire(import.meta.url);
const pdfium = (): Uint8Array => readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'));

/** The whole street in one process, without a store or a pool: what the tests of records look at. */
export async function walkStreet(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  options: {
    readonly decisions?: readonly Decision[];
    readonly lexicons?: Lexicons;
    readonly lists?: InstalledLists;
  } = {},
): Promise<CaseView> {
  const lexicons = options.lexicons ?? loadLexicons();
  const wasm = files.some(({ name }) => name.endsWith('.pdf')) ? pdfium() : null;
  const documents = new Map<string, Document>();
  const occurrences = new Map<string, Occurrence>();
  for (const { name, bytes } of files) {
    for (const { document } of await read(bytes, { name, limits: DEFAULT_LIMITS, pdfium: wasm })) {
      if (!documents.has(document.id)) documents.set(document.id, document);
      const container = document.parent?.document ?? null;
      const place = document.parent?.place ?? '';
      const id = contentId('o', document.id, name, container, place);
      occurrences.set(id, {
        id,
        document: document.id,
        path: name,
        container,
        place,
        addedAt: '2025-01-01T00:00:00.000Z',
      });
    }
  }
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  const sorted = [...documents.values()].sort(byId);
  const records: CaseRecords = {
    head: {
      id: 'test',
      name: 'Test',
      schemaVersion: 1,
      created: '2025-01-01T00:00:00.000Z',
      journal: { count: 0, head: '0'.repeat(64) },
    },
    documents: sorted,
    occurrences: [...occurrences.values()].sort(byId),
    extractions: sorted.map((document) => extract(document, lexicons)),
    decisions: options.decisions ?? [],
    leftOut: [],
  };
  return fold(records, lexicons, { lists: options.lists ?? null });
}

export function filesUnder(folder: string): { readonly name: string; readonly bytes: Uint8Array }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
}

export const textFile = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
