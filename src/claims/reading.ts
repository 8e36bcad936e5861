import type { Span } from '../model/index.ts';
import type { SourceCue } from './attribution/source-cue.ts';
import type { Draft } from './draft.ts';
import type { Unread } from './governors/judge.ts';
import type { Sentence } from './syntax/sentence.ts';
import type { ModalityCue } from './vocabulary.ts';

/** Wording that decides modality, found in a sentence. */
export interface FoundCue extends Span {
  readonly cue: ModalityCue;
}

/** Everything found in one sentence, before claims are put together. */
export interface Reading {
  readonly sentence: Sentence;
  readonly drafts: readonly Draft[];
  readonly sources: readonly SourceCue[];
  readonly modality: readonly FoundCue[];
  /** What is no claim because of the word that governs it. */
  readonly unread: readonly Unread[];
}
