import type { Predicate } from './claim.ts';
import type { ListedKind, ListedLink } from './list-entry.ts';
import type { Listing, ListingStatus, SnapshotRef } from './listing.ts';
import type { Reason } from './score.ts';

export const HIT_STATES = ['proposed', 'confirmed', 'rejected'] as const;
/** `proposed` until a person has compared the two. */
export type HitState = (typeof HIT_STATES)[number];

/** A payment, delivery or supply of the case, held against the list as of its date. */
export interface DatedCheck {
  readonly claim: string;
  readonly predicate: Predicate;
  /** The claim's time as EDTF. */
  readonly edtf: string;
  /** `changes`: the listing changed within the time the claim gives. */
  readonly status: ListingStatus | 'changes';
  /** In plain words: "listed since 2023-12-12". */
  readonly detail: string;
}

/** One possible match of an entity with a list entry, explained. A proposal until a person decides. */
export interface Hit {
  readonly id: string;
  readonly entity: string;
  readonly list: string;
  readonly entry: string;
  /** The name on the list that matched. */
  readonly name: string;
  /** The entry's primary name. */
  readonly primary: string;
  readonly kind: ListedKind;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly programmes: readonly string[];
  /** What the list calls the entry where that is not "sanctioned", in plain words. */
  readonly topics: readonly string[];
  /** Ties that the list states. They say nothing of the other party being listed. */
  readonly links: readonly ListedLink[];
  readonly listing: Listing;
  readonly listedFrom: string | null;
  readonly listedUntil: string | null;
  readonly dated: readonly DatedCheck[];
  readonly state: HitState;
  /** The decision that confirmed or rejected it, or `null`. */
  readonly decision: string | null;
}

/** What a case was screened against. `lists` is empty when no list was installed: the case is not screened. */
export interface Screening {
  /** The day the lists were asked about; `null`: each list's last snapshot. */
  readonly asOf: string | null;
  readonly lists: readonly SnapshotRef[];
}

/** A hit as a recorded screening keeps it, so that a later one can be compared with it. */
export interface ScreenedHit {
  /** Where the entity is first named, and what it was called. */
  readonly mention: string;
  readonly entity: string;
  readonly list: string;
  readonly entry: string;
  readonly name: string;
  readonly score: number;
  readonly status: ListingStatus;
  readonly programmes: readonly string[];
}
