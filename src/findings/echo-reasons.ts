import type { OriginReason } from '../model/index.ts';
import type { RetoldReport } from './agency.ts';
import type { DocumentEvidence } from './evidence.ts';
import type { RareFact } from './rare-facts.ts';
import type { Retelling } from './retelling.ts';
import { type ArticleText, type Reuse, sharedStretches } from './text-reuse.ts';

/** A particular and the document of the group that states it. */
export type PlacedFact = RareFact & { readonly document: string };

export function reuseReason(
  { copy, of, containment }: Reuse,
  texts: readonly ArticleText[],
  documents: readonly DocumentEvidence[],
): OriginReason {
  const [left, right] = [texts[copy], texts[of]];
  const idOf = (at: number): string => documents[at]?.document.id ?? '';
  const stretches = left && right ? sharedStretches(left, right) : [];
  return {
    signal: 'text-reuse',
    score: round(containment),
    evidence: stretches.flatMap(([one, other]) => [
      { document: idOf(copy), ...one },
      { document: idOf(of), ...other },
    ]),
  };
}

export function tellingReason(
  telling: Retelling,
  groups: readonly (readonly number[])[],
  documents: readonly DocumentEvidence[],
  facts: readonly (readonly PlacedFact[])[],
): OriginReason {
  const place = (group: number, fact: RareFact) => ({
    document:
      facts[group]?.find(({ key }) => key === fact.key)?.document ??
      documents[groups[group]?.[0] ?? 0]?.document.id ??
      '',
    start: fact.span.start,
    end: fact.span.end,
  });
  return {
    signal: 'rare-value',
    score: round(telling.score),
    evidence: telling.shared
      .slice(0, 6)
      .flatMap(({ left, right }) => [place(telling.left, left), place(telling.right, right)]),
  };
}

/** Naming one publication joins nothing by itself; it is shown beside what did. */
export function agencyReasons(
  members: readonly number[],
  reports: readonly RetoldReport[],
  documents: readonly DocumentEvidence[],
): OriginReason[] {
  return members.flatMap((member): OriginReason[] => {
    const span = reports[member]?.span;
    const document = documents[member]?.document.id;
    return span && document !== undefined
      ? [{ signal: 'named-agency', score: 0.5, evidence: [{ document, start: span.start, end: span.end }] }]
      : [];
  });
}

const round = (score: number): number => Math.round(score * 1000) / 1000;
