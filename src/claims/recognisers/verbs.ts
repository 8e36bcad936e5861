import type { Mention } from '../../model/index.ts';
import type { Draft, Recogniser, SentenceContext } from '../draft.ts';
import { afterRest, type Construction, fillFrame, type RoleReader } from '../frames.ts';
import type { Frame } from '../grammar.ts';
import { clauseEnd, clauseOpening } from '../syntax/clause.ts';
import { type NounList, readList } from '../syntax/noun-phrase.ts';
import { isInPassing } from '../syntax/passing.ts';
import { readRoles } from '../syntax/roles.ts';
import { findSubject, type Subject } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';

/** Conditions on the verb itself, before any argument is looked for. */
function holds({ conditions }: Frame, group: VerbGroup): boolean {
  if (conditions.has('passive') && !group.passive) return false;
  if (conditions.has('active') && group.passive) return false;
  if (conditions.has('pos') && group.negative) return false;
  return true;
}

function isNegated(group: VerbGroup, subject: Subject | null, context: SentenceContext): boolean {
  if (group.negative) return true;
  const opener = subject ? context.sentence.words[subject.list.start] : undefined;
  const earlier = subject ? context.sentence.words[subject.list.start - 1] : undefined;
  return /^(?:neither|no|none|nobody)$/u.test(opener?.lower ?? '') || earlier?.lower === 'neither';
}

function tryFrame(frame: Frame, group: VerbGroup, subject: Subject | null, context: SentenceContext): Draft | null {
  const { sentence } = context;
  const after = afterRest(sentence, frame.rest, group.head + 1);
  if (after < 0 || !holds(frame, group)) return null;
  const negative = isNegated(group, subject, context);
  if (frame.conditions.has('neg') && !negative && !/\b(?:unable|failed|fail)\b/u.test(before(context, group)))
    return null;
  const roles = readRoles(sentence, sharedObject(group, after, context), group);
  const right = (role: string): NounList | null => roles.filled.get(role) ?? null;
  const read: RoleReader = (role) => {
    if (role === 'subj') return group.passive ? right('by') : (subject?.list ?? null);
    if (role === 'obj') return group.passive ? (subject?.list ?? null) : right('obj');
    if (role === 'comp') return group.passive ? right('obj') : right('obj2');
    if (role === 'arg') return readList(sentence.words, after, sentence.lexicon) ?? right('from') ?? right('obj');
    if (role === 'by' && !group.passive) return null;
    return right(role);
  };
  const asked = frame.conditions.has('asked');
  const start = asked && subject ? subject.list.start : clauseOpening(sentence, group, subject);
  const at: Construction = {
    trigger: { start: asked ? start : group.start, end: Math.max(group.end, after) },
    start,
    end: clauseEnd(sentence, Math.max(after, roles.end), frame.conditions.has('through')),
    negative: negative || frame.predicate === 'denies' || frame.predicate === 'no_comment',
    modal: group.modal,
    ownVoice: isInPassing(sentence, group),
    speakers: asked ? speakersIn(subject) : [],
    rule: 'verbs',
  };
  return fillFrame(frame, read, at, context);
}

/** "developed and tested X": a verb without an object of its own shares that of the next one. */
function sharedObject(group: VerbGroup, after: number, { sentence }: SentenceContext): number {
  if (sentence.words[after]?.class !== 'conjunction') return after;
  const next = sentence.groups.find(({ start }) => start === after + 1);
  return next && (next.form === group.form || next.form === 'participle') ? next.end : after;
}

/** The publication that asked for a comment. */
const speakersIn = (subject: Subject | null): Mention[] =>
  (subject?.list.phrases ?? []).flatMap(({ head }) => (head?.type === 'Publication' ? [head] : []));

/** The few words before a verb group ("was unable to obtain"). */
function before(context: SentenceContext, group: VerbGroup): string {
  const { words } = context.sentence;
  return words
    .slice(Math.max(0, group.start - 3), group.start)
    .map(({ lower }) => lower)
    .join(' ');
}

/**
 * Claims made by verbs, as the predicate table words them. Each verb makes at most one claim a predicate; of frames that
 * compete for the same transfer ("supplied", "delivered to") the first in the table that fits wins. Frames marked `also` say
 * something of their own: "travelled to X with Y" is a visit and a shared journey.
 */
export const verbs: Recogniser = {
  name: 'verbs',
  find: (context) => {
    const drafts: Draft[] = [];
    for (const group of context.sentence.groups) {
      const frames = context.grammar.verbs.get(group.lemma);
      if (!frames) continue;
      const subject = findSubject(context.sentence, group);
      const found = new Set<string>();
      for (const frame of frames) {
        if (found.has(frame.predicate) || (found.size > 0 && !frame.conditions.has('also'))) continue;
        const draft = tryFrame(frame, group, subject, context);
        if (!draft) continue;
        drafts.push(draft);
        found.add(draft.predicate);
      }
    }
    // A plan is a claim of its own only when what is planned is none.
    return drafts.filter(
      ({ predicate, trigger, end }) =>
        predicate !== 'plans' ||
        !drafts.some((other) => other.trigger.start > trigger.start && other.trigger.end <= end),
    );
  },
};
