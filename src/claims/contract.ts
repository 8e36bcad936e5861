import type { Claim, Cue, Document, Lead, Literal, Mention, Passage } from '../model/index.ts';

/** What `extractClaims` works on: one document and what the earlier stages found in it. */
export interface ClaimInput {
  readonly document: Document;
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly literals: readonly Literal[];
}

/** Claims sorted by place, the wording that decided them, and what may not be claimed. */
export interface Claims {
  readonly claims: readonly Claim[];
  readonly cues: readonly Cue[];
  /** What is no claim because of the word that governs it. */
  readonly leads: readonly Lead[];
}
