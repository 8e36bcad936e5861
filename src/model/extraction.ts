import type { Claim, Cue } from './claim.ts';
import type { Lead } from './lead.ts';
import type { Literal, Mention } from './mention.ts';
import type { Passage } from './passage.ts';

/** All that the per-document stages found in one document, keyed by its hash and the engine. */
export interface Extraction {
  readonly document: string;
  /** Content hashes of the stages and word lists that made it, e.g. `segment/1f0c… mentions/77ab… claims/… lexicons/…`. */
  readonly engine: string;
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly literals: readonly Literal[];
  readonly claims: readonly Claim[];
  readonly cues: readonly Cue[];
  /** What was not read as a claim because of the word that governs it; absent where an engine that kept none made it. */
  readonly leads?: readonly Lead[];
}
