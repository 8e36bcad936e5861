import type { SnapshotRef } from '../model/index.ts';

/** How the day a snapshot shows is known. */
export type DateBasis = 'given' | 'stated' | 'file-name' | 'file-time';

/** One file of a snapshot as it was received. */
export interface Original {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly format: string;
  readonly encoding: string;
}

/** `snapshot.json`: what a snapshot is and where it came from. */
export interface Snapshot {
  readonly id: string;
  readonly list: string;
  readonly title: string;
  /** ISO day the list looked like this. */
  readonly date: string;
  readonly dateBasis: DateBasis;
  /** When it was added, ISO 8601 in UTC. */
  readonly added: string;
  /** Where it was fetched, or `null` for files of one's own. */
  readonly from: string | null;
  readonly originals: readonly Original[];
  readonly entries: number;
  /** sha256 of `entries.jsonl`; missing in snapshots of older versions, which are read again from their originals. */
  readonly entriesHash?: string;
  readonly problems: number;
  /** First and last day that its entries' first_seen and last_seen columns name, or `null`. */
  readonly seen: { readonly first: string; readonly last: string } | null;
  /** It sums up earlier snapshots, so that `seen` tells when entries came and went; else it shows one day. Missing in old ones. */
  readonly isHistory?: boolean;
  /** It has far fewer entries than the snapshot before: additions to it, not a whole list. */
  readonly isPartial: boolean;
  /** Content hash of the readers that made `entries.jsonl`. */
  readonly reader: string;
}

export const toRef = ({ list, title, date, originals, entries }: Snapshot): SnapshotRef => ({
  list,
  title,
  date,
  hashes: originals.map(({ sha256 }) => sha256),
  entries,
});
