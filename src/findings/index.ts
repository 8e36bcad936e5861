import type { Lexicons, Weighing } from '../model/index.ts';
import { findContradictions } from './contradictions/index.ts';
import { findCovers, toCoverIdentities } from './cover.ts';
import { indexEvidence } from './evidence.ts';
import { groupMatters, toFacts } from './facts.ts';
import { toFindings } from './findings.ts';
import type { WeighingInput } from './input.ts';
import { toNetwork } from './network.ts';
import { findOrigins } from './origins.ts';
import { geographyOf } from './places.ts';
import { findQuestions } from './questions.ts';
import { findReplies } from './replies.ts';
import { toSanctions } from './sanctions.ts';
import { toTimeline } from './timeline.ts';
import { findUpstream } from './upstream.ts';
import { wordListsOf } from './word-lists.ts';

export type { WeighingInput } from './input.ts';

/**
 * Weighs a case: which claims are about one fact, how many independent origins stand behind it, what speaks against it, who was asked,
 * what is open. Rejected claims are out of everything. The same records give the same bytes, in whatever order they come; a copy of a
 * document adds to `support.documents` and to nothing else. Never throws.
 */
export function weighFindings(input: WeighingInput, lexicons: Lexicons): Weighing {
  const evidence = indexEvidence(input, wordListsOf(lexicons));
  const name = (entity: string): string => evidence.entity(entity)?.canonical ?? entity;
  const publishers = findOrigins(evidence, input.decisions);
  const { origins, echoGroups, originOf } = publishers;
  const upstream = findUpstream(evidence, publishers);
  const matters = groupMatters(evidence, originOf);
  const facts = toFacts(matters, evidence, originOf);
  const contradictions = findContradictions(facts, {
    evidence,
    matters,
    geography: geographyOf(evidence, lexicons),
    originOf: ({ claim }) => originOf.get(claim.id) ?? '',
    name,
  });
  return {
    origins: [...origins, ...upstream.origins],
    echoGroups,
    findings: toFindings(facts, { originOf, upstream, contradictions, name }),
    contradictions,
    replies: findReplies(evidence, originOf, input.decisions),
    openQuestions: findQuestions(facts, evidence),
    coverIdentities: toCoverIdentities(findCovers(evidence)),
    timeline: toTimeline(facts),
    network: toNetwork(evidence),
    sanctions: toSanctions(evidence),
    originOf: Object.fromEntries([...originOf].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
