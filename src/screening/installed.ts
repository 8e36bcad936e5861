import type { SnapshotRef } from '../model/index.ts';
import type { ListHistory } from './history/index.ts';
import type { Matcher } from './match/index.ts';

/** The lists to screen against, loaded by the outer ring and handed in. */
export interface InstalledLists {
  readonly matcher: Matcher;
  /** By id of the list. */
  readonly histories: Readonly<Record<string, ListHistory>>;
  /** The newest snapshot of each list, sorted by list. */
  readonly snapshots: readonly SnapshotRef[];
}
