import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ClewError } from '../errors.ts';
import type { Lexicons, ListEntry } from '../model/index.ts';
import { sha256 } from '../text/index.ts';
import { notWritten, syncFolder, writeDurably } from './durable.ts';
import { readAgain } from './read-files.ts';
import type { Snapshot } from './snapshot.ts';

/** Folders under `$CLEW_DATA`: `lists/<list>/<snapshot>/`, `originals/<sha256>`, `cache/`. */
export const listsFolder = (data: string): string => join(data, 'lists');
export const originalPath = (data: string, sha256: string): string => join(data, 'originals', sha256);
export const cacheFolder = (data: string): string => join(data, 'cache');

const folderOf = (data: string, { list, id }: Pick<Snapshot, 'list' | 'id'>): string =>
  join(listsFolder(data), list, id);

const foldersIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((one) => one.isDirectory() && !one.name.startsWith('.'))
        .map(({ name }) => name)
        .sort()
    : [];

/** Every snapshot that is kept, sorted by list, then date. Throws `ClewError` `list-damaged`, naming the file. */
export function listSnapshots(data: string): Snapshot[] {
  return foldersIn(listsFolder(data)).flatMap((list) =>
    foldersIn(join(listsFolder(data), list))
      .map((id) => readSnapshot(join(listsFolder(data), list, id, 'snapshot.json')))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.added < b.added ? -1 : 1)),
  );
}

function readSnapshot(path: string): Snapshot {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Snapshot;
  } catch (cause) {
    throw damaged(path, cause);
  }
}

const damaged = (path: string, cause: unknown): ClewError =>
  new ClewError('list-damaged', `${path} cannot be read as what clew wrote there.`, {
    hint: 'Remove the list with "clew lists remove" (or delete its folder) and add it again.',
    cause,
  });

/** Keeps a snapshot: its entries and what it is, in a folder that appears whole or not at all. Returns it with the hash of its entries. */
export function keepSnapshot(data: string, snapshot: Snapshot, entries: readonly ListEntry[]): Snapshot {
  const folder = folderOf(data, snapshot);
  const temporary = join(listsFolder(data), snapshot.list, `.${snapshot.id}.${process.pid}`);
  try {
    mkdirSync(temporary, { recursive: true });
    const lines = toLines(entries);
    writeDurably(join(temporary, 'entries.jsonl'), lines);
    const whole: Snapshot = { ...snapshot, entriesHash: sha256(lines) };
    writeDurably(join(temporary, 'snapshot.json'), `${JSON.stringify(whole, null, 1)}\n`);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(temporary, folder);
    syncFolder(join(listsFolder(data), snapshot.list));
    return whole;
  } catch (cause) {
    rmSync(temporary, { recursive: true, force: true });
    throw cause instanceof ClewError ? cause : notWritten(folder, cause);
  }
}

const toLines = (entries: readonly ListEntry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

const entriesPath = (data: string, snapshot: Snapshot): string => join(folderOf(data, snapshot), 'entries.jsonl');

/**
 * The entries of a snapshot, as they were written; read again from the originals when another reader made them. Throws `list-damaged`
 * when either is not what it was: a list that lost an entry would call a listed party unlisted.
 */
export async function readEntries(data: string, snapshot: Snapshot, lexicons: Lexicons): Promise<ListEntry[]> {
  const { reader, entriesHash } = snapshot;
  if (reader !== lexicons.stages.lists || entriesHash === undefined) {
    for (const { sha256: hash } of snapshot.originals) readChecked(originalPath(data, hash), hash);
    return readAgain(data, snapshot, lexicons);
  }
  const lines = readChecked(entriesPath(data, snapshot), entriesHash).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ListEntry);
}

function readChecked(path: string, hash: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw damaged(path, cause);
  }
  if (sha256(bytes) === hash) return bytes;
  throw damaged(path, new Error(`its sha256 is not ${hash}`));
}

/** What tells at a glance that the entries of a snapshot may have been touched: size and time of their file. */
export function stampOf(data: string, snapshot: Snapshot): string {
  try {
    const { size, mtimeMs } = statSync(entriesPath(data, snapshot));
    return `${size} ${mtimeMs}`;
  } catch {
    return 'gone';
  }
}

/** Removes snapshots and the originals that no other snapshot needs. */
export function removeSnapshots(data: string, gone: readonly Snapshot[]): void {
  const ids = new Set(gone.map(({ list, id }) => `${list}/${id}`));
  const kept = listSnapshots(data).filter(({ list, id }) => !ids.has(`${list}/${id}`));
  const needed = new Set(kept.flatMap(({ originals }) => originals.map(({ sha256 }) => sha256)));
  for (const snapshot of gone) {
    rmSync(folderOf(data, snapshot), { recursive: true, force: true });
    for (const { sha256 } of snapshot.originals) {
      if (!needed.has(sha256)) rmSync(originalPath(data, sha256), { force: true });
    }
    const list = join(listsFolder(data), snapshot.list);
    if (foldersIn(list).length === 0) rmSync(list, { recursive: true, force: true });
  }
  rmSync(cacheFolder(data), { recursive: true, force: true });
}
