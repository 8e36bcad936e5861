import type { CaseLookup } from '../case-lookup.ts';

/** What the whole case says. Lists refer to claims by id, without those that a person rejected; an entry left with none is left out. */
export function writeCorpus({ view, rejected }: CaseLookup) {
  const { weighing } = view;
  const standing = (claims: readonly string[]): string[] => claims.filter((claim) => !rejected.has(claim));
  const founded = <T extends { readonly claims: readonly string[] }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, claims: standing(item.claims) })).filter((item) => item.claims.length > 0);
  return {
    origins: weighing.origins.map(({ overruledBy, ...origin }) => ({
      ...origin,
      claims: standing(origin.claims),
      overruled_by: overruledBy,
    })),
    echo_groups: weighing.echoGroups,
    findings: founded(weighing.findings).map((finding) => ({
      ...finding,
      support: {
        documents: finding.support.documents,
        publisher_origins: finding.support.publisherOrigins,
        upstream_origins: finding.support.upstreamOrigins,
      },
      drift: finding.drift.map((drift) => ({ ...drift, claims: standing(drift.claims) })),
    })),
    contradictions: weighing.contradictions.flatMap(({ kind, sides, ...rest }) => {
      const both = sides.map(standing).filter((side) => side.length > 0);
      return both.length < 2 ? [] : [{ ...rest, nature: kind, claims: both.flat(), sides: both }];
    }),
    right_of_reply: weighing.replies
      .map(({ askedBy, ...reply }) => ({ ...reply, asked_by: askedBy, claims: standing(reply.claims) }))
      .filter((reply) => reply.claims.length > 0 || reply.decision !== null),
    cover_identities: founded(weighing.coverIdentities).map(({ describedAs, assessedAs, ...cover }) => ({
      ...cover,
      claimed_employer: describedAs,
      actual_employer: assessedAs,
    })),
    sanctions: founded(weighing.sanctions).map((record) => ({
      ...record,
      date: record.date === null ? null : { iso: record.date },
    })),
    network: founded(weighing.network).map(({ predicate, ...edge }) => ({ ...edge, type: predicate })),
    timeline: founded(weighing.timeline).map(({ edtf, claims }) => ({ iso: edtf, claims })),
    open_questions: founded(weighing.openQuestions),
  };
}
