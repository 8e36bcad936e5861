import type { ClaimAnchor, DecisionState } from '../model/index.ts';
import type { ClaimEvidence, Evidence } from './evidence.ts';

export interface Overruling {
  readonly claim: string;
  readonly label: string;
  readonly decision: string;
}

/** What people decided about origins, claim by claim; a decision about one claim outweighs one about its whole document, a later one an earlier. */
export function overrulings(evidence: Evidence, decisions: readonly DecisionState[]): Overruling[] {
  const applied = decisions.filter(({ state }) => state === 'applied').map(({ decision }) => decision);
  const inOrder = [...applied].sort((a, b) => (a.when < b.when || (a.when === b.when && a.id < b.id) ? -1 : 1));
  const byClaim = new Map<string, Overruling & { readonly whole: boolean }>();
  const documents = new Map(evidence.documents.map((document) => [document.document.id, document]));
  for (const { id, content } of inOrder) {
    if (content.kind !== 'overrule-origin') continue;
    const { claim: anchor, origin: label } = content;
    const own = documents.get(content.document)?.claims ?? [];
    for (const claim of anchor === null ? own : anchored(own, anchor)) {
      const known = byClaim.get(claim.claim.id);
      if (known && !known.whole && anchor === null) continue;
      byClaim.set(claim.claim.id, { claim: claim.claim.id, label, decision: id, whole: anchor === null });
    }
  }
  return [...byClaim.values()];
}

function anchored(claims: readonly ClaimEvidence[], anchor: ClaimAnchor): ClaimEvidence[] {
  const same = claims.filter(({ claim }) => claim.quotation === anchor.surface && claim.predicate === anchor.predicate);
  const exact = same.filter(({ claim }) => claim.start === anchor.start && claim.end === anchor.end);
  return exact.length > 0 ? exact : same.slice(0, 1);
}
