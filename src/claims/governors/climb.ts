import type { Sentence } from '../syntax/sentence.ts';
import { groupBefore } from '../syntax/sentence.ts';
import { asideBefore, clauseStart, findSubject, phraseEndingAt } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import type { Kind } from './kinds.ts';
import { type Found, type GovernorTable, governorEndingAt, governorStartingAt } from './table.ts';

/** One governor above a claim's trigger. `start`, `end` index words. */
export interface Link {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

export interface Climb {
  readonly sentence: Sentence;
  readonly table: GovernorTable;
}

/** Longest chain of governors that is followed; deeper ones are taken as unknown. */
const DEEPEST = 8;

/** Most words between a governor and the "that" or preposition that belongs to it. */
const REACH = 16;

const AUXILIARY: ReadonlySet<string> = new Set(['do', 'be', 'have', 'modal']);
const isNegation = (word: string | undefined): boolean => word === 'not' || word === 'never';

const groupAt = ({ groups }: Sentence, at: number): VerbGroup | undefined =>
  groups.find(({ start, end }) => start <= at && at < end);

/** First word to the left of `at` (inclusive) that is no adverb and no quotation mark. */
function skipLeft({ words }: Sentence, at: number): number {
  let index = at;
  while (index >= 0 && (words[index]?.class === 'adverb' || words[index]?.class === 'quote')) index--;
  return index;
}

const negationBetween = ({ words }: Sentence, from: number, to: number): Link[] =>
  words.slice(from, to).some(({ lower }) => isNegation(lower)) ? [{ kind: 'negating', start: from, end: to }] : [];

/** Whether a governor is itself negated: its own verb group, or the "no" or the negated "be" or "have" before a noun or adjective. */
function isNegated(sentence: Sentence, at: number): boolean {
  const { words } = sentence;
  const own = groupAt(sentence, at);
  if (own) return own.negative;
  for (let index = at - 1; index >= Math.max(0, at - 4); index--) {
    const lower = words[index]?.lower;
    if (lower === 'no' || lower === 'without' || isNegation(lower)) return true;
    const group = groupAt(sentence, index);
    if (group) return group.negative;
    if (words[index]?.class === 'comma' || words[index]?.class === 'stop' || words[index]?.class === 'preposition')
      return false;
  }
  return false;
}

/** The governor found, and whatever governs it in turn. */
function linkOf(found: Found, climb: Climb, depth: number): Link[] {
  const { sentence } = climb;
  const kind = isNegated(sentence, found.start) ? found.entry.negated : found.entry.kind;
  const own = groupAt(sentence, found.start);
  const above = own ?? groupBefore(sentence, found.start);
  const near = above && (own !== undefined || above.end >= found.start - 4);
  return [
    { kind, start: found.start, end: found.end },
    ...(own ? modalOf(own) : []),
    ...sayers(own, climb),
    ...(near ? climbGroup(above, climb, depth + 1) : []),
  ];
}

/** "would refuse to", "may force X to": the governor itself is not said to be so. */
export function modalOf({ modal, start, end }: VerbGroup): Link[] {
  if (/^(?:will|shall|would)$/u.test(modal)) return [{ kind: 'planned', start, end }];
  return /^(?:can|could|may|might|should|must)/u.test(modal) ? [{ kind: 'possible', start, end }] : [];
}

const unknownAt = (at: number): Link[] => [{ kind: 'unknown', start: at, end: at + 1 }];

/** The verb before `at` that takes an object and then `rest` ("accused T of", "asked T to"), or `null`. */
function overObject(
  group: VerbGroup,
  rest: readonly string[],
  governs: 'to' | 'ing' | 'that' | 'bare',
  { table }: Climb,
  words: Sentence['words'],
): Found | null {
  const entry = table(governs)
    .get(words[group.head]?.lower ?? '')
    ?.find((one) => one.rest.join(' ') === rest.join(' '));
  return entry ? { entry, start: group.head, end: group.head + 1 } : null;
}

function aboveInfinitive(group: VerbGroup, climb: Climb, depth: number): Link[] {
  const { sentence, table } = climb;
  const { words } = sentence;
  const at = skipLeft(sentence, group.start - 1);
  const negation = negationBetween(sentence, at + 1, group.start);
  const found = at >= 0 ? governorEndingAt(words, at, table('to')) : null;
  if (found) return [...negation, ...linkOf(found, climb, depth)];
  const before = words[at];
  const verb = before ? groupAt(sentence, at) : undefined;
  if (before?.class === 'conjunction') {
    const earlier = groupBefore(sentence, at);
    return [...negation, ...(earlier ? climbGroup(earlier, climb, depth + 1) : [])];
  }
  if (before?.class === 'subordinator') return [...negation, ...conjunctionAt(at, climb)];
  if (verb) return unknownAt(at);
  const governor = before ? groupBefore(sentence, at + 1) : undefined;
  const asks = governor ? overObject(governor, [], 'to', climb, words) : null;
  if (asks) return [...negation, ...linkOf(asks, climb, depth)];
  // "set up firms to ship engines": a purpose, not yet a deed.
  const purpose: Link = { kind: 'planned', start: group.start, end: group.start + 1 };
  return [...negation, purpose, ...(governor ? climbGroup(governor, climb, depth + 1) : [])];
}

/** The verb some words before its preposition: "accused T of", "sanctioned T for". */
function overPreposition(at: number, climb: Climb): Found | null {
  const { words } = climb.sentence;
  const governor = groupBefore(climb.sentence, at);
  if (!governor || at - governor.end > REACH) return null;
  return overObject(governor, [words[at]?.lower ?? ''], 'ing', climb, words);
}

function abovePreposition(at: number, climb: Climb, depth: number): Link[] {
  const found = overPreposition(at, climb);
  return found ? linkOf(found, climb, depth) : unknownAt(at);
}

/** "a firm supplying X": true of the firm, unless there is "no firm supplying X"; "caught T supplying": as the verb says. */
function afterNoun(group: VerbGroup, at: number, climb: Climb, depth: number): Link[] {
  const { sentence } = climb;
  const governor = groupBefore(sentence, at + 1);
  const sees = governor && at - governor.end < 6 ? overObject(governor, [], 'ing', climb, sentence.words) : null;
  if (sees && governor?.form === 'finite' && !governor.passive) return linkOf(sees, climb, depth);
  return antecedents(group.start, climb);
}

/**
 * What stands before a description that goes on in a clause or participle: "no firm that", "none of those who" (nobody did),
 * "without lenses supplied by", "posed as a chemist employed by", "a false address which".
 */
function antecedents(end: number, { sentence, table }: Climb): Link[] {
  const links = quantified(sentence, end);
  const phrase = phraseEndingAt(sentence, sentence.words[end - 1]?.class === 'comma' ? end - 1 : end);
  if (!phrase) return links;
  const found = governorEndingAt(sentence.words, phrase.start - 1, table('description'));
  if (found) links.push({ kind: found.entry.kind, start: found.start, end: found.end });
  return [...links, ...forgedIn(phrase.start, phrase.end, sentence, table)];
}

/** A word that makes a source none: "a forged letter", "an earlier version of this article". */
function forgedIn(from: number, to: number, { words }: Sentence, table: GovernorTable): Link[] {
  for (let at = from; at < to; at++) {
    const found = words[at]?.class === 'mention' ? null : governorStartingAt(words, at, table('source'));
    if (found) return [{ kind: found.entry.kind, start: found.start, end: found.end }];
  }
  return [];
}

/** Whoever says it: the subject of the governing verb. */
function sayers(governor: VerbGroup | undefined, { sentence, table }: Climb): Link[] {
  const list = governor ? findSubject(sentence, governor)?.list : undefined;
  return list ? forgedIn(list.start, list.end, sentence, table) : [];
}

/** "no firm", "none of those": nobody did. */
function quantified({ words }: Sentence, end: number): Link[] {
  for (let index = end - 1; index >= Math.max(0, end - 8); index--) {
    const word = words[index];
    if (!word || word.class === 'stop' || word.class === 'auxiliary' || word.class === 'verb') return [];
    if (/^(?:no|none|nobody|neither|nothing)$/u.test(word.lower))
      return [{ kind: 'negating', start: index, end: index + 1 }];
  }
  return [];
}

function aboveGerund(group: VerbGroup, climb: Climb, depth: number): Link[] {
  const { sentence, table } = climb;
  const { words, groups } = sentence;
  const at = skipLeft(sentence, group.start - 1);
  const before = words[at];
  const negation = negationBetween(sentence, at + 1, group.start);
  if (!before || before.class === 'stop') return unknownAt(group.start);
  const ending = governorEndingAt(words, at, table('ing'));
  // "sanctioned T for supplying": the verb and its preposition know better than the preposition alone.
  const alone = before.class === 'preposition' && ending !== null && ending.end - ending.start === 1;
  const apart = alone ? overPreposition(at, climb) : null;
  const found = apart ?? ending;
  if (found) {
    const adverbial = before.class === 'preposition' && found.end - found.start === 1 && found.entry.kind === 'true';
    if (!adverbial) return [...negation, ...linkOf(found, climb, depth)];
    const main = before.lower === 'by' ? groupBefore(sentence, at) : undefined;
    return [...negation, ...(main ? climbGroup(main, climb, depth + 1) : [])];
  }
  if (before.class === 'preposition') return [...negation, ...abovePreposition(at, climb, depth)];
  if (before.class === 'comma' || before.class === 'conjunction') {
    const main = groups.findLast(
      (other) => other.end <= at && (other.form === 'finite' || before.class === 'conjunction'),
    );
    return [...negation, ...(main ? climbGroup(main, climb, depth + 1) : [])];
  }
  if (before.class === 'subordinator') return [...negation, ...conjunctionAt(at, climb)];
  if (groupAt(sentence, at)) return unknownAt(at);
  return [...negation, ...afterNoun(group, at, climb, depth)];
}

function conjunctionAt(at: number, { sentence, table }: Climb): Link[] {
  const found = governorEndingAt(sentence.words, at, table('conjunction'));
  if (!found) return unknownAt(at);
  return found.entry.kind === 'true' ? [] : [{ kind: found.entry.kind, start: found.start, end: found.end }];
}

/** What governs a clause that "that" opens at `at`. After a noun that governs no clause it is a relative pronoun. */
function aboveThat(at: number, climb: Climb, depth: number): Link[] {
  const { sentence, table } = climb;
  const { words } = sentence;
  const conditional = governorEndingAt(words, at, table('conjunction'));
  if (conditional && conditional.entry.rest.length > 0) return conjunctionAt(at, climb);
  let last = skipLeft(sentence, at - 1);
  while (words[last]?.class === 'comma' || words[last]?.class === 'time') last = skipLeft(sentence, last - 1);
  const found = last >= 0 ? governorEndingAt(words, last, table('that')) : null;
  if (found) return linkOf(found, climb, depth);
  if (groupAt(sentence, last)) return unknownAt(last);
  const governor = groupBefore(sentence, at);
  const told = governor && at - governor.end <= REACH ? overObject(governor, [], 'that', climb, words) : null;
  if (told && words[at - 1]?.class !== 'noun') return linkOf(told, climb, depth);
  const impersonal = governor?.lemma === 'be' && words[governor.start - 1]?.lower === 'it';
  if (impersonal) return unknownAt(last);
  return told && governor?.form === 'finite' && !governor.passive ? linkOf(told, climb, depth) : antecedents(at, climb);
}

/** Where the clause of a finite verb begins, seen over relative clauses inside its subject and an auxiliary set apart. */
function opening(sentence: Sentence, group: VerbGroup): { start: number; auxiliary: VerbGroup | null } {
  let start = clauseStart(sentence, group.start);
  let auxiliary: VerbGroup | null = null;
  for (let guard = 0; guard < 4; guard++) {
    const inner = groupAt(sentence, start - 1);
    if (!inner) break;
    const from = clauseStart(sentence, inner.start);
    const relative =
      sentence.words[from - 1]?.class === 'relative' || sentence.words[inner.start - 1]?.class === 'relative';
    // "nor did T supply": the auxiliary stands before the subject.
    const split = AUXILIARY.has(inner.lemma) && !hasNominal(sentence, from, inner.start);
    if (relative && inner.form === 'finite') start = clauseStart(sentence, from - 1);
    else if (split) {
      auxiliary = inner;
      start = from;
    } else break;
  }
  return { start, auxiliary };
}

const hasNominal = ({ words }: Sentence, from: number, to: number): boolean =>
  words.slice(from, to).some((word) => /^(?:noun|mention|pronoun|number)$/u.test(word.class));

function aboveFinite(group: VerbGroup, climb: Climb, depth: number): Link[] {
  const { sentence, table } = climb;
  const { words } = sentence;
  const { start, auxiliary } = opening(sentence, group);
  const links: Link[] = [];
  const aside = asideBefore(sentence, group);
  if (aside) {
    const said = overObject(aside.verb, [], 'that', climb, words);
    return said ? linkOf(said, climb, depth) : [];
  }
  if (auxiliary?.negative && auxiliary !== group)
    links.push({ kind: 'negating', start: auxiliary.start, end: auxiliary.end });
  for (let at = start; at < group.start; at++) {
    const adverb = words[at]?.class === 'mention' ? null : governorStartingAt(words, at, table('adverb'));
    const negates = words[at]?.lower === 'nor' || adverb?.entry.kind === 'negating';
    if (negates && !group.negative) links.push({ kind: 'negating', start: at, end: at + 1 });
    else if (adverb && adverb.entry.kind !== 'almost')
      links.push({ kind: adverb.entry.kind, start: at, end: adverb.end });
    if (negates || adverb) break;
    if (hasNominal(sentence, at, at + 1)) break;
  }
  // A name at the start of a sentence may have swallowed the auxiliary: "Had Ilan Meret supplied".
  const first = words[start]?.lower.split(' ')[0] ?? '';
  if (/^(?:had|were|should)$/u.test(first) && group.start > start + (words[start]?.mention ? 0 : 1))
    return [...links, { kind: 'conditional', start, end: start + 1 }];
  for (let at = start; at < group.start - 1; at++) {
    // "claims it sold": a noun right before the subject of what it says.
    const noun = words[at]?.class === 'noun' ? governorEndingAt(words, at, table('that')) : null;
    const subject = /^(?:pronoun|mention)$/u.test(words[at + 1]?.class ?? '');
    if (noun && subject && noun.entry.kind !== 'true') return [...links, ...linkOf(noun, climb, depth)];
    if (noun && subject && words[at]?.lower.startsWith('claim'))
      return [...links, { kind: 'alleged', start: at, end: at + 1 }];
  }
  const opener = words[start - 1];
  if (!opener || opener.class === 'stop' || opener.class === 'open') return links;
  if (opener.class === 'relative') return [...links, ...antecedents(start - 1, climb)];
  if (opener.lower === 'that') return [...links, ...aboveThat(start - 1, climb, depth)];
  if (opener.class === 'subordinator') return [...links, ...conjunctionAt(start - 1, climb)];
  const earlier = groupAt(sentence, start - 1);
  if (!earlier || earlier === group) return links;
  return [...links, ...besideEarlier(earlier, group, climb, depth)];
}

/** A clause right after another's verb: what it says ("claims T paid"), or a further member of a coordination. */
function besideEarlier(earlier: VerbGroup, group: VerbGroup, climb: Climb, depth: number): Link[] {
  const { sentence } = climb;
  const { words } = sentence;
  const between = words.slice(earlier.end, group.start);
  const joined = between.some((word) => word.class === 'conjunction' && word.lower !== 'but');
  const apart = between.some((word) => word.class === 'comma' || word.class === 'quote' || word.lower === 'but');
  const lets = overObject(earlier, [], 'bare', climb, words);
  const bare = group.end - group.start === 1 && words[group.head]?.verb?.forms.has('base');
  if (lets && bare && between.length > 0 && !joined && !apart) return linkOf(lets, climb, depth);
  const says = overObject(earlier, [], 'that', climb, words);
  if (says && !joined && !apart && between.length > 0) return linkOf(says, climb, depth);
  return joined && !between.some((word) => word.class === 'quote') ? aboveFinite(earlier, climb, depth + 1) : [];
}

/** Words inside or right before a verb group that bear on it: "almost", "falsely", "would have". */
function ownWords(group: VerbGroup, { sentence, table }: Climb): Link[] {
  const { words } = sentence;
  const links: Link[] = [];
  for (let at = Math.max(0, group.start - 3); at < group.end; at++) {
    const near = at >= group.start || words[at]?.class !== 'mention';
    const found = near ? governorStartingAt(words, at, table('adverb')) : null;
    const reaches = found && (found.end >= group.start || skipLeft(sentence, group.start - 1) < found.end);
    if (!found || !reaches || (found.entry.kind === 'negating' && group.negative)) continue;
    links.push({ kind: found.entry.kind, start: found.start, end: found.end });
  }
  const past = words.slice(group.start, group.head).some(({ lower }) => /^(?:have|['’]ve)$/u.test(lower));
  const span = { start: group.start, end: group.end };
  if (past && /^(?:would|should|could)/u.test(group.modal)) links.push({ kind: 'conditional', ...span });
  if (past && group.modal === 'must') links.push({ kind: 'assessed', ...span });
  return links;
}

/**
 * Every word that governs a verb group up to the sentence, innermost first, with what it does to what it governs.
 * Empty: nothing does, the verb is its sentence's own. A word that no table knows is a link of kind `unknown`.
 */
export function climbGroup(group: VerbGroup, climb: Climb, depth = 0): Link[] {
  if (depth > DEEPEST) return unknownAt(group.start);
  const own = ownWords(group, climb);
  const { words } = climb.sentence;
  // "did not buy or sell", "refused to buy or sell": the second verb stands under all that the first does.
  const joined = words[group.start - 1]?.class === 'conjunction' && words[group.start - 1]?.lower !== 'but';
  const earlier = joined ? groupBefore(climb.sentence, group.start - 1) : undefined;
  const bare = words[group.head]?.verb?.forms.has('base') === true && group.end - group.start === 1;
  if (earlier && bare && group.form === 'finite') {
    const negation: Link[] = earlier.negative ? [{ kind: 'negating', start: earlier.start, end: earlier.end }] : [];
    const modal: Link[] = /^(?:will|would|shall)/u.test(earlier.modal)
      ? [{ kind: 'planned', start: earlier.start, end: earlier.end }]
      : [];
    return [...own, ...negation, ...modal, ...climbGroup(earlier, climb, depth + 1)];
  }
  switch (group.form) {
    case 'infinitive':
      return [...own, ...aboveInfinitive(group, climb, depth)];
    case 'gerund':
      return [...own, ...aboveGerund(group, climb, depth)];
    case 'participle':
      return [...own, ...antecedents(group.start, climb)];
    case 'finite':
      return [...own, ...aboveFinite(group, climb, depth)];
  }
}
