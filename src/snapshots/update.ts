import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ClewError } from '../errors.ts';
import type { Lexicons } from '../model/index.ts';
import { compareEntries, type ListChanges } from '../screening/index.ts';
import { type AddReport, addLists } from './add.ts';
import { listSnapshots, readEntries } from './catalogue.ts';
import { FETCH_LIMITS, type FetchLimits, fetchFile } from './fetch-file.ts';
import type { Snapshot } from './snapshot.ts';

/** One published list: its files and where they are, from `data/screening/sources.tsv`. */
export interface ListSource {
  readonly id: string;
  readonly list: string;
  readonly files: readonly { readonly name: string; readonly url: string }[];
}

export function listSources(lexicons: Lexicons): ListSource[] {
  const sources = new Map<string, { id: string; list: string; files: { name: string; url: string }[] }>();
  for (const [id = '', list = '', name = '', url = ''] of lexicons.lists['screening/sources'] ?? []) {
    const source = sources.get(id) ?? { id, list, files: [] };
    source.files.push({ name, url });
    sources.set(id, source);
  }
  return [...sources.values()];
}

export interface UpdateOptions {
  readonly data: string;
  readonly now: string;
  /** An address in place of the official ones: a folder of the source's files, or the file itself when it has only one. */
  readonly from: string | null;
  readonly acceptShrunk?: boolean;
  readonly limits?: FetchLimits;
}

export interface Updated {
  readonly source: string;
  readonly report: AddReport;
  readonly lists: readonly {
    readonly snapshot: Snapshot;
    /** The snapshot it is compared with, or `null` when it is the first. */
    readonly before: Snapshot | null;
    readonly changes: ListChanges;
  }[];
}

/**
 * Fetches one source into a new snapshot and says what changed against the newest one before. Both are kept. All files of the source
 * are fetched and read before anything is kept: whatever fails, the lists are as they were.
 */
export async function updateSource(source: ListSource, lexicons: Lexicons, options: UpdateOptions): Promise<Updated> {
  const { data, now } = options;
  mkdirSync(data, { recursive: true });
  const folder = mkdtempSync(join(data, '.fetch-'));
  try {
    const files = [];
    for (const { name, url } of source.files) {
      const path = join(folder, name);
      await fetchFile(addressOf(name, url, source, options.from), path, options.limits ?? FETCH_LIMITS);
      files.push({ path, name });
    }
    const earlier = listSnapshots(data);
    const report = await readFetched(files, source, lexicons, options);
    const lists = [];
    for (const { snapshot, wasKnown } of report.added) {
      const before = wasKnown
        ? snapshot
        : (earlier.findLast(({ list, isPartial }) => list === snapshot.list && !isPartial) ?? null);
      const old = before === null ? [] : await readEntries(data, before, lexicons);
      lists.push({ snapshot, before, changes: compareEntries(old, await readEntries(data, snapshot, lexicons)) });
    }
    return { source: source.id, report, lists };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  function readFetched(
    files: readonly { readonly path: string; readonly name: string }[],
    { list, files: [first] }: ListSource,
    words: Lexicons,
    { from, acceptShrunk = false }: UpdateOptions,
  ): Promise<AddReport> {
    return addLists(files, words, {
      data,
      list,
      asOf: null,
      isHistory: false,
      acceptShrunk,
      now,
      from: from ?? first?.url ?? null,
    }).catch((cause) => {
      if (!(cause instanceof ClewError) || cause.code !== 'list-unknown') throw cause;
      throw new ClewError('download-failed', `What ${source.id} sent is no list: ${cause.message}`, {
        hint: 'The lists you have are as they were. The address may have moved: data/screening/sources.tsv has it.',
        cause,
      });
    });
  }
}

function addressOf(name: string, url: string, { files }: ListSource, from: string | null): string {
  if (from === null) return url;
  if (files.length === 1 && !from.endsWith('/')) return from;
  return `${from.replace(/\/$/, '')}/${name}`;
}
