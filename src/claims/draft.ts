import type { Literal, Mention, Modality, Predicate, Span } from '../model/index.ts';

/** A claim before its speaker and modality are known: what a recogniser returns. Spans count from the start of the document. */
export interface Draft extends Span {
  /** Where the wording that made it stands; decides which cues bear on it. */
  readonly trigger: Span;
  readonly predicate: Predicate;
  readonly subject: readonly Mention[];
  readonly object: readonly Mention[];
  readonly theme: readonly Mention[];
  readonly place: readonly Mention[];
  readonly value: Literal | null;
  readonly negative: boolean;
  /** Modal verb of its clause: `can`, `would` ... */
  readonly modal: string;
  /** Set where the wording itself decides ("did not respond"). */
  readonly modality: Modality | null;
  /** Modalities that the words which govern it give it: "planned to", "it is alleged that". */
  readonly votes: readonly Modality[];
  /** The text says it in passing, even inside what somebody else says: an apposition. */
  readonly ownVoice: boolean;
  /** Who says it by the wording itself: the one who denies, the publication that asked. */
  readonly speakers: readonly Mention[];
  readonly rule: string;
}

export interface Recogniser {
  /** Name of its file: claims carry it in `by.rule`. */
  readonly name: string;
  readonly find: (context: SentenceContext) => readonly Draft[];
}

import type { Discourse } from './discourse.ts';
import type { Grammar } from './grammar.ts';
import type { Sentence } from './syntax/sentence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a recogniser may look at: the sentence, what was said before, and the word lists. */
export interface SentenceContext {
  readonly sentence: Sentence;
  readonly discourse: Discourse;
  readonly grammar: Grammar;
  readonly vocabulary: Vocabulary;
}
