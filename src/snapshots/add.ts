import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ClewError } from '../errors.ts';
import type { Lexicons, ListEntry } from '../model/index.ts';
import { isCompanion, type ListProblem, listId } from '../screening/index.ts';
import { hashOf } from '../text/index.ts';
import { keepSnapshot, listSnapshots, originalPath } from './catalogue.ts';
import { notWritten } from './durable.ts';
import { type InspectedFile, inspectFile } from './files.ts';
import { type ReadFiles, readFiles } from './read-files.ts';
import { isAddition, refuseShrunk } from './shrunk.ts';
import type { DateBasis, Snapshot } from './snapshot.ts';

export interface AddOptions {
  readonly data: string;
  /** Id the entries go under; `null`: the lists' own. */
  readonly list: string | null;
  /** ISO day the files show; `null`: as the files say. */
  readonly asOf: string | null;
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** Whether the files sum up earlier snapshots; unless given, where nothing else explains their days. */
  readonly isHistory?: boolean;
  /** A file that lacks more than a tenth of the entries of the list in force is whole all the same. */
  readonly acceptShrunk?: boolean;
  /** Where the files were fetched, or `null`. */
  readonly from?: string | null;
}

export interface AddedList {
  readonly snapshot: Snapshot;
  /** The same files were there already under that date. */
  readonly wasKnown: boolean;
}

export interface AddReport {
  readonly added: readonly AddedList[];
  readonly problems: readonly ListProblem[];
  readonly passedOver: readonly { readonly what: string; readonly count: number }[];
}

/** A file to add, and what it is called when that is not the end of its path. */
export interface GivenFile {
  readonly path: string;
  readonly name?: string;
}

/**
 * Reads files into snapshots: OFAC's files together, every other file by itself, one snapshot for each list found.
 * Nothing is kept when a file is no list (`list-unknown`), cannot be found (`path-not-found`), holds no entry, ends within a row
 * (`list-torn`) or lacks more than a tenth of the list in force (`list-shrunk`).
 */
export async function addLists(
  given: readonly GivenFile[],
  lexicons: Lexicons,
  options: AddOptions,
): Promise<AddReport> {
  const files: InspectedFile[] = [];
  for (const { path, name } of given) files.push(await inspectFile(path, name));
  const reports: AddReport[] = [];
  for (const bundle of bundlesOf(files)) {
    const read = await readFiles(bundle, options.list, lexicons);
    refuseTorn(bundle, read, options);
    if (read.lists.size === 0) throw empty(bundle, read);
    reports.push({ ...read, added: await keep(bundle, read, { ...options, lexicons }) });
  }
  return {
    added: reports.flatMap(({ added }) => added),
    problems: reports.flatMap(({ problems }) => problems),
    passedOver: reports.flatMap(({ passedOver }) => passedOver),
  };
}

/** OFAC's two lists have companions of their own, told apart by the names OFAC gives them (`cons_alt.csv`). */
function bundlesOf(files: readonly InspectedFile[]): InspectedFile[][] {
  const bundles = new Map<string, InspectedFile[]>();
  for (const file of files) {
    const isOfac = file.format === 'ofac' || isCompanion(file.format);
    const key = isOfac ? `ofac ${/^cons/i.test(file.name)}` : file.path;
    bundles.set(key, [...(bundles.get(key) ?? []), file]);
  }
  return [...bundles.values()];
}

/** A file that ends within a row was not fetched whole; what a server sends ends in a line as well. */
function refuseTorn(bundle: readonly InspectedFile[], { problems }: ReadFiles, { from = null }: AddOptions): void {
  const cut = problems.find(({ code }) => code === 'file-cut-off');
  const open = from === null ? undefined : bundle.find(({ format, endsInLine }) => format !== 'un-xml' && !endsInLine);
  if (cut === undefined && open === undefined) return;
  const where = cut
    ? `${cut.file}${cut.row > 0 ? `, line ${cut.row}` : ''}: ${cut.detail}`
    : `${open?.name} ends within a line`;
  throw new ClewError('list-torn', `The file was not fetched whole. ${where}.`, {
    hint: 'The lists you have are as they were. Fetch the file again.',
  });
}

