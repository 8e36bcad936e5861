import { ClewError } from '../errors.ts';
import type { Lexicons, ListEntry } from '../model/index.ts';
import { readEntries } from './catalogue.ts';
import type { Snapshot } from './snapshot.ts';

/** So few against the snapshot before that they are additions to it, not a list. */
export const isAddition = (entries: number, before: number): boolean => entries * 4 < before;

interface InForce {
  readonly data: string;
  readonly lexicons: Lexicons;
  readonly known: readonly Snapshot[];
  /** What was fetched as the whole list is never taken as additions. */
  readonly isUpdate: boolean;
}

interface Newer {
  readonly list: string;
  readonly date: string;
  readonly entries: readonly ListEntry[];
}

/** Throws `list-shrunk` when a file lacks more than a tenth of the entries that stood on the newest whole snapshot of its day or before. */
export async function refuseShrunk({ data, lexicons, known, isUpdate }: InForce, newer: Newer): Promise<void> {
  const { list, date, entries } = newer;
  const before = known.findLast((one) => one.list === list && one.date <= date && !one.isPartial);
  if (before === undefined || (!isUpdate && isAddition(entries.length, before.entries))) return;
  const ids = new Set(entries.map(({ id }) => id));
  const stood = standing(await readEntries(data, before, lexicons), before);
  const lost = stood.filter(({ id }) => !ids.has(id)).length;
  if (lost * 10 <= stood.length) return;
  throw new ClewError(
    'list-shrunk',
    `The file of ${date} lacks ${lost} of the ${stood.length} entries that ${list} had on ${before.date}.`,
    {
      hint: 'The lists you have are as they were. Look whether the file is whole; if it is, say --accept-shrunk.',
    },
  );
}

/** A history has those too who were removed before its last day. */
const standing = (entries: readonly ListEntry[], { isHistory, seen }: Snapshot): readonly ListEntry[] =>
  isHistory && seen ? entries.filter(({ lastSeen }) => lastSeen === null || lastSeen >= seen.last) : entries;
