import type { Mention } from '../../model/index.ts';
import type { Draft, Recogniser, SentenceContext } from '../draft.ts';
import { nounClasses } from '../syntax/lexicon.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';
import { allPhrases, predicatedOf } from '../syntax/predication.ts';
import { readRoles } from '../syntax/roles.ts';
import { plainDraft } from './plain-draft.ts';

const isBody = (mention: Mention | null | undefined): mention is Mention =>
  mention?.type === 'Company' || mention?.type === 'Organization' || mention?.type === 'PublicBody';

/** Word index of the office in a phrase: the longest entry of the word list that ends the phrase or stands before its name. */
function officeAt(phrase: NounPhrase, context: SentenceContext): number {
  const { words, lexicon } = context.sentence;
  const last = phrase.head ? words.findIndex(({ mention }) => mention === phrase.head) - 1 : phrase.nounAt;
  const word = words[last];
  if (!word || last < phrase.start || word.class !== 'noun') return -1;
  const pair = `${words[last - 1]?.lower ?? ''} ${word.lower}`;
  return nounClasses(lexicon, word.lower)?.has('role') || nounClasses(lexicon, pair)?.has('role') ? last : -1;
}

/** "Acme's sales chief Jan Novak", "Acme director Jan Novak", "former Acme director Jan Novak". */
function beforeName(phrase: NounPhrase, context: SentenceContext): Draft[] {
  const { head } = phrase;
  const body = phrase.possessor ?? phrase.modifiers.findLast((mention) => isBody(mention)) ?? null;
  if (head?.type !== 'Person' || !head.named || !isBody(body) || officeAt(phrase, context) < 0) return [];
  const claim = {
    predicate: 'role_of',
    subject: [head],
    object: [body],
    start: phrase.start,
    end: phrase.end,
    rule: 'offices',
  } as const;
  return [plainDraft(context.sentence, claim)];
}

/** "Jan Novak, director of Acme", "Jan Novak is a fellow at Acme", "..., a former Acme inspector and head of Bolt". */
function afterName(phrase: NounPhrase, context: SentenceContext): Draft[] {
  const { sentence } = context;
  if (phrase.head || officeAt(phrase, context) < 0) return [];
  let predication = predicatedOf(sentence, phrase);
  if (!predication && sentence.words[phrase.start - 1]?.class === 'conjunction') {
    // The second of two offices: its holder is that of the first.
    const earlier = allPhrases(sentence).findLast(
      (other) => other.end === phrase.start - 1 || other.end === phrase.start - 3,
    );
    predication = earlier ? predicatedOf(sentence, earlier) : null;
  }
  const who = predication?.list.phrases[0]?.head;
  if (!predication || predication.negative || who?.type !== 'Person' || !who.named) return [];
  const { filled, end } = readRoles(sentence, phrase.end, null);
  const after = ['of', 'at', 'for', 'with', 'in'].flatMap((role) => filled.get(role)?.phrases ?? []);
  const bodies = after.flatMap(({ head }) => (isBody(head) ? [head] : [])).slice(0, 1);
  const owner = phrase.possessor ?? phrase.modifiers.at(-1);
  const object = bodies.length > 0 ? bodies : isBody(owner) ? [owner] : [];
  if (object.length === 0) return [];
  const claim = { predicate: 'role_of', subject: [who], object, start: predication.start, rule: 'offices' } as const;
  const ends = sentence.words.findIndex(({ mention }) => mention === object[0]) + 1;
  return [plainDraft(sentence, { ...claim, end: Math.min(Math.max(phrase.end, ends), Math.max(end, phrase.end)) })];
}

/** Offices and posts: who is what of which organisation. */
export const offices: Recogniser = {
  name: 'offices',
  find: (context) =>
    allPhrases(context.sentence).flatMap((phrase) => [...beforeName(phrase, context), ...afterName(phrase, context)]),
};
