import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { ClewError } from '../errors.ts';
import type { Lexicons, ListEntry, SnapshotRef } from '../model/index.ts';
import {
  createMatcher,
  historyOf,
  type InstalledLists,
  type Matcher,
  readIndex,
  writeIndex,
} from '../screening/index.ts';
import { hashOf, sha256 } from '../text/index.ts';
import { cacheFolder, listSnapshots, readEntries, stampOf } from './catalogue.ts';
import { writeDurably } from './durable.ts';
import { dataFolder } from './home.ts';
import { type Snapshot, toRef } from './snapshot.ts';

export interface Chosen {
  readonly data: string;
  readonly snapshots: readonly Snapshot[];
  /** Equal keys mean equal lists, read alike. */
  readonly key: string;
}

/** Indexes kept at once, the most recently used. */
const KEPT_INDEXES = 6;

/**
 * The lists to screen against: all that are installed, or those named. A fast look: nothing is loaded.
 * Throws `ClewError` `list-missing` when a named list is not there.
 */
export function chooseLists(lexicons: Lexicons, only: readonly string[] = [], data = dataFolder()): Chosen {
  const all = listSnapshots(data);
  const missing = only.filter((list) => !all.some((snapshot) => snapshot.list === list));
  if (missing.length > 0) {
    const installed = [...new Set(all.map(({ list }) => list))].join(', ') || 'none';
    throw new ClewError('list-missing', `The list ${missing.join(', ')} is not installed.`, {
      hint: `Installed: ${installed}. Add one with: clew lists add <file…>`,
    });
  }
  const snapshots = only.length === 0 ? all : all.filter(({ list }) => only.includes(list));
  const versions = [lexicons.stages.lists, lexicons.stages.screening, lexicons.version];
  const ids = snapshots.map(({ list, id, isPartial, isHistory }) => [list, id, isPartial, isHistory ?? false]);
  return { data, snapshots, key: snapshots.length === 0 ? 'none' : hashOf({ ids, versions }).slice(0, 32) };
}

/** Like `chooseLists`, and throws `list-missing` with what to do when there is none at all. */
export function requireLists(lexicons: Lexicons, only: readonly string[] = [], data = dataFolder()): Chosen {
  const chosen = chooseLists(lexicons, only, data);
  if (chosen.snapshots.length > 0) return chosen;
  throw new ClewError('list-missing', `No sanctions list is installed in ${data}.`, {
    hint: 'Add one: clew lists add <file…> (OFAC csv, UN XML, OpenSanctions), or clew lists update --online.',
  });
}

/** The index, as bytes for threads and read, and what belongs to it. */
export interface LoadedIndex extends InstalledLists {
  readonly index: Uint8Array;
}

/**
 * The index over the chosen lists: the one that is kept, or built and kept when there is none, or it is not as it was written, or the
 * entries under it were touched. Throws `list-damaged` when those are not as they were written either.
 */
export async function loadIndex(chosen: Chosen, lexicons: Lexicons): Promise<LoadedIndex> {
  const folder = cacheFolder(chosen.data);
  const [indexPath, aboutPath] = [join(folder, `${chosen.key}.index`), join(folder, `${chosen.key}.json`)];
  const stamps = chosen.snapshots.map((snapshot) => stampOf(chosen.data, snapshot));
  try {
    const index = readFileSync(indexPath);
    const about = readAbout(readFileSync(aboutPath, 'utf8'), { index: sha256(index), stamps });
    const matcher = readMatcher(index, lexicons);
    markUsed(indexPath);
    return { index, matcher, ...about };
  } catch {
    const { index, matcher, about } = await buildIndex(chosen, lexicons);
    try {
      writeDurably(indexPath, index);
      writeDurably(aboutPath, writeAbout(about, { index: sha256(index), stamps }));
      dropOldIndexes(folder);
    } catch {
      // A data folder that cannot be written just means that the index is built again next time.
    }
    return { index, matcher, ...about };
  }
}

type About = Pick<InstalledLists, 'histories' | 'snapshots'>;

/** What the kept index must still be, and the entries it was made of. */
interface Seal {
  readonly index: string;
  readonly stamps: readonly string[];
}

/** A line with the hash of the rest, then the rest. */
function writeAbout(about: About, seal: Seal): string {
  const text = JSON.stringify({ about, seal });
  return `${sha256(text)}\n${text}`;
}

function readAbout(file: string, seal: Seal): About {
  const text = file.slice(file.indexOf('\n') + 1);
  if (!file.startsWith(`${sha256(text)}\n`)) throw new Error('not as it was written');
  const kept = JSON.parse(text) as { readonly about: About; readonly seal: Seal };
  if (JSON.stringify(kept.seal) !== JSON.stringify(seal))
    throw new Error('of another index, or of entries that were touched');
  return kept.about;
}

/** Throws `ClewError` `list-damaged` when the bytes are no index of this version. */
export function readMatcher(index: Uint8Array, lexicons: Lexicons): Matcher {
  const matcher = readIndex(index, lexicons);
  if (matcher) return matcher;
  throw new ClewError('list-damaged', 'The kept index cannot be read.', {
    hint: 'Delete the folder cache under $CLEW_DATA; it is built again.',
  });
}

/** The lists as screening takes them; `null` when none is installed. */
export async function loadLists(chosen: Chosen, lexicons: Lexicons): Promise<InstalledLists | null> {
  return chosen.snapshots.length === 0 ? null : loadIndex(chosen, lexicons);
}

async function buildIndex({ data, snapshots }: Chosen, lexicons: Lexicons) {
  const histories: Record<string, ReturnType<typeof historyOf>> = {};
  const entries: ListEntry[] = [];
  const refs: SnapshotRef[] = [];
  for (const [list, own] of groupByList(snapshots)) {
    const read = [];
    for (const snapshot of own) {
      const { date, isPartial, isHistory = false } = snapshot;
      read.push({ date, isPartial, isHistory, entries: await readEntries(data, snapshot, lexicons) });
    }
    histories[list] = historyOf(list, read);
    // Each entry as the newest snapshot that has it shows it; those that were removed stay findable.
    const newest = new Map(read.flatMap((snapshot) => snapshot.entries.map((entry) => [entry.id, entry] as const)));
    for (const entry of newest.values()) entries.push(entry);
    // The newest whole list, and what was added to it since.
    const whole = own.findLastIndex(({ isPartial }) => !isPartial);
    refs.push(...own.slice(Math.max(0, whole)).map(toRef));
  }
  const matcher = createMatcher(entries, lexicons);
  const about: About = { histories, snapshots: refs };
  return { index: writeIndex(matcher), matcher, about };
}

function groupByList(snapshots: readonly Snapshot[]): Map<string, Snapshot[]> {
  const groups = new Map<string, Snapshot[]>();
  for (const snapshot of snapshots) groups.set(snapshot.list, [...(groups.get(snapshot.list) ?? []), snapshot]);
  return groups;
}

function markUsed(path: string): void {
  const { atime } = statSync(path);
  const now = new Date();
  if (now.getTime() - atime.getTime() > 1000) utimesSync(path, now, now);
}

function dropOldIndexes(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const indexes = readdirSync(folder)
    .filter((name) => name.endsWith('.index') && !name.startsWith('.'))
    .map((name) => ({ name, used: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { name } of indexes.slice(KEPT_INDEXES)) {
    rmSync(join(folder, name), { force: true });
    rmSync(join(folder, name.replace(/\.index$/, '.json')), { force: true });
  }
}
