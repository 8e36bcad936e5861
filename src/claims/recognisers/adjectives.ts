import type { Draft, Recogniser, SentenceContext } from '../draft.ts';
import { afterRest, fillFrame } from '../frames.ts';
import type { Frame } from '../grammar.ts';
import { clauseEnd, clauseOpening } from '../syntax/clause.ts';
import { readList } from '../syntax/noun-phrase.ts';
import { isInPassing } from '../syntax/passing.ts';
import { readRoles } from '../syntax/roles.ts';
import { findSubject } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';

function tryFrame(frame: Frame, head: number, group: VerbGroup, context: SentenceContext): Draft | null {
  const { sentence } = context;
  const after = afterRest(sentence, frame.rest, head + 1);
  if (after < 0) return null;
  const negative = group.negative || (sentence.words[head]?.lower === 'unaware' && frame.conditions.has('neg'));
  if (frame.conditions.has('neg') && !negative) return null;
  const subject = findSubject(sentence, group);
  const roles = readRoles(sentence, after, null);
  return fillFrame(
    frame,
    (role) => {
      if (role === 'subj') return subject?.list ?? null;
      if (role === 'arg') return readList(sentence.words, after, sentence.lexicon);
      return roles.filled.get(role) ?? null;
    },
    {
      trigger: { start: group.start, end: after },
      start: clauseOpening(sentence, group, subject),
      end: clauseEnd(sentence, Math.max(after, roles.end)),
      negative: negative || frame.predicate === 'denies',
      modal: group.modal,
      ownVoice: isInPassing(sentence, group),
      speakers: [],
      rule: 'adjectives',
    },
    context,
  );
}

/** Claims made by adjectives after "be": "was unaware of", "is comparable to", "are concerned about". */
export const adjectives: Recogniser = {
  name: 'adjectives',
  find: (context) =>
    context.sentence.groups.flatMap((group) => {
      const { words } = context.sentence;
      let head = group.lemma === 'be' ? group.end : group.head;
      while (words[head]?.class === 'adverb' && head < group.end + 3) head++;
      for (const frame of context.grammar.adjectives.get(words[head]?.lower ?? '') ?? []) {
        const draft = tryFrame(frame, head, group, context);
        if (draft) return [draft];
      }
      return [];
    }),
};
