import type { Anchor, Claim, ClaimAnchor, Decision, DecisionState, Extraction, Mention } from '../model/index.ts';
import { editClaim } from './edit.ts';
import { type Located, locateClaim, locateMention, type StandingClaim } from './locate.ts';
import { findUndone } from './undone.ts';

/** Extractions with the standing decisions laid over them, and how each decision stands. */
export interface Overlay {
  readonly extractions: readonly Extraction[];
  readonly states: readonly DecisionState[];
}

/**
 * Lays decisions over extractions, in the order they were made: on one claim the later wins. The extractions given stay as they were;
 * those that nothing changes come back as the same objects. Every decision has one state, in the same order: `orphaned` when what it
 * was anchored on is no longer found (a later engine may find it again), `undone` when it was taken back.
 */
export function applyDecisions(extractions: readonly Extraction[], decisions: readonly Decision[]): Overlay {
  const drafts = new Map(extractions.map((extraction) => [extraction.document, new Draft(extraction)]));
  const undone = findUndone(decisions);
  const earlier = new Set<string>();
  const states = decisions.map((decision): DecisionState => {
    const known = decision.content.kind !== 'undo' || earlier.has(decision.content.decision);
    earlier.add(decision.id);
    if (undone.has(decision.id)) return { decision, state: 'undone', detail: 'Taken back by a later decision.' };
    if (!known)
      return { decision, state: 'orphaned', detail: 'What it takes back is not among the decisions before it.' };
    const { found, detail } = settle(decision, drafts);
    return { decision, state: found === null ? 'orphaned' : 'applied', detail };
  });
  return {
    extractions: extractions.map((extraction) => drafts.get(extraction.document)?.result() ?? extraction),
    states,
  };
}

/** One document's claims while decisions are laid over them. */
class Draft {
  readonly extraction: Extraction;
  readonly #claims: Map<string, StandingClaim>;
  #changed = false;

  constructor(extraction: Extraction) {
    this.extraction = extraction;
    this.#claims = new Map(extraction.claims.map((claim) => [claim.id, { claim, extracted: claim }]));
  }

  locate(anchor: ClaimAnchor): Located<StandingClaim> {
    return locateClaim(anchor, [...this.#claims.values()], this.extraction);
  }

  replace(standing: StandingClaim, claim: Claim): void {
    this.#claims.set(claim.id, { claim, extracted: standing.extracted });
    this.#changed = true;
  }

  result(): Extraction {
    if (!this.#changed) return this.extraction;
    return {
      ...this.extraction,
      claims: this.extraction.claims.map((claim) => this.#claims.get(claim.id)?.claim ?? claim),
    };
  }
}

const APPLIED = { found: true, detail: '' } as const;

/** Does what a decision says and tells whether what it is anchored on was found; `found` is `null` when it was not. */
function settle({ content }: Decision, drafts: ReadonlyMap<string, Draft>): Located<unknown> {
  switch (content.kind) {
    case 'accept-claim':
      return review(content.claim, drafts, ({ claim }) => ({ ...claim, review: 'accepted' }));
    case 'reject-claim':
      return review(content.claim, drafts, ({ claim }) => ({ ...claim, review: 'rejected' }));
    case 'edit-claim':
      return review(content.claim, drafts, ({ claim }, { extraction }) => {
        const { claim: edited, problem } = editClaim(claim, content.edit, extraction);
        return edited ?? problem;
      });
    case 'same':
    case 'not-same': {
      const left = locateMention(content.left, drafts.get(content.left.document)?.extraction);
      const right = locateMention(content.right, drafts.get(content.right.document)?.extraction);
      const details = [...new Set([left.detail, right.detail])].filter((detail) => detail !== '').join(' ');
      return { found: left.found && right.found, detail: details };
    }
    case 'overrule-origin': {
      if (content.claim !== null) return review(content.claim, drafts, ({ claim }) => claim);
      return drafts.has(content.document) ? APPLIED : { found: null, detail: 'The document is no longer in the case.' };
    }
    case 'note-reply':
      return locateMention(content.party, drafts.get(content.party.document)?.extraction);
    case 'confirm-hit':
    case 'reject-hit':
      return firstMention(content.entity, drafts);
    case 'undo':
      return APPLIED;
  }
}

/** The first of several anchors that is still found: one document read otherwise does not lose what was decided of an entity. */
function firstMention(anchors: readonly Anchor[], drafts: ReadonlyMap<string, Draft>): Located<Mention> {
  const located = anchors.map((anchor) => locateMention(anchor, drafts.get(anchor.document)?.extraction));
  const none = { found: null, detail: 'It is anchored on no mention.' };
  return located.find(({ found }) => found !== null) ?? located[0] ?? none;
}

/** Finds a decision's claim and puts the changed one in its place; a text instead of a claim says why that is not possible. */
function review(
  anchor: ClaimAnchor,
  drafts: ReadonlyMap<string, Draft>,
  change: (standing: StandingClaim, draft: Draft) => Claim | string,
): Located<StandingClaim> {
  const draft = drafts.get(anchor.document);
  if (!draft) return { found: null, detail: 'The document is no longer in the case.' };
  const located = draft.locate(anchor);
  if (located.found === null) return located;
  const changed = change(located.found, draft);
  if (typeof changed === 'string') return { found: null, detail: changed };
  if (changed !== located.found.claim) draft.replace(located.found, changed);
  return located;
}
