import type { Mention, Predicate } from '../../model/index.ts';
import type { Draft } from '../draft.ts';
import type { Sentence } from '../syntax/sentence.ts';

/** What an in-passing claim says; `start`, `end` index words. */
export interface PlainClaim {
  readonly predicate: Predicate;
  readonly subject: readonly Mention[];
  readonly object: readonly Mention[];
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/** A draft in the text's own voice: what an apposition or an attribute says in passing. */
export function plainDraft(sentence: Sentence, claim: PlainClaim): Draft {
  const start = sentence.words[claim.start]?.start ?? sentence.start;
  const end = sentence.words[claim.end - 1]?.end ?? sentence.end;
  return {
    start,
    end,
    trigger: { start, end },
    predicate: claim.predicate,
    subject: claim.subject,
    object: claim.object,
    theme: [],
    place: [],
    value: null,
    negative: false,
    modal: '',
    modality: 'reported',
    votes: [],
    ownVoice: true,
    speakers: [],
    rule: claim.rule,
  };
}
