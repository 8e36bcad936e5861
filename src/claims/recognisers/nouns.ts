import type { Mention } from '../../model/index.ts';
import type { Draft, Recogniser, SentenceContext } from '../draft.ts';
import { type Construction, fillFrame, type RoleReader } from '../frames.ts';
import type { Frame } from '../grammar.ts';
import { clauseEnd } from '../syntax/clause.ts';
import { singular } from '../syntax/lexicon.ts';
import type { NounList, NounPhrase } from '../syntax/noun-phrase.ts';
import { allPhrases, predicatedOf } from '../syntax/predication.ts';
import { type Roles, readRoles } from '../syntax/roles.ts';
import { groupBefore } from '../syntax/sentence.ts';
import { findSubject, phraseEndingAt } from '../syntax/subject.ts';

const bare = (phrase: NounPhrase, mention: Mention | null): NounList | null =>
  mention
    ? {
        start: phrase.start,
        end: phrase.end,
        phrases: [{ ...phrase, head: mention, noun: '', possessor: null, modifiers: [] }],
      }
    : null;

function split(list: NounList | null, index: number): NounList | null {
  const phrase = list?.phrases[index];
  return phrase && list ? { start: list.start, end: list.end, phrases: [phrase] } : null;
}

/** Who "its" in "its range" is. */
const ownerOf = (phrase: NounPhrase, { sentence, discourse }: SentenceContext): Mention | null =>
  phrase.owner === '' ? null : (discourse.resolve({ ...phrase, pronoun: phrase.owner }, sentence)[0] ?? null);

/** Whom "under Swiss sanctions" is said of: the phrase before it, or the subject of "is under". */
function underOf(at: number, { sentence }: SentenceContext): NounList | null {
  const group = groupBefore(sentence, at);
  if (group?.end === at) return findSubject(sentence, group)?.list ?? null;
  const phrase = phraseEndingAt(sentence, at);
  return phrase ? { start: phrase.start, end: phrase.end, phrases: [phrase] } : null;
}

/** What is done "with the help of X": the object of the verb before it, or the subject of a passive. */
function doneBefore(at: number, { sentence }: SentenceContext): NounList | null {
  const group = groupBefore(sentence, at);
  if (!group || group.lemma === 'be') return null;
  return group.passive
    ? (findSubject(sentence, group)?.list ?? null)
    : (readRoles(sentence, group.end, group).filled.get('obj') ?? null);
}

/** A trigger noun inside or at the end of a phrase. */
interface Trigger {
  readonly phrase: NounPhrase;
  readonly at: number;
  readonly frames: readonly Frame[];
}

/** Looks up the noun at `at`, first with the word before it ("flight test"). */
function framesAt(context: SentenceContext, at: number): readonly Frame[] {
  const { words } = context.sentence;
  const word = words[at];
  if (word?.class !== 'noun') return [];
  const noun = singular(word.lower);
  const { nouns } = context.grammar;
  const long = `${words[at - 1]?.lower ?? ''} ${noun}`;
  return (
    nouns.get(long) ??
    nouns.get(`${words[at - 1]?.lower ?? ''} ${word.lower}`) ??
    nouns.get(noun) ??
    nouns.get(word.lower) ??
    []
  );
}

function triggersOf(context: SentenceContext): Trigger[] {
  return allPhrases(context.sentence).flatMap((phrase) => {
    const found: Trigger[] = [];
    for (let at = phrase.start; at < phrase.end; at++) {
      const frames = framesAt(context, at);
      // Only the phrase's own noun, or one right before the name it describes ("the Acme subsidiary Bolt").
      const own = at === phrase.nounAt || context.sentence.words[at + 1]?.class === 'mention';
      if (frames.length > 0 && own) found.push({ phrase, at, frames });
    }
    return found;
  });
}

function tryFrame(frame: Frame, { phrase, at: nounAt }: Trigger, roles: Roles, context: SentenceContext): Draft | null {
  const { sentence } = context;
  const needsHead = frame.slots.some(({ roles: names }) => names.includes('head'));
  const inside = nounAt !== phrase.nounAt;
  if (inside && !needsHead) return null;
  const predication = needsHead && !inside ? predicatedOf(sentence, phrase) : null;
  const governor = groupBefore(sentence, phrase.start);
  const light =
    governor && governor.end === phrase.start && sentence.lexicon.lightVerbs.has(governor.lemma) ? governor : null;
  const giver = light && !light.passive ? findSubject(sentence, light) : null;
  const modifiers = phrase.modifiers.filter(({ id }) => id !== phrase.head?.id);
  const under = sentence.words[phrase.start - 1]?.lower === 'under' ? underOf(phrase.start - 1, context) : null;
  const done = sentence.words[phrase.start - 1]?.lower === 'with' ? doneBefore(phrase.start - 1, context) : null;
  const read: RoleReader = (role) => {
    if (role === 'head') return inside ? bare(phrase, phrase.head) : (predication?.list ?? null);
    if (role === 'poss') return bare(phrase, phrase.possessor ?? ownerOf(phrase, context));
    if (role === 'under') return under;
    if (role === 'done') return done;
    if (role === 'mod') return bare(phrase, modifiers.at(-1) ?? null);
    if (role === 'subj') return giver?.list ?? null;
    if (role.startsWith('between.')) return split(roles.filled.get('between') ?? null, Number(role.slice(8)));
    return inside ? null : (roles.filled.get(role) ?? null);
  };
  const usesGiver = giver !== null && frame.slots.some(({ roles: names }) => names.includes('subj'));
  const start = Math.min(
    under?.start ?? phrase.start,
    predication?.start ?? phrase.start,
    usesGiver && giver?.adjacent ? giver.list.start : phrase.start,
  );
  const construction: Construction = {
    trigger: { start: nounAt, end: nounAt + 1 },
    start,
    end: Math.max(
      phrase.end,
      predication?.end ?? 0,
      inside
        ? 0
        : frame.predicate === 'located_in'
          ? roles.end
          : clauseEnd(sentence, roles.end, frame.conditions.has('through')),
    ),
    negative:
      predication?.negative === true || (light?.negative ?? false) || sentence.words[phrase.start]?.lower === 'no',
    modal: light?.modal ?? '',
    ownVoice: (predication?.apposed ?? false) || inside || under !== null || frame.predicate === 'located_in',
    speakers: [],
    rule: 'nouns',
  };
  return fillFrame(frame, read, construction, context);
}

/** Claims made by nouns: "a visit by X to Y", "X, a subsidiary of Y", "delivery of T to Y", "X's plant in Z". */
export const nouns: Recogniser = {
  name: 'nouns',
  find: (context) =>
    triggersOf(context).flatMap((trigger) => {
      const roles = readRoles(context.sentence, trigger.phrase.end, null);
      const drafts: Draft[] = [];
      const taken = new Set<string>();
      for (const frame of trigger.frames) {
        if (taken.has(frame.predicate)) continue;
        const draft = tryFrame(frame, trigger, roles, context);
        if (!draft) continue;
        taken.add(frame.predicate);
        drafts.push(draft);
      }
      return drafts.slice(0, 2);
    }),
};
