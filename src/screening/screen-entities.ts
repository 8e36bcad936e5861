import type { Claim, Entity, Extraction, Hit, MentionType, Screening } from '../model/index.ts';
import { contentId } from '../text/index.ts';
import { checkDealings, isDatedDealing } from './dated-checks.ts';
import { fullNames } from './full-names.ts';
import { answerListing } from './history/index.ts';
import type { InstalledLists } from './installed.ts';
import { ALERT_THRESHOLD, type Match, type Query } from './match/index.ts';
import { queryIdentifiers } from './query-identifiers.ts';

/** Types of entities that lists have, and what a list calls them. */
const KINDS: Partial<Record<MentionType, Query['kind']>> = {
  Person: 'person',
  Company: 'organization',
  Organization: 'organization',
  PublicBody: 'organization',
  Vessel: 'vessel',
};

/** Hits kept for one entity: beyond these a name is too common to tell anything. */
const MOST_HITS = 10;

export interface ScreeningInput {
  readonly entities: readonly Entity[];
  /** With decisions applied. */
  readonly extractions: readonly Extraction[];
  /** `null`: no list is installed. */
  readonly lists: InstalledLists | null;
  /** ISO day, or `null` for each list's last snapshot. */
  readonly asOf: string | null;
}

/**
 * The possible matches of a case's named people, companies, bodies and vessels with list entries, by all their names, numbers and
 * country; each at or above the alert threshold, with the listing as of `asOf` and the case's dated dealings held against it.
 * Sorted by score, then id. All are proposals: a person decides. Without lists there are none, and `screening.lists` is empty.
 */
export function screenEntities({ entities, extractions, lists, asOf }: ScreeningInput): {
  readonly hits: Hit[];
  readonly screening: Screening;
} {
  if (lists === null) return { hits: [], screening: { asOf, lists: [] } };
  const dealings = dealingsByMention(extractions);
  const hits = entities.flatMap((entity) => {
    const query = queryOf(entity);
    if (query === null) return [];
    const own = [...new Set(entity.mentions.flatMap((mention) => dealings.get(mention) ?? []))];
    return lists.matcher
      .match(query, { limit: MOST_HITS, threshold: ALERT_THRESHOLD })
      .map((match) => toHit(entity, match, { lists, asOf, dealings: own }));
  });
  hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return { hits, screening: { asOf, lists: lists.snapshots } };
}

/** What to look for; `null` for entities that no list has. */
function queryOf(entity: Entity): Query | null {
  const kind = KINDS[entity.type];
  if (!entity.named || kind === undefined) return null;
  const [name = entity.canonical, ...aliases] = fullNames(entity);
  return {
    name,
    kind,
    aliases,
    identifiers: Object.entries(entity.identifiers).flatMap(([scheme, values]) =>
      values.flatMap((value) => queryIdentifiers(scheme, value)),
    ),
    countries: entity.country === null ? [] : [entity.country],
  };
}

interface Around {
  readonly lists: InstalledLists;
  readonly asOf: string | null;
  readonly dealings: readonly Claim[];
}

function toHit(entity: Entity, { entry, matchedName, score, reasons }: Match, { lists, asOf, dealings }: Around): Hit {
  const history = lists.histories[entry.list];
  const listing = answerListing(entry, history, asOf);
  return {
    id: contentId('h', entity.id, entry.list, entry.id),
    entity: entity.id,
    list: entry.list,
    entry: entry.id,
    name: matchedName.text,
    primary: entry.names[0]?.text ?? matchedName.text,
    kind: entry.kind,
    score,
    reasons,
    programmes: entry.programmes,
    topics: entry.topics,
    links: entry.links,
    listing,
    listedFrom: listing.since,
    listedUntil: listing.until,
    dated: checkDealings(dealings, entry, history),
    state: 'proposed',
    decision: null,
  };
}

/** Dated dealings by the mentions that take part in them. */
function dealingsByMention(extractions: readonly Extraction[]): Map<string, Claim[]> {
  const found = new Map<string, Claim[]>();
  for (const claim of extractions.flatMap((extraction) => extraction.claims)) {
    if (!isDatedDealing(claim)) continue;
    for (const mention of [...claim.subject, ...claim.object]) {
      const known = found.get(mention);
      if (known) known.push(claim);
      else found.set(mention, [claim]);
    }
  }
  return found;
}
