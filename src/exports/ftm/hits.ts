import type { Hit } from '../../model/index.ts';
import type { CaseLookup } from '../case-lookup.ts';
import { type FtmEntity, ftmEntity } from './schema.ts';

/** Properties that a confirmed hit gives the party itself. An unconfirmed one gives nothing: it is no fact. */
export const topicsOf = (entity: string, hits: readonly Hit[]): Readonly<Record<string, readonly string[]>> =>
  hits.some((hit) => hit.entity === entity && hit.state === 'confirmed' && hit.listing.status === 'listed')
    ? { topics: ['sanction'] }
    : {};

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
  return [
    ftmEntity(hit.id, 'Sanction', {
      entity: [hit.entity],
      authority: [source],
      program: hit.programmes,
      authorityId: [hit.entry],
      listingDate: hit.listing.sinceBy === 'first-snapshot' || hit.listing.since === null ? [] : [hit.listing.since],
      endDate: hit.listing.status === 'delisted' && hit.listing.until !== null ? [hit.listing.until] : [],
      status: [hit.listing.status],
      summary: [`Confirmed by a person; ${hit.listing.detail}`],
      recordId: [`${hit.list} ${hit.entry}`],
    }),
  ];
}