function empty(bundle: readonly InspectedFile[], { problems }: ReadFiles): ClewError {
  const [first] = problems;
  const why = first ? ` First problem: ${first.file}, line ${first.row}: ${first.detail}.` : '';
  return new ClewError('list-unknown', `${bundle.map(({ name }) => name).join(', ')} holds no entry.${why}`, {
    hint: 'Check that the file was fetched whole.',
  });
}

async function keep(
  bundle: readonly InspectedFile[],
  read: ReadFiles,
  options: AddOptions & { readonly lexicons: Lexicons },
): Promise<AddedList[]> {
  const { data, now, lexicons } = options;
  const known = listSnapshots(data);
  const { date, basis } = dateOf(bundle, read, options);
  if (!options.acceptShrunk) {
    const isUpdate = options.from != null;
    for (const [list, entries] of read.lists) {
      await refuseShrunk({ data, lexicons, known, isUpdate }, { list: listId(list), date, entries });
    }
  }
  for (const { path, sha256 } of bundle) keepOriginal(path, originalPath(data, sha256));
  return [...read.lists].map(([list, entries]) => {
    const originals = bundle.map(({ name, sha256, size, format, encoding }) => ({
      name,
      sha256,
      size,
      format,
      encoding,
    }));
    const id = `${date}-${hashOf(originals.map(({ sha256 }) => sha256)).slice(0, 12)}`;
    const before = known.filter((one) => one.list === list && one.id !== id && !one.isPartial);
    const snapshot: Snapshot = {
      id,
      list: listId(list),
      title: titleOf(list, lexicons),
      date,
      dateBasis: basis,
      added: now,
      from: options.from ?? null,
      originals,
      entries: entries.length,
      problems: read.problems.length,
      seen: seenOf(entries),
      isHistory: options.isHistory ?? isHistory(bundle, read),
      isPartial: !options.acceptShrunk && before.some(({ entries: many }) => isAddition(entries.length, many)),
      reader: lexicons.stages.lists,
    };
    const old = known.find(
      (one) => one.list === snapshot.list && one.id === id && one.isHistory === snapshot.isHistory,
    );
    return { snapshot: old ?? keepSnapshot(data, snapshot, entries), wasKnown: old !== undefined };
  });
}

/** Days of listing that somebody reckoned from many copies, or a table whose days no single copy can have. */
const isHistory = (bundle: readonly InspectedFile[], { sumsUp }: ReadFiles): boolean =>
  sumsUp > 1 || bundle.some(({ format }) => format === 'listing-dates');

function keepOriginal(from: string, to: string): void {
  try {
    mkdirSync(dirname(to), { recursive: true });
    if (!existsSync(to)) copyFileSync(from, to);
  } catch (cause) {
    throw notWritten(to, cause);
  }
}

function titleOf(list: string, lexicons: Lexicons): string {
  const row = (lexicons.lists['screening/datasets'] ?? []).find(([id = '']) => id === list);
  return row?.[1] ?? list;
}

function seenOf(entries: readonly ListEntry[]): Snapshot['seen'] {
  const days = entries
    .flatMap(({ firstSeen, lastSeen }) => (firstSeen && lastSeen ? [firstSeen, lastSeen] : []))
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  return first !== undefined && last !== undefined ? { first, last } : null;
}

/** The day the files show: as the caller says, as the list says, as the main file is called, or when it was last changed. */
function dateOf(
  bundle: readonly InspectedFile[],
  { statedDate }: ReadFiles,
  { asOf }: AddOptions,
): { readonly date: string; readonly basis: DateBasis } {
  if (asOf !== null) return { date: asOf, basis: 'given' };
  if (statedDate !== null) return { date: statedDate, basis: 'stated' };
  const main = bundle.find(({ format }) => !isCompanion(format)) ?? bundle[0];
  const named = dayInName(main?.name ?? '');
  if (named !== null) return { date: named, basis: 'file-name' };
  return { date: main?.changed ?? '', basis: 'file-time' };
}

/** `sdn_20240503.csv`, `list-2024-05-03.csv`: the day; `2024-10`: the last of the month, for by then the file was so. */
export function dayInName(name: string): string | null {
  const day = /(?<!\d)(20\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  if (day) return `${day[1]}-${day[2]}-${day[3]}`;
  const month = /(?<!\d)(20\d{2})[-_.](0[1-9]|1[0-2])(?!\d)/.exec(name);
  if (!month) return null;
  const last = new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate();
  return `${month[1]}-${month[2]}-${String(last).padStart(2, '0')}`;
}
