import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEFAULT_LIMITS, type ReadItem, type ReadLimits } from './documents/index.ts';
import { ClewError } from './errors.ts';
import { EXPORTERS } from './exports/index.ts';
import type { CaseRecords, CaseView, Document, Extraction } from './model/index.ts';
import { extract, type FoldOptions, fold, read, write } from './pipeline.ts';
import { loadLexicons } from './providers/index.ts';
import { type Query, type QueryAnswer, type QueryOptions, screenQuery } from './screening/index.ts';
import { chooseLists, dataFolder, loadIndex, loadLists, requireLists } from './snapshots/index.ts';

export interface OpenOptions {
  /** What reading may cost; clew's own limits unless given. */
  readonly limits?: Partial<ReadLimits>;
  /** Folder with the installed sanctions lists; `$CLEW_DATA` or the user's data folder unless given. */
  readonly data?: string;
}

export interface ReadFileOptions {
  /** Base name, a hint for the format. */
  readonly name: string;
  /** Character encoding of a text file, over any guess. */
  readonly encoding?: string;
}

export interface WriteOptions {
  /** ISO 8601 in UTC; now unless given. The only thing that differs between two runs. */
  readonly writtenAt?: string;
}

/** The street with its word lists, limits and WebAssembly modules filled in. */
export interface Clew {
  /** The root document first, then what is inside it. In this process: bytes that nobody trusts belong in a process of their own. */
  readonly read: (bytes: Uint8Array, options: ReadFileOptions) => Promise<ReadItem[]>;
  readonly extract: (document: Document) => Extraction;
  /** The whole case; screened only against `lists` that are given (`installedLists`). */
  readonly fold: (records: CaseRecords, options?: FoldOptions) => CaseView;
  /** The dossier, one HTML file. Throws `dossier-unfounded` when a sentence would stand without a footnote. */
  readonly write: (view: CaseView, options?: WriteOptions) => string;
  /** The case in one of the formats of `EXPORTERS`. Throws `usage` for a format that is none. */
  readonly export: (view: CaseView, format: string, options?: WriteOptions) => string;
  /** Entries of the installed lists that may be meant, best first, and how many there are in all. Throws `list-missing` when there is no list. */
  readonly screen: (query: Query, options?: Partial<QueryOptions>) => Promise<QueryAnswer>;
  /** The installed lists as `fold` takes them; `null` when there is none. */
  readonly installedLists: () => ReturnType<typeof loadLists>;
}

/** Opens the library: reads the word lists once. Throws `lexicon-missing` or `not-built` when the installation is incomplete. */
export function openClew(options: OpenOptions = {}): Clew {
  const lexicons = loadLexicons();
  const data = options.data ?? dataFolder();
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const pdfium = moduleOf('@embedpdf/pdfium/pdfium.wasm');
  const sevenZip = moduleOf('7z-wasm/7zz.wasm');
  const told = ({ writtenAt = new Date().toISOString() }: WriteOptions = {}) => ({
    writtenAt,
    version: packageVersion(),
  });
  return {
    read: (bytes, file) =>
      read(bytes, { ...file, limits, pdfium: pdfium(), sevenZip: sevenZip(), stage: lexicons.stages.read }),
    extract: (document) => extract(document, lexicons),
    fold: (records, folding) => fold(records, lexicons, folding),
    write: (view, writing) => write(view, told(writing), lexicons),
    export: (view, format, writing) => exporterOf(format).write(view, told(writing)),
    screen: async (query, asked) =>
      screenQuery(query, await loadIndex(requireLists(lexicons, [], data), lexicons), { asOf: null, ...asked }),
    installedLists: () => loadLists(chooseLists(lexicons, [], data), lexicons),
  };
}

/** A WebAssembly module out of a package, read when it is first asked for; `null` where the package is not installed. */
function moduleOf(specifier: string): () => Uint8Array | null {
  let bytes: Uint8Array | null | undefined;
  return () => {
    try {
      bytes ??= readFileSync(fileURLToPath(import.meta.resolve(specifier)));
    } catch {
      bytes = null;
    }
    return bytes;
  };
}

function exporterOf(format: string) {
  const found = EXPORTERS.find((one) => one.format === format);
  if (found) return found;
  throw new ClewError('usage', `${format} is no format that clew writes.`, {
    hint: `One of: ${EXPORTERS.map((one) => one.format).join(', ')}.`,
  });
}

const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
