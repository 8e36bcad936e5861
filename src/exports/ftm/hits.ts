import type { Hit } from '../../model/index.ts';
import type { CaseLookup } from '../case-lookup.ts';
import { type FtmEntity, ftmEntity } from './schema.ts';

/** Properties that a confirmed hit gives the party itself. An unconfirmed one gives nothing: it is no fact. */
export const topicsOf = (entity: string, hits: readonly Hit[]): Readonly<Record<string, readonly string[]>> =>
  hits.some((hit) => hit.entity === entity && hit.state === 'confirmed' && isSanction(hit))
    ? { topics: ['sanction'] }
    : {};

/** Debarment and export control are listings, and no sanctions. */
const isSanction = ({ listing, topics }: Hit): boolean => listing.status === 'listed' && topics.length === 0;

/** Where the list or two snapshots give the day; that of a first snapshot or of a crawl is only a bound. */
const listingDate = ({ listing: { since, sinceBy } }: Hit): string[] =>
  since !== null && (sinceBy === 'list' || sinceBy === 'snapshot') ? [since] : [];

/** A confirmed hit as a sanction; one that nobody has reviewed as a note that says so; a rejected one not at all. */
export function ftmHit(hit: Hit, { view }: CaseLookup): FtmEntity[] {
  const snapshot = view.screening.lists.find(({ list }) => list === hit.list);
  const source = `${snapshot?.title ?? hit.list}, snapshot of ${snapshot?.date ?? 'an unknown day'}`;
  if (hit.state === 'rejected') return [];
  if (hit.state === 'proposed') {
    return [
      ftmEntity(hit.id, 'Note', {
        name: ['possible match with a list entry, not reviewed'],
        entity: [hit.entity],
        description: [
          `${hit.primary} (${hit.list} ${hit.entry}), score ${hit.score.toFixed(2)}; ${hit.listing.detail}`,
        ],
        summary: ['Proposed by rules and not reviewed by a person: it does not say that the party is listed.'],
        publisher: [source],
      }),
    ];
  }
  if (hit.listing.status === 'other-risk') return [otherRisk(hit, source)];
  return [
    ftmEntity(hit.id, 'Sanction', {
      entity: [hit.entity],
      authority: [source],
      program: hit.programmes,
      authorityId: [hit.entry],
      listingDate: listingDate(hit),
      // Snapshots give only the days between which it ended: the summary has them.
      endDate: hit.listing.until !== null && hit.listing.goneBy === null ? [hit.listing.until] : [],
      status: [hit.listing.status],
      summary: [`Confirmed by a person; ${hit.listing.detail}`],
      recordId: [`${hit.list} ${hit.entry}`],
    }),
  ];
}

/** A person confirmed that it is the party; the list names it for another reason than a sanction. */
const otherRisk = (hit: Hit, source: string): FtmEntity =>
  ftmEntity(hit.id, 'Note', {
    name: ['named on a list, not as sanctioned'],
    entity: [hit.entity],
    description: [`${hit.primary} (${hit.list} ${hit.entry}); ${hit.listing.detail}`],
    summary: ['Confirmed by a person: it is the party on the list. The list does not say that it is sanctioned.'],
    publisher: [source],
  });
