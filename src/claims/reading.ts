import type { SourceCue } from './attribution/source-cue.ts';
import type { Draft } from './draft.ts';
import type { FoundCue } from './modality.ts';
import type { Sentence } from './syntax/sentence.ts';

/** Everything found in one sentence, before claims are put together. */
export interface Reading {
  readonly sentence: Sentence;
  readonly drafts: readonly Draft[];
  readonly sources: readonly SourceCue[];
  readonly modality: readonly FoundCue[];
}
