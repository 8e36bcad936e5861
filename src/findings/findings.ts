import type { Contradiction, Finding } from '../model/index.ts';
import { contentId } from '../text/index.ts';
import { judgeCredibility } from './credibility.ts';
import { findDrift } from './drift.ts';
import { type ClaimEvidence, sorted } from './evidence.ts';
import { groupBy } from './grouping.ts';
import { countSupport } from './support.ts';
import type { UpstreamOrigins } from './upstream.ts';

/** What findings are made with. */
export interface FindingContext {
  readonly originOf: ReadonlyMap<string, string>;
  readonly upstream: UpstreamOrigins;
  readonly contradictions: readonly Contradiction[];
  readonly name: (entity: string) => string;
}

/** One finding a fact, with who stands behind it and what speaks against it; sorted by id. */
export function toFindings(facts: readonly (readonly ClaimEvidence[])[], context: FindingContext): Finding[] {
  const against = new Map<string, Set<Contradiction>>();
  for (const contradiction of context.contradictions) {
    for (const claim of contradiction.sides.flat())
      against.set(claim, new Set([...(against.get(claim) ?? []), contradiction]));
  }
  return facts.map((fact) => toFinding(fact, against, context)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toFinding(
  fact: readonly ClaimEvidence[],
  against: ReadonlyMap<string, ReadonlySet<Contradiction>>,
  context: FindingContext,
): Finding {
  const { originOf, upstream, name } = context;
  const claims = sorted(fact.map(({ claim }) => claim.id));
  const contradictions = [...new Set(claims.flatMap((id) => [...(against.get(id) ?? [])]))];
  const support = countSupport(fact, originOf, upstream);
  const typical = mostTold(fact);
  return {
    id: contentId('finding', ...claims),
    subject: typical?.subject ?? [],
    predicate: typical?.claim.predicate ?? 'associated_with',
    object: typical?.object ?? [],
    theme: typical?.theme ?? [],
    claims,
    origins: sorted(fact.flatMap(({ claim }) => originOf.get(claim.id) ?? [])),
    support,
    contradictions: contradictions.map(({ id }) => id).sort(),
    drift: findDrift(fact, originOf, name),
    credibility: judgeCredibility(fact, support, contradictions),
  };
}

/** The form in which most claims tell the fact, the fullest of these. */
function mostTold(fact: readonly ClaimEvidence[]): ClaimEvidence | undefined {
  const forms = groupBy(fact, ({ claim, subject, object, theme }) =>
    [claim.predicate, subject, object, theme].join('\u0001'),
  );
  const args = ({ subject, object, theme }: ClaimEvidence): number => subject.length + object.length + theme.length;
  const [best] = [...forms.values()].sort(
    (a, b) => b.length - a.length || args(b[0] as ClaimEvidence) - args(a[0] as ClaimEvidence),
  );
  return best?.[0];
}
