import type { Claim, Cue, Document, Literal, Mention, Passage } from '../model/index.ts';

/** What `extractClaims` works on: one document and what the earlier stages found in it. */
export interface ClaimInput {
  readonly document: Document;
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly literals: readonly Literal[];
}

/** Claims sorted by place, and the wording that decided them. */
export interface Claims {
  readonly claims: readonly Claim[];
  readonly cues: readonly Cue[];
}
