export const LISTING_STATUSES = [
  'listed',
  'not-yet-listed',
  'delisted',
  'other-risk',
  'unknown',
  'list-missing',
] as const;
/**
 * `other-risk`: the list names it for another reason than a sanction. `unknown`: neither the snapshots nor the list tell.
 * `list-missing`: no snapshot of the list is installed.
 */
export type ListingStatus = (typeof LISTING_STATUSES)[number];

/** Whether an entry stood on its list on a day. Dates are EDTF; `null` is not known. */
export interface Listing {
  readonly status: ListingStatus;
  /** The day asked about; `null`: the list's last snapshot. */
  readonly asOf: string | null;
  /** First day the entry is known to have stood on the list. */
  readonly since: string | null;
  /**
   * How `since` is known. `list`: the list says so. `snapshot`: a snapshot before it did not have the entry.
   * `first-snapshot`: the first snapshot had it already, so it was listed on that day or before. `first-seen`: likewise, by the day on
   * which the maker of the file says to have seen it first.
   */
  readonly sinceBy: 'list' | 'snapshot' | 'first-snapshot' | 'first-seen' | null;
  /** Last snapshot that had the entry, or the last day that the list states (then `goneBy` is `null`); `null` while it stands there. */
  readonly until: string | null;
  /** First snapshot after `until`, which no longer had it: it was removed in between. */
  readonly goneBy: string | null;
  /** The same in plain words. */
  readonly detail: string;
}

/** One snapshot of one list, as it was when it was used. */
export interface SnapshotRef {
  readonly list: string;
  readonly title: string;
  /** ISO 8601 day the snapshot shows. */
  readonly date: string;
  /** sha256 of each original file, in the order they were given. */
  readonly hashes: readonly string[];
  readonly entries: number;
}
