import type { Claim, Cue, Document, Lexicons, Literal, Mention, Passage } from '../model/index.ts';

/** Version of this stage; raise it when its output changes. */
export const CLAIMS_VERSION = 1;

/** What `extractClaims` works on: one document and what the earlier stages found in it. */
export interface ClaimInput {
  readonly document: Document;
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly literals: readonly Literal[];
}

export interface Claims {
  readonly claims: readonly Claim[];
  readonly cues: readonly Cue[];
}

export function extractClaims(input: ClaimInput, lexicons: Lexicons): Claims {
  void input;
  void lexicons;
  return { claims: [], cues: [] };
}
