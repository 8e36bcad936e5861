import type { Mention, Span } from '../model/index.ts';
import type { Draft, SentenceContext } from './draft.ts';
import type { FoundCue } from './reading.ts';
import { type NounPhrase, readPhrase } from './syntax/noun-phrase.ts';
import { findSubject } from './syntax/subject.ts';

/** Words that open an indirect question, and those that may stand before the thing that is not known ("did not specify the ..."). */
const QUESTION = /^(?:who|whom|whose|what|which|when|where|why|how)$/u;
const UNSPECIFIED = /\b(?:determine|establish|specify|specifying)$/u;

/** Who could not tell: the subject of the verb of the cue, where it is a publication or a paper. */
function asker(cue: Span, context: SentenceContext): { who: Mention; start: number } | null {
  const { sentence, discourse } = context;
  const { words } = sentence;
  const group = sentence.groups.find(({ start, end }) => {
    const from = words[start]?.start ?? sentence.end;
    return from < cue.end && (words[end - 1]?.end ?? 0) > cue.start;
  });
  const list = group ? findSubject(sentence, group)?.list : undefined;
  const phrase = list?.phrases[0];
  if (!list || !phrase) return null;
  const who = phrase.head ?? discourse.resolve(phrase, sentence)[0];
  const known = who?.type === 'Publication' || who?.type === 'Document';
  return who && known ? { who, start: words[list.start]?.start ?? cue.start } : null;
}

/** The party a question is about: named in it, or whose thing it asks for ("the owner of X", "X's owner"). */
function partyIn(phrase: NounPhrase, { sentence }: SentenceContext): Mention | null {
  if (phrase.head ?? phrase.possessor) return phrase.head ?? phrase.possessor;
  if (sentence.words[phrase.end]?.lower !== 'of') return null;
  return readPhrase(sentence.words, phrase.end + 1, sentence.lexicon)?.head ?? null;
}

/** One question left open by a cue that no claim stands under. */
function openQuestion(cue: FoundCue, context: SentenceContext): Draft | null {
  const { sentence } = context;
  const { words } = sentence;
  const at = words.findIndex(({ start }) => start >= cue.end);
  const first = words[at];
  if (!first) return null;
  const asks = QUESTION.test(first.lower);
  if (!asks && !UNSPECIFIED.test(cue.cue.words.join(' '))) return null;
  const phrase = readPhrase(words, asks ? at + 1 : at, sentence.lexicon);
  const by = asker(cue, context);
  const who = (phrase ? partyIn(phrase, context) : null) ?? by?.who;
  if (!who || (!asks && !phrase)) return null;
  const stop = words.findIndex(
    ({ class: name }, index) =>
      index > at && (name === 'stop' || (name === 'comma' && words[index + 1]?.class === 'conjunction')),
  );
  const last = words[(stop < 0 ? words.length : stop) - 1] ?? first;
  return {
    start: Math.min(by?.start ?? cue.start, cue.start),
    end: last.end,
    trigger: { start: cue.start, end: cue.end },
    predicate: 'has_feature',
    subject: [who],
    object: [],
    theme: [],
    place: [],
    value: null,
    negative: true,
    modal: '',
    modality: 'undetermined',
    votes: [],
    ownVoice: false,
    speakers: by ? [by.who] : [],
    rule: 'open-questions',
  };
}

/**
 * What a text says it could not find out, where no claim says it already: "could not determine who paid", "did not specify the
 * buyer". The claim is about the party in the question, else about the publication or paper that leaves it open. It never makes
 * that publication an actor: "who paid" is no payment.
 */
export function findOpenQuestions(
  cues: readonly FoundCue[],
  drafts: readonly Draft[],
  context: SentenceContext,
): Draft[] {
  return cues.flatMap((cue): Draft[] => {
    if (cue.cue.modality !== 'undetermined') return [];
    if (drafts.some((draft) => !draft.ownVoice && draft.end > cue.start)) return [];
    const draft = openQuestion(cue, context);
    return draft ? [draft] : [];
  });
}
