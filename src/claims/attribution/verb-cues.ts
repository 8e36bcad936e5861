import type { CueKind, Mention } from '../../model/index.ts';
import type { SentenceContext } from '../draft.ts';
import { type NounList, readList, readPhrase } from '../syntax/noun-phrase.ts';
import { findSubject, type Subject } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import type { SourceCue } from './source-cue.ts';
import { isPaper, linkKindOf, speakersOf, viaOf } from './sources.ts';

type Act = SourceCue['act'];

const KIND: Readonly<Record<Act, CueKind>> = {
  say: 'attribution',
  assess: 'assessment',
  deny: 'denial',
  show: 'documentary',
};

/** What the verb does for this kind of source: papers show, publications report, people say, assess or deny. */
function actOf(
  lemma: string,
  paper: boolean,
  speakers: readonly Mention[],
  context: SentenceContext,
  that: boolean,
): Act | null {
  const kinds = context.vocabulary.reporting.get(lemma);
  if (!kinds) return null;
  if (paper) return kinds.has('show') ? 'show' : null;
  if (speakers.length === 0) return null;
  if (speakers.every(({ type }) => type === 'Publication'))
    return kinds.has('publish') || kinds.has('say') ? 'say' : null;
  if (kinds.has('deny')) return 'deny';
  if (kinds.has('say') || (kinds.has('that') && that)) return 'say';
  return kinds.has('assess') ? 'assess' : null;
}

const CLAUSE_OPENERS = new Set([
  'subordinator',
  'determiner',
  'mention',
  'pronoun',
  'noun',
  'number',
  'quote',
  'verb',
  'time',
  'to',
]);

/** Word where what is reported begins, or -1 when it stands before the verb ("…, X said"). */
function complementStart(group: VerbGroup, context: SentenceContext): number {
  const { words } = context.sentence;
  let at = group.end;
  while (words[at]?.class === 'adverb' || words[at]?.class === 'time') at++;
  const word = words[at];
  if (!word || word.class === 'stop' || word.class === 'comma' || word.class === 'close') return thatAfter(at, context);
  if (word.class === 'preposition') {
    const that = thatAfter(at, context);
    // "referred to work on", "pointed to this as": the object of the preposition is what is said.
    return that >= 0 ? that : word.lower === 'to' || word.lower === 'as' || word.lower === 'of' ? at : -1;
  }
  return CLAUSE_OPENERS.has(word.class) ? at : -1;
}

/** "that" a few words on: "said in a statement on Monday that". */
function thatAfter(from: number, context: SentenceContext): number {
  const { words } = context.sentence;
  for (let at = from; at < Math.min(words.length, from + 14); at++) {
    if (words[at]?.class === 'stop' || words[at]?.class === 'quote') return words[at]?.class === 'quote' ? at : -1;
    if (words[at]?.lower === 'that') return at;
  }
  return -1;
}

const isReporting = ({ lemma }: VerbGroup, { vocabulary }: SentenceContext): boolean => vocabulary.reporting.has(lemma);

/** Where what is reported ends: at a contrasting clause with a voice of its own, else with the sentence. */
function scopeEnd(from: number, context: SentenceContext): number {
  const { words, end } = context.sentence;
  const leading = /^(?:while|although|though|whereas|as|after|when)$/u.test(words[0]?.lower ?? '');
  for (let at = from + 2; at < words.length; at++) {
    const word = words[at];
    if (words[at - 1]?.class !== 'comma') continue;
    if (word && /^(?:while|but|although|though|whereas)$/u.test(word.lower)) return word.start;
    // "…, responding to a report that X sold Y": what is answered is not what the answer says.
    const aside = context.sentence.groups.find(({ start }) => start === at);
    if (word && aside?.form === 'gerund' && words[aside.end]?.lower === 'to' && isReporting(aside, context))
      return word.start;
    // "While X says A, Y denies it": the main clause is not X's.
    if (
      leading &&
      word &&
      context.sentence.groups.some(({ start, form }) => form === 'finite' && start > at && start <= at + 6)
    )
      return word.start;
  }
  return end;
}

interface Speaker {
  readonly list: NounList;
  readonly start: number;
}

/** The source of a reporting verb: its subject, or the agent of a passive. */
function speakerOf(group: VerbGroup, subject: Subject | null, context: SentenceContext): Speaker | null {
  const { words, lexicon } = context.sentence;
  if (!group.passive)
    return subject
      ? {
          list: subject.list,
          start: subject.adjacent || noRelative(subject, group, context) ? subject.list.start : group.start,
        }
      : null;
  if (words[group.end]?.lower !== 'by') return null;
  const list = readList(words, group.end + 1, lexicon);
  return list ? { list, start: group.start } : null;
}

/** "X, an analyst at Y, said": the apposition belongs to the cue; a subject shared over "and" does not. */
function noRelative(subject: Subject, group: VerbGroup, context: SentenceContext): boolean {
  return !context.sentence.groups.some(
    ({ start, end, form }) => form === 'finite' && start >= subject.list.end && end <= group.start,
  );
}

