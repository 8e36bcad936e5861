import type { Claim } from './claim.ts';
import type { ReplyOutcome } from './finding.ts';
import type { Span } from './span.ts';

/** A place in a document that survives re-extraction: document hash, span and the exact text under it. */
export interface Anchor extends Span {
  readonly document: string;
  readonly surface: string;
}

/** A claim is anchored on its quotation and, as one sentence may hold several, its predicate. */
export interface ClaimAnchor extends Anchor {
  readonly predicate: string;
  /** Texts of its subject and object mentions, in order: they tell claims of one quotation and predicate apart. */
  readonly arguments?: readonly string[];
}

/** The parts of a claim that a person may correct. */
export type ClaimEdit = Partial<Pick<Claim, 'predicate' | 'polarity' | 'modality' | 'value' | 'time'>> & {
  /** Corrected arguments, anchored on mentions. */
  readonly subject?: readonly Anchor[];
  readonly object?: readonly Anchor[];
  readonly theme?: readonly Anchor[];
  readonly place?: readonly Anchor[];
};

export type DecisionContent =
  | { readonly kind: 'accept-claim'; readonly claim: ClaimAnchor }
  | { readonly kind: 'reject-claim'; readonly claim: ClaimAnchor }
  | { readonly kind: 'edit-claim'; readonly claim: ClaimAnchor; readonly edit: ClaimEdit }
  /** Entities are anchored on one of their mentions each. */
  | { readonly kind: 'same'; readonly left: Anchor; readonly right: Anchor }
  | { readonly kind: 'not-same'; readonly left: Anchor; readonly right: Anchor }
  /** The claim, or every claim of a document when `claim` is null, belongs to the origin with this label, whatever the rules say. */
  | {
      readonly kind: 'overrule-origin';
      readonly document: string;
      readonly claim: ClaimAnchor | null;
      readonly origin: string;
    }
  | {
      readonly kind: 'note-reply';
      readonly party: Anchor;
      readonly outcome: ReplyOutcome;
      readonly note: string;
      readonly date: string | null;
    }
  /**
   * A possible match with a list entry is one, or is not. The entity is anchored on mentions in several documents,
   * so that it is found again when one of them is read otherwise; the first that is found counts.
   */
  | {
      readonly kind: 'confirm-hit' | 'reject-hit';
      readonly entity: readonly Anchor[];
      readonly list: string;
      readonly entry: string;
      /** The entry's primary name when it was decided, for people. */
      readonly name: string;
    }
  | { readonly kind: 'undo'; readonly decision: string };

/** What a person decided. Nothing overwrites it; undoing it is a decision too. */
export interface Decision {
  readonly id: string;
  /** Who decided, as they named themselves. */
  readonly who: string;
  /** ISO 8601 in UTC. */
  readonly when: string;
  readonly comment: string;
  readonly content: DecisionContent;
}

/** How a decision stands against the present extraction. */
export interface DecisionState {
  readonly decision: Decision;
  /** `orphaned`: what it was anchored on is no longer found; kept and listed, never dropped. */
  readonly state: 'applied' | 'orphaned' | 'undone';
  readonly detail: string;
}
