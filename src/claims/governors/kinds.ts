import type { LeadReason, Modality } from '../../model/index.ts';

/** What a governing word does to what it governs: `kind` in `data/claims/governors/*.tsv`. */
export const KINDS = [
  'true',
  'negating',
  'planned',
  'alleged',
  'assessed',
  'possible',
  'denied',
  'asked',
  'conditional',
  'almost',
  'forged',
  'unknown',
] as const;
export type Kind = (typeof KINDS)[number];

/** What becomes of a claim: turned to its negative, given a modality, or not read at all. */
export interface Outcome {
  readonly negates: boolean;
  readonly modality: Modality | null;
  readonly unread: LeadReason | null;
}

const keeps: Outcome = { negates: false, modality: null, unread: null };
const said = (modality: Modality): Outcome => ({ ...keeps, modality });
const unread = (reason: LeadReason): Outcome => ({ ...keeps, unread: reason });

/**
 * The outcome of each kind. What is conditional, almost done, forged or governed by a word that no table knows says nothing
 * that may be asserted in any modality: it is not read.
 */
export const OUTCOMES: Readonly<Record<Kind, Outcome>> = {
  true: keeps,
  negating: { ...keeps, negates: true },
  planned: said('planned'),
  alleged: said('alleged'),
  assessed: said('assessed'),
  possible: said('capability'),
  denied: said('denied'),
  asked: said('undetermined'),
  conditional: unread('conditional'),
  almost: unread('almost'),
  forged: unread('forged'),
  unknown: unread('unknown'),
};

export const isKind = (name: string | undefined): name is Kind => KINDS.some((known) => known === name);
