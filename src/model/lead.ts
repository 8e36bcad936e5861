import type { Predicate } from './claim.ts';
import type { Span } from './span.ts';

/** Why a lead is no claim: what the word that governs it does, `unknown` where no table knows that word. */
export const LEAD_REASONS = ['conditional', 'almost', 'forged', 'double-negative', 'unknown'] as const;
export type LeadReason = (typeof LEAD_REASONS)[number];

/**
 * A stretch that would be a claim but for the word that governs it ("if", "almost", a verb that no table knows): clew asserts
 * nothing of it and a person should read it. `quotation === document.text.slice(start, end)`, and so for the governor.
 */
export interface Lead extends Span {
  readonly id: string;
  readonly quotation: string;
  readonly predicate: Predicate;
  readonly governor: Span & { readonly text: string };
  readonly reason: LeadReason;
}
