import type { CaseView, Entity } from '../../model/index.ts';
import { compareText } from '../../text/index.ts';
import { type CaseLookup, isStanding, lookUpCase, sortedDocuments } from '../case-lookup.ts';
import type { Exporter } from '../exporter.ts';
import { ftmClaim } from './edges.ts';
import { ftmHit, topicsOf } from './hits.ts';
import type { FtmEntity } from './schema.ts';
import { documentsOfMentions, ftmDocument, ftmThing } from './things.ts';

/** Named entities, and described ones that a line refers to: an edge must not point at nothing. */
function entitiesToWrite({ view }: CaseLookup, claims: readonly FtmEntity[]): Entity[] {
  const referred = new Set(claims.flatMap((line) => Object.values(line.properties).flat()));
  return [...view.resolution.entities]
    .filter((entity) => entity.named || referred.has(entity.id))
    .sort((a, b) => compareText(a.id, b.id));
}

/** The case as FollowTheMoney entities: documents, things, then one or more for each claim that stands. */
export function toFtm(view: CaseView): FtmEntity[] {
  const lookup = lookUpCase(view);
  const documents = sortedDocuments(lookup);
  const claims = documents.flatMap((document) =>
    (lookup.extractions.get(document.id)?.claims ?? [])
      .filter(isStanding)
      .flatMap((claim) => ftmClaim(claim, document, lookup)),
  );
  const documentOf = documentsOfMentions(lookup);
  const things = entitiesToWrite(lookup, claims).map((entity) =>
    ftmThing(entity, documentOf, topicsOf(entity.id, view.hits)),
  );
  return [...documents.map(ftmDocument), ...things, ...claims, ...view.hits.flatMap((hit) => ftmHit(hit, lookup))];
}

export const ftm: Exporter = {
  format: 'ftm',
  mediaType: 'application/json+ftm',
  losses: [
    'FollowTheMoney has no modality: planned, possible, alleged, denied, undetermined and negative claims and opinions become notes on the entities they speak of, never edges.',
    'The chain of attribution, the modality and the review stand as words in "summary", the quotation in "description"; the span is left out.',
    'Independent origins, findings, contradictions, replies, open questions and decisions are left out.',
    'Ties for which FollowTheMoney has no schema become UnknownLink with the predicate as "role"; products and weapon systems become Asset.',
    'Dates keep year, month and day; "about", seasons, quarters and open ends are lost, and are still to be read in the quotation.',
    'Quantities other than sums of money are to be read in the quotation only.',
    'A document\'s sha256 stands in "notes", as "contentHash" holds a sha1.',
    'Claims that a person rejected are left out.',
    'A match with a list entry becomes a sanction only when a person has confirmed it; one that nobody has reviewed is a note, a rejected one is left out.',
  ],
  write: (view) =>
    toFtm(view)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
};
