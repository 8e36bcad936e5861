import type { By, Time, Value } from './mention.ts';
import type { Span } from './span.ts';

/** The closed list of predicates, `docs/reference/predicates.md`. */
export const PREDICATES = [
  'owned_by',
  'associated_with',
  'role_of',
  'employed_by',
  'also_known_as',
  'located_in',
  'origin_country',
  'established',
  'party_to',
  'collaborates_with',
  'develops',
  'produces',
  'plans',
  'tested_at',
  'based_on',
  'comparable_to',
  'uses_component',
  'has_feature',
  'has_purpose',
  'supplies',
  'delivered_to',
  'received',
  'sold',
  'intermediary_between',
  'billed',
  'paid',
  'assists',
  'trains',
  'supports',
  'visited',
  'travelled_with',
  'travelled_from',
  'used_in',
  'usage_rate',
  'quantity',
  'range_km',
  'payload_kg',
  'area_ha',
  'capacity_per_year',
  'started',
  'sanctioned_by',
  'evades_sanctions',
  'charged_with',
  'arrested',
  'convicted_of',
  'penalty_max',
  'owns_operates',
  'exports_to',
  'transships_via',
  'conceals',
  'renamed_as',
  'flagged_in',
  'managed_by',
  'controls_exports',
  'authorises',
  'informed',
  'showed_to',
  'includes',
  'authored_by',
  'bears_logo_of',
  'evidence_for',
  'first_evidence_of',
  'researches',
  'requested_anonymity',
  'expresses_concern',
  'states_position',
  'opines',
  'denies',
  'aware_of',
  'surveils',
  'no_comment',
] as const;
export type Predicate = (typeof PREDICATES)[number];

export const MODALITIES = [
  'reported',
  'documented',
  'assessed',
  'planned',
  'capability',
  'denied',
  'undetermined',
  'opinion',
  'refused_comment',
  'alleged',
] as const;
export type Modality = (typeof MODALITIES)[number];

export const LINK_KINDS = ['publication', 'official', 'document', 'expert', 'anonymous', 'unspecified'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** The text itself, as outermost speaker of every claim in it. */
export const SELF = '@doc';

/**
 * One link of a chain of attribution: a speaker, or several in parallel ("officials and documents").
 * `sources` are mention ids, or `[SELF]` for the text's own voice. `cue` is the wording that says so ("according to").
 */
export interface AttributionLink {
  readonly kind: LinkKind;
  readonly sources: readonly string[];
  readonly cue: Span | null;
  /** `context`: established in a neighbouring sentence, not in the same one. */
  readonly basis: 'sentence' | 'context';
}

export const REVIEWS = ['proposed', 'accepted', 'rejected', 'edited'] as const;
export type Review = (typeof REVIEWS)[number];

/**
 * Who says what of whom, when, resting on a quotation: `quotation === document.text.slice(start, end)`.
 * `subject`, `object`, `theme` are mention ids (a coordinated list in one clause is one claim); an empty list means that
 * the clause names none. `attribution` runs outermost..innermost and begins with the text itself.
 */
export interface Claim extends Span {
  readonly id: string;
  readonly quotation: string;
  readonly subject: readonly string[];
  readonly predicate: Predicate;
  readonly object: readonly string[];
  readonly theme: readonly string[];
  readonly value: Value | null;
  readonly time: Time | null;
  readonly place: readonly string[];
  readonly polarity: 'positive' | 'negative';
  readonly modality: Modality;
  readonly attribution: readonly AttributionLink[];
  readonly by: By;
  readonly review: Review;
}

export const CUE_KINDS = ['attribution', 'documentary', 'denial', 'no-comment', 'hedge', 'assessment', 'plan'] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** The wording that decides a claim's attribution or modality ("according to", "documents show", "reportedly"). */
export interface Cue extends Span {
  readonly kind: CueKind;
  readonly text: string;
  /** Ids of the claims it bears on. */
  readonly claims: readonly string[];
}
