import { type Claim, type Document, SELF } from '../model/index.ts';
import { type CaseLookup, nameOf } from './case-lookup.ts';

/** Who speaks when a document speaks for itself. */
export const voiceOf = (document: Document): string => document.metadata.publisher ?? document.name;

/** The chain of a claim in words, outermost first: `Harbour Gazette > two officials`; parallel sources are joined by "and". */
export function wordChain(claim: Claim, document: Document, lookup: CaseLookup): string {
  if (claim.attribution.length === 0) return voiceOf(document);
  return claim.attribution
    .map((link) =>
      link.sources.length === 0
        ? 'unspecified source'
        : link.sources.map((id) => (id === SELF ? voiceOf(document) : nameOf(id, lookup))).join(' and '),
    )
    .join(' > ');
}
