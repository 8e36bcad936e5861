import type { ListedKind, ListedLink, Listing, Reason } from '../model/index.ts';
import { answerListing } from './history/index.ts';
import type { InstalledLists } from './installed.ts';
import { ALERT_THRESHOLD, type Match, type Query } from './match/index.ts';

/** One possible match of a query, with what the list says of it and whether it stood there. */
export interface QueryHit {
  readonly list: string;
  /** The list's own entry number. */
  readonly id: string;
  /** The entry's primary name. */
  readonly name: string;
  /** The name on the list that matched. */
  readonly matched: string;
  readonly kind: ListedKind;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly programmes: readonly string[];
  readonly listing: Listing;
  /** Ties the list states; the other party is not listed by them. */
  readonly links: readonly ListedLink[];
}

export interface QueryOptions {
  /** ISO day, or `null` for each list's last snapshot. */
  readonly asOf: string | null;
  /** 0..1; the alert threshold unless given. */
  readonly threshold?: number;
  readonly limit?: number;
}

/** The best hits of a query, and how many there are in all: more than are given where `limit` cut them. */
export interface QueryAnswer {
  readonly hits: readonly QueryHit[];
  readonly total: number;
}

/** The entries that a query may mean, best first; with the listing as of a day. */
export function screenQuery(query: Query, lists: InstalledLists, options: QueryOptions): QueryAnswer {
  const { asOf, threshold = ALERT_THRESHOLD, limit = 5 } = options;
  const { matches, total } = lists.matcher.search(query, { limit, threshold });
  return { hits: matches.map((match) => toHit(match, lists, asOf)), total };
}

function toHit({ entry, matchedName, score, reasons }: Match, lists: InstalledLists, asOf: string | null): QueryHit {
  return {
    list: entry.list,
    id: entry.id,
    name: entry.names[0]?.text ?? matchedName.text,
    matched: matchedName.text,
    kind: entry.kind,
    score,
    reasons,
    programmes: entry.programmes,
    listing: answerListing(entry, lists.histories[entry.list], asOf),
    links: entry.links,
  };
}
