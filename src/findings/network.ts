import type { NetworkEdge } from '../model/index.ts';
import { type ClaimEvidence, type Evidence, sorted } from './evidence.ts';
import { groupBy } from './grouping.ts';

const UNSAID: ReadonlySet<string> = new Set(['denied', 'undetermined', 'refused_comment', 'opinion']);
const LEFT_OUT: ReadonlySet<string> = new Set(['comment', 'boilerplate', 'caption']);

/** Who is tied to whom: one edge a pair and predicate, between named entities, from claims that say so. Sorted by ends and predicate. */
export function toNetwork(evidence: Evidence): NetworkEdge[] {
  const ties = evidence.claims
    .filter(
      ({ claim, rule, zone }) =>
        rule.edge && claim.polarity === 'positive' && !UNSAID.has(claim.modality) && !LEFT_OUT.has(zone),
    )
    .flatMap((claim) => pairsOf(claim).map(([from, to]) => ({ from, to, claim })))
    .filter(({ from, to }) => from !== to && evidence.entity(from)?.named && evidence.entity(to)?.named);
  return [...groupBy(ties, ({ from, to, claim }) => `${from}\u0001${to}\u0001${claim.claim.predicate}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const { from, to, claim } = first;
      return [{ from, to, predicate: claim.claim.predicate, claims: sorted(group.map((tie) => tie.claim.claim.id)) }];
    });
}

/** From each subject to each object; a tie among the subjects themselves ("A and B worked together") when there is no object. */
function pairsOf({ subject, object }: ClaimEvidence): (readonly [string, string])[] {
  if (object.length > 0) return subject.flatMap((from) => object.map((to) => [from, to] as const));
  return subject.flatMap((from, i) => subject.slice(i + 1).map((to) => [from, to] as const));
}
