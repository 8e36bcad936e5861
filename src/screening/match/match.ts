import type { ListEntry, ListedName, Reason } from '../../model/index.ts';

/** One possible match of a query with an entry. */
export interface Match {
  readonly entry: ListEntry;
  /** The name of the entry that is most like the query. */
  readonly matchedName: ListedName;
  /** 0..1 */
  readonly score: number;
  readonly reasons: readonly Reason[];
}
