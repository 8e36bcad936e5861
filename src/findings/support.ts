import type { Support } from '../model/index.ts';
import type { ClaimEvidence } from './evidence.ts';
import type { UpstreamOrigins } from './upstream.ts';

/**
 * How many stand behind a fact: documents, publisher origins, upstream origins. Only who affirms it stands behind it: a denial is
 * against, however many pass it on, and what nobody affirms rests on no origin. A comment under an article adds no origin beside the
 * article's.
 */
export function countSupport(
  fact: readonly ClaimEvidence[],
  originOf: ReadonlyMap<string, string>,
  upstream: UpstreamOrigins,
): Support {
  const affirmed = fact.filter(affirms);
  const told = affirmed.filter(isArticle);
  const comments = affirmed.length > 0 && told.length === 0 ? 1 : 0;
  return {
    documents: new Set(fact.map(({ document }) => document)).size,
    publisherOrigins: Math.max(new Set(told.map(({ claim }) => originOf.get(claim.id))).size, comments),
    upstreamOrigins: Math.max(countUpstream(told, originOf, upstream), comments),
  };
}

const isArticle = ({ zone }: ClaimEvidence): boolean => zone !== 'comment';

export const affirms = ({ claim, rule }: ClaimEvidence): boolean =>
  rule.nature === 'voice' ||
  (claim.polarity === 'positive' && claim.modality !== 'denied' && claim.modality !== 'undetermined');

/**
 * Heads credited; an origin none of whose claims credits anybody counts as one. A paper that lies in the case is taken for one that
 * an article cites, as long as nothing says that they are two.
 */
function countUpstream(
  side: readonly ClaimEvidence[],
  originOf: ReadonlyMap<string, string>,
  upstream: UpstreamOrigins,
): number {
  const heads = new Set(side.flatMap((claim) => upstream.headsOf(claim)));
  const originsOf = (claims: readonly ClaimEvidence[]) =>
    new Set(claims.map(({ claim }) => originOf.get(claim.id) ?? ''));
  const credited = originsOf(side.filter((claim) => upstream.headsOf(claim).length > 0));
  const uncredited = [...originsOf(side)].filter((origin) => !credited.has(origin));
  const cited = [...heads].filter(upstream.isPaperHead).length;
  return heads.size + uncredited.length - Math.min(cited, uncredited.filter(upstream.isPaper).length);
}
