import type { Support } from '../model/index.ts';
import type { ClaimEvidence } from './evidence.ts';
import type { UpstreamOrigins } from './upstream.ts';

/**
 * How many stand behind a fact: documents, publisher origins, upstream origins. Where some affirm and some deny, the better supported
 * side counts, so that taking a document away never adds support. A comment under an article adds no origin beside the article's.
 */
export function countSupport(
  fact: readonly ClaimEvidence[],
  originOf: ReadonlyMap<string, string>,
  upstream: UpstreamOrigins,
): Support {
  const sides = [fact.filter(affirms), fact.filter((claim) => !affirms(claim))];
  const publishers = sides.map(
    (side) => new Set(side.filter(isArticle).map((claim) => originOf.get(claim.claim.id))).size,
  );
  const comments = fact.some(isArticle) ? 0 : 1;
  return {
    documents: new Set(fact.map(({ document }) => document)).size,
    publisherOrigins: Math.max(...publishers, comments),
    upstreamOrigins: Math.max(
      ...sides.map((side) => countUpstream(side.filter(isArticle), originOf, upstream)),
      comments,
    ),
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
