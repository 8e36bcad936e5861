import type { Predicate } from './claim.ts';
import type { Reason } from './score.ts';

export const ORIGIN_KINDS = [
  'publication',
  'document',
  'official',
  'expert',
  'anonymous',
  'comment',
  'unattributed',
] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

/**
 * An independent head of attribution. A publisher origin is a piece of reporting ("the Reuters report");
 * an upstream origin is what it rests on ("two intelligence officials"). They are counted apart.
 */
export interface Origin {
  readonly id: string;
  readonly level: 'publisher' | 'upstream';
  readonly kind: OriginKind;
  readonly label: string;
  /** EDTF, or `null` when the case does not say. */
  readonly date: string | null;
  /** Documents that derive from it, sorted. */
  readonly documents: readonly string[];
  readonly claims: readonly string[];
  readonly reasons: readonly OriginReason[];
  /** The decision that overruled the proposal, or `null`. */
  readonly overruledBy: string | null;
}

/** Why two documents (or a document and an origin) were put together: text reuse, a named agency, rare shared values. */
export interface OriginReason {
  readonly signal: 'text-reuse' | 'named-agency' | 'rare-value' | 'same-event' | 'same-document' | 'person';
  readonly score: number;
  /** Where to look: quotations that show it. */
  readonly evidence: readonly { readonly document: string; readonly start: number; readonly end: number }[];
}

/** Documents that retell one origin. `documents` are sorted ids, at least two. */
export interface EchoGroup {
  readonly id: string;
  readonly origin: string;
  readonly documents: readonly string[];
}

/** How many stand behind a fact. Copies add to `documents` only. */
export interface Support {
  readonly documents: number;
  readonly publisherOrigins: number;
  readonly upstreamOrigins: number;
}

/**
 * A proposed Admiralty credibility digit (1 confirmed .. 6 cannot be judged) with its reasons; `null` for what is no fact that somebody
 * affirms: a denial, a refusal to comment, an opinion, a plan, an open question.
 */
export interface Credibility {
  readonly digit: 1 | 2 | 3 | 4 | 5 | 6 | null;
  readonly reasons: readonly Reason[];
}

/** What one retelling changed, dropped or added against the others of the same origin. */
export interface Drift {
  readonly kind: 'changed' | 'dropped' | 'added';
  readonly field: 'value' | 'time' | 'place' | 'modality' | 'attribution' | 'polarity' | 'who';
  readonly claims: readonly string[];
  readonly detail: string;
}

/** Claims about one fact. */
export interface Finding {
  readonly id: string;
  readonly subject: readonly string[];
  readonly predicate: Predicate;
  readonly object: readonly string[];
  readonly theme: readonly string[];
  readonly claims: readonly string[];
  readonly origins: readonly string[];
  readonly support: Support;
  readonly contradictions: readonly string[];
  readonly drift: readonly Drift[];
  readonly credibility: Credibility;
}

export const CONTRADICTION_KINDS = [
  'date',
  'number',
  'unit',
  'place',
  'who',
  'misattribution',
  'modality',
  'attribution',
  'ownership',
  'identity',
  'variant',
  'scope',
  'denial',
  'name',
  'quotation',
  'priority',
] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** Two claims (or sets of claims) that cannot both hold. `within` says whether one origin drifted or two disagree. */
export interface Contradiction {
  readonly id: string;
  readonly kind: ContradictionKind;
  readonly severity: 'hard' | 'medium' | 'soft';
  readonly within: 'one-origin' | 'between-origins';
  readonly sides: readonly (readonly string[])[];
  /** What clashes, in one line: "since 2023-07 / since 2024-04". */
  readonly detail: string;
}

export const REPLY_OUTCOMES = [
  'no_reply',
  'denied',
  'denied_knowledge',
  'declined',
  'declined_specifics',
  'statement',
] as const;
export type ReplyOutcome = (typeof REPLY_OUTCOMES)[number];

/** Who was asked and what they answered; from a document (claims) or noted by a person (decision). */
export interface Reply {
  readonly id: string;
  /** Entity id. */
  readonly party: string;
  /** Entity id of who asked, SELF for the text itself, or `null` when not stated. */
  readonly askedBy: string | null;
  readonly outcome: ReplyOutcome;
  readonly claims: readonly string[];
  readonly decision: string | null;
  /** What a person noted, for replies that no document holds; else `''`. */
  readonly note: string;
}

export interface OpenQuestion {
  readonly id: string;
  readonly question: string;
  readonly claims: readonly string[];
}

/** "Described as" against "assessed to be". */
export interface CoverIdentity {
  readonly id: string;
  /** Entity ids of the people or thing. */
  readonly subject: readonly string[];
  readonly describedAs: string;
  readonly assessedAs: string;
  readonly claims: readonly string[];
}

export interface TimelineEntry {
  readonly edtf: string;
  readonly claims: readonly string[];
}

export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  readonly predicate: Predicate;
  readonly claims: readonly string[];
}

export interface SanctionRecord {
  readonly target: string;
  /** `null` where the text does not say whose sanctions they are, or clew did not read it. */
  readonly authority: string | null;
  readonly date: string | null;
  readonly claims: readonly string[];
}

/** Everything `weighFindings` says of a case. */
export interface Weighing {
  readonly origins: readonly Origin[];
  readonly echoGroups: readonly EchoGroup[];
  readonly findings: readonly Finding[];
  readonly contradictions: readonly Contradiction[];
  readonly replies: readonly Reply[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly coverIdentities: readonly CoverIdentity[];
  readonly timeline: readonly TimelineEntry[];
  readonly network: readonly NetworkEdge[];
  readonly sanctions: readonly SanctionRecord[];
  /** Publisher origin of each claim, claim id -> origin id. */
  readonly originOf: Readonly<Record<string, string>>;
}
