import type { NounPhrase } from '../syntax/noun-phrase.ts';
import { groupBefore } from '../syntax/sentence.ts';
import { findSubject } from '../syntax/subject.ts';
import { type Climb, climbGroup, type Link, modalOf } from './climb.ts';
import { type Found, governorEndingAt, governorStartingAt } from './table.ts';

const toLink = (kind: Link['kind'], start: number, end: number): Link => ({ kind, start, end });

/** Adjectives before the noun: "the cancelled delivery". */
function modifiers(phrase: NounPhrase, nounAt: number, { sentence, table }: Climb): Link[] {
  const links: Link[] = [];
  for (let at = phrase.start; at < nounAt; at++) {
    const found = governorStartingAt(sentence.words, at, table('modifier'));
    if (found) links.push(toLink(found.entry.kind, at, found.end));
  }
  return links;
}

/** What is said to have become of it: "the delivery was cancelled", "the sale never took place". */
function fates(phrase: NounPhrase, { sentence, table }: Climb): Link[] {
  const { words, groups } = sentence;
  const group = groups.find(
    (one) =>
      one.start >= phrase.end && one.form === 'finite' && findSubject(sentence, one)?.list.start === phrase.start,
  );
  if (!group) return [];
  const found = governorStartingAt(words, group.head, table('event'));
  if (!found) return [];
  return [toLink(group.negative ? found.entry.negated : found.entry.kind, found.start, found.end)];
}

/** Most words between a verb and its preposition. */
const REACH = 8;

/** "charged this week over the delivery": the verb a few words before its preposition. */
function overPreposition(at: number, { sentence, table }: Climb): Found | null {
  const { words } = sentence;
  const group = words[at]?.class === 'preposition' ? groupBefore(sentence, at) : undefined;
  if (!group || at - group.end > REACH) return null;
  const entry = table('noun')
    .get(words[group.head]?.lower ?? '')
    ?.find(({ rest }) => rest.length === 1 && rest[0] === words[at]?.lower);
  return entry ? { entry, start: group.head, end: group.head + 1 } : null;
}

/**
 * Every word that governs a noun of action: its adjectives, the verb or noun it is the object of, what became of it.
 * A definite deed under a word that no table knows stands; nothing here is ever `unknown`, for nouns name what they presuppose.
 */
export function climbNoun(phrase: NounPhrase, nounAt: number, climb: Climb): Link[] {
  const { sentence, table } = climb;
  const { words } = sentence;
  const links = [...modifiers(phrase, nounAt, climb), ...fates(phrase, climb)];
  const before = phrase.start - 1;
  const group = groupBefore(sentence, phrase.start);
  const found = governorEndingAt(words, before, table('noun'));
  const object =
    group?.end === phrase.start && !group.passive ? governorStartingAt(words, group.head, table('noun')) : null;
  const governor = found ?? object ?? overPreposition(before, climb);
  if (governor) {
    const own = sentence.groups.find(({ start, end }) => start <= governor.start && governor.start < end);
    const kind =
      own?.negative || words[governor.start - 1]?.lower === 'no' ? governor.entry.negated : governor.entry.kind;
    links.push(toLink(kind, governor.start, governor.end));
    if (own) links.push(...climbGroup(own, climb, 1));
  } else if (group?.end === phrase.start) links.push(...modalOf(group), ...climbGroup(group, climb, 1));
  return links;
}