function readCue(group: VerbGroup, context: SentenceContext): SourceCue | null {
  const { sentence } = context;
  const { words } = sentence;
  if (!context.vocabulary.reporting.has(group.lemma) || group.form === 'infinitive') return null;
  if (group.negative && group.lemma !== 'know') return null;
  const speaker = speakerOf(group, findSubject(sentence, group), context);
  if (!speaker) return null;
  const paper = speaker.list.phrases.every((phrase) => isPaper(phrase, context));
  const speakers = speakersOf(speaker.list, context);
  const act = actOf(group.lemma, paper, speakers, context, words[group.end]?.lower === 'that');
  if (!act) return null;
  if (group.form === 'participle' && !group.passive) return null;
  const after = group.passive ? speaker.list.end : complementStart(group, context);
  const told = after >= 0 ? readPhrase(words, after, sentence.lexicon) : null;
  const addressee = group.lemma === 'tell' ? told : null;
  const { via } = viaOf(speaker.list, context);
  const publications = addressee?.head?.type === 'Publication' ? [addressee.head] : via;
  const first = words[speaker.start]?.start ?? sentence.start;
  const verb = words[group.start]?.start ?? first;
  const before = addressee && after >= 0 && !hasClauseAfter(told?.end ?? after, context) ? -1 : after;
  const base = {
    kind: KIND[act],
    act,
    sources: speakers,
    linkKind: speakers[0] ? linkKindOf(speakers[0], context) : ('document' as const),
    via: publications,
    verb,
    basis: 'sentence' as const,
  };
  if (before < 0) {
    const reported = words[speaker.start - 1];
    if (reported?.class !== 'comma' && reported?.class !== 'quote') return null;
    const end = words[(addressee ? (told?.end ?? group.end) : group.end) - 1]?.end ?? verb;
    return { ...base, start: first, end, scope: { start: sentence.start, end: first }, depth: 1 };
  }
  // The cue runs to the agent of a passive or to the one who is told, with "that" or "to" after it.
  const said = Math.max(group.end, group.passive ? speaker.list.end : 0, addressee ? (told?.end ?? 0) : 0);
  const linked = words[said]?.lower === 'that' || (words[said]?.lower === 'to' && words[said]?.class === 'preposition');
  const last = words[before]?.lower === 'that' ? Math.max(before + 1, said) : linked ? said + 1 : said;
  const end = words[last - 1]?.end ?? verb;
  const scope = {
    start: group.passive ? (words[group.start]?.start ?? 0) : (words[before]?.start ?? end),
    end: scopeEnd(before, context),
  };
  return { ...base, start: first, end, scope, depth: 2 };
}

/** Whether more than an adverbial follows: "told the Herald that", "told the Herald the firm was", not "told the Herald on Monday." */
function hasClauseAfter(from: number, context: SentenceContext): boolean {
  const { words, groups } = context.sentence;
  if (words[from]?.lower === 'that' || words[from]?.class === 'quote') return true;
  if (words[from]?.class === 'stop' || words[from]?.class === 'preposition' || words[from] === undefined)
    return thatAfter(from, context) >= 0;
  return groups.some(({ start }) => start >= from);
}

/** "X reviewed documents that showed", "X reviewed two documents, which are ...": X is the way the papers reach the text. */
function joinReviewer(cues: readonly SourceCue[], context: SentenceContext): SourceCue[] {
  const { sentence, vocabulary } = context;
  const { words } = sentence;
  const joined = [...cues];
  for (const group of sentence.groups) {
    if (group.passive || group.negative || !vocabulary.reviewVerbs.has(group.lemma)) continue;
    const subject = findSubject(sentence, group)?.list;
    const who = subject?.phrases[0]?.head;
    const papers = readList(words, group.end, sentence.lexicon);
    if (
      who?.type !== 'Publication' ||
      !subject ||
      !papers ||
      !papers.phrases.some((phrase) => isPaper(phrase, context))
    )
      continue;
    const start = words[subject.start]?.start ?? sentence.start;
    const shown = joined.findIndex(
      ({ act, verb }) => act === 'show' && verb >= (words[papers.end]?.start ?? sentence.end),
    );
    const cue = joined[shown];
    if (cue) joined[shown] = { ...cue, start, via: [who] };
    else if (words[papers.end] && words[papers.end]?.class !== 'stop') {
      const end = words[papers.end - 1]?.end ?? start;
      const sources = papers.phrases.flatMap(({ head }) => (head ? [head] : []));
      joined.push({
        start,
        end,
        kind: 'documentary',
        act: 'show',
        sources,
        linkKind: 'document',
        via: [who],
        scope: { start: end, end: sentence.end },
        depth: 2,
        verb: words[group.start]?.start ?? start,
        basis: 'sentence',
      });
    }
  }
  return joined;
}

/** Cues made by reporting verbs in one sentence, in text order. */
export function findVerbCues(context: SentenceContext): SourceCue[] {
  const cues = context.sentence.groups.flatMap((group) => readCue(group, context) ?? []);
  return joinReviewer(cues, context);
}
