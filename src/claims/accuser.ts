import type { Mention } from '../model/index.ts';
import type { Draft, SentenceContext } from './draft.ts';
import type { NounList, NounPhrase } from './syntax/noun-phrase.ts';
import { readList, readPhrase } from './syntax/noun-phrase.ts';
import { findSubject, phraseEndingAt } from './syntax/subject.ts';
import type { VerbGroup } from './syntax/verb-group.ts';

const canAct = ({ type }: Mention): boolean => type === 'Person' || type === 'Company' || type === 'Organization';

/** Mentions a list stands for: its names, the owners of what it names, what its pronouns mean. */
function partiesOf(list: NounList | null | undefined, context: SentenceContext): Mention[] {
  return (list?.phrases ?? []).flatMap((phrase: NounPhrase): readonly Mention[] => {
    const named = phrase.head ?? phrase.possessor;
    return named ? [named] : context.discourse.resolve(phrase, context.sentence);
  });
}

/** Whom an authority acts against: the object of its verb, its owner ("T's accounts", "the accounts of T"), or "a firm that it accused". */
function accusedBy(group: VerbGroup, context: SentenceContext): Mention[] {
  const { words, lexicon } = context.sentence;
  const object = readList(words, group.end, lexicon);
  if (object) {
    const named = partiesOf(object, context).filter(canAct);
    if (named.length > 0) return named;
    const owner = words[object.end]?.lower === 'of' ? readPhrase(words, object.end + 1, lexicon)?.head : null;
    return owner && canAct(owner) ? [owner] : [];
  }
  const subject = findSubject(context.sentence, group)?.list;
  const relative = subject ? words[subject.start - 1] : undefined;
  if (!subject || (relative?.class !== 'relative' && relative?.lower !== 'that')) return [];
  const antecedent = phraseEndingAt(context.sentence, subject.start - 1)?.head;
  return antecedent && canAct(antecedent) ? [antecedent] : [];
}

/** Whether the verb of a draft is one of its own, coordinated with the accusation: "sanctioned T and sent aid to Z". */
function isOwnDeed(at: number, { sentence }: SentenceContext): boolean {
  const group = sentence.groups.find(({ start, end }) => start <= at && at < end);
  return group?.form === 'finite' && sentence.words[group.start - 1]?.class === 'conjunction';
}

/**
 * Drafts in which an authority would be the doer of what it acts against: "the ministry froze T's accounts over its sale of
 * trucks to Z". The one acted against takes its place; where the sentence names none, the draft goes.
 */
export function withoutAccusers(drafts: readonly Draft[], context: SentenceContext): Draft[] {
  const { sentence, vocabulary } = context;
  const accusations = sentence.groups.filter(
    ({ lemma, passive, form }) => !passive && form !== 'infinitive' && vocabulary.punishingVerbs.has(lemma),
  );
  if (accusations.length === 0) return [...drafts];
  return drafts.flatMap((draft): Draft[] => {
    const at = sentence.words.findIndex(({ end }) => end > draft.trigger.start);
    const accusation = accusations.findLast(({ end }) => end <= at);
    if (!accusation || draft.rule === 'offices' || isOwnDeed(at, context)) return [draft];
    const accusers = partiesOf(findSubject(sentence, accusation)?.list, context);
    const isAccuser = ({ id }: Mention): boolean => accusers.some((accuser) => accuser.id === id);
    if (!draft.subject.some(isAccuser)) return [draft];
    const accused = accusedBy(accusation, context).filter(
      (mention) => !isAccuser(mention) && ![...draft.object, ...draft.theme].includes(mention),
    );
    return accused.length > 0 ? [{ ...draft, subject: accused }] : [];
  });
}
