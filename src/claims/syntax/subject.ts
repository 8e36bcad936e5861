import { type NounList, type NounPhrase, readList, readPhrase } from './noun-phrase.ts';
import type { Sentence } from './sentence.ts';
import type { VerbGroup } from './verb-group.ts';
import type { Word } from './word.ts';

/** The noun phrases a verb is said of. `adjacent`: nothing but adverbs between them and the verb, so that a quotation may hold both. */
export interface Subject {
  readonly list: NounList;
  readonly adjacent: boolean;
}

const isBoundary = (word: Word | undefined): boolean =>
  word === undefined ||
  word.class === 'stop' ||
  word.class === 'subordinator' ||
  word.class === 'relative' ||
  word.class === 'open';

/** Index before a short bracket that closes at `at` ("X (INN 123) is"), or `at` itself. */
function beforeBracket(words: readonly Word[], at: number): number {
  if (words[at]?.class !== 'close') return at;
  for (let start = at - 1; start > Math.max(0, at - 16); start--) if (words[start]?.class === 'open') return start - 1;
  return at;
}

/** First word of the clause that ends before `end`: after a subordinator, a relative pronoun, a stop or an earlier finite verb. */
export function clauseStart(sentence: Sentence, end: number): number {
  const earlier = sentence.groups.findLast((group) => group.end <= end && group.form === 'finite');
  for (let at = end - 1; at >= 0; at--) {
    at = beforeBracket(sentence.words, at);
    if (isBoundary(sentence.words[at]) || (earlier && at < earlier.end)) return at + 1;
  }
  return 0;
}

/** The first noun phrase of a stretch that is not part of an adverbial ("In May, at the plant in X, Acme ..."). */
function leadingList(sentence: Sentence, start: number, end: number): NounList | null {
  const { words, lexicon } = sentence;
  let at = start;
  while (at < end) {
    const name = words[at]?.class;
    if (name === 'preposition') {
      // An adverbial runs to its comma; without one, to the end of its noun phrase.
      const phrase = readPhrase(words, at + 1, lexicon);
      let comma = -1;
      for (let probe = at + 1; probe < end; probe++)
        if (words[probe]?.class === 'comma') {
          comma = probe;
          break;
        }
      const time = words[at + 1]?.class === 'time';
      at = time ? at + 2 : comma > 0 ? comma + 1 : (phrase?.end ?? at + 1);
      continue;
    }
    if (
      name === 'time' ||
      name === 'comma' ||
      name === 'conjunction' ||
      name === 'adverb' ||
      name === 'quote' ||
      name === 'close' ||
      name === 'verb'
    ) {
      at++;
      continue;
    }
    const list = readList(words, at, lexicon);
    if (!list) {
      at++;
      continue;
    }
    return list.end > end ? { ...list, end, phrases: list.phrases.filter((phrase) => phrase.start < end) } : list;
  }
  return null;
}

/** The noun phrase that ends just before `end` (no coordination): an antecedent. */
export function phraseEndingAt(sentence: Sentence, end: number): NounPhrase | null {
  const { words, lexicon } = sentence;
  let at = end - 1;
  if (words[at]?.class === 'close') while (at > 0 && words[at]?.class !== 'open') at--;
  if (words[at]?.class === 'open') at--;
  let start = at;
  while (start >= 0) {
    const name = words[start]?.class;
    if (
      name !== 'noun' &&
      name !== 'mention' &&
      name !== 'number' &&
      name !== 'possessive' &&
      name !== 'determiner' &&
      name !== 'pronoun'
    )
      break;
    start--;
    if (name === 'determiner') break;
  }
  if (start === at) return null;
  // "one of over 150 firms and people placed under": the participle is said of the one.
  for (let probe = start; probe > start - 8 && probe > 0; probe--) {
    if (words[probe]?.class === 'verb' || words[probe]?.class === 'auxiliary' || words[probe]?.class === 'comma') break;
    if (words[probe]?.lower === 'of' && words[probe - 1]?.lower === 'one') {
      return {
        start: probe - 1,
        end,
        head: null,
        noun: 'one',
        nounAt: probe - 1,
        possessor: null,
        modifiers: [],
        pronoun: '',
        owner: '',
      };
    }
  }
  return readPhrase(words, start + 1, lexicon);
}

/** Antecedent before a relative pronoun or participle; "a firm in X, which": a place in a prepositional phrase gives way to its head. */
function antecedent(sentence: Sentence, end: number): NounList | null {
  const { words } = sentence;
  const cut = words[end - 1]?.class === 'comma' ? end - 1 : end;
  let phrase = phraseEndingAt(sentence, cut);
  for (let guard = 0; phrase && guard < 3; guard++) {
    const before = words[phrase.start - 1];
    const attached =
      before?.class === 'preposition' &&
      (before.lower === 'of' ||
        before.lower === 'in' ||
        before.lower === 'for' ||
        before.lower === 'from' ||
        before.lower === 'at');
    if (!attached || (phrase.head && phrase.head.type !== 'Place')) break;
    const outer = phraseEndingAt(sentence, phrase.start - 1);
    if (!outer) break;
    phrase = outer;
  }
  return phrase ? { start: phrase.start, end: phrase.end, phrases: [phrase] } : null;
}

/** Subject of the verb that governs a non-finite one: its own subject, or its object for verbs like "accuse X of". */
function controlled(sentence: Sentence, group: VerbGroup, depth: number): Subject | null {
  const { words, lexicon } = sentence;
  let governor: VerbGroup | undefined;
  for (const other of sentence.groups) if (other.end <= group.start && other !== group) governor = other;
  if (!governor) {
    const list = leadingList(sentence, 0, group.start);
    return list ? { list, adjacent: false } : null;
  }
  if (lexicon.controlVerbs.has(governor.lemma) && !governor.passive) {
    const object = readList(words, governor.end, lexicon);
    if (object && object.end <= group.start) return { list: object, adjacent: false };
  }
  // "records a visit by X to train Y": the agent of the noun does it, not the record.
  if (lexicon.clauseVerbs.has(governor.lemma) && !governor.passive) {
    const by = words.findIndex((word, at) => at >= governor.end && at < group.start && word.lower === 'by');
    const agent = by < 0 ? null : readList(words, by + 1, lexicon);
    if (agent && agent.end <= group.start) return { list: agent, adjacent: false };
  }
  const subject = findSubject(sentence, governor, depth + 1);
  return subject ? { list: subject.list, adjacent: false } : null;
}

/** Jumps over "X, a trader in Y, " and ", who ..., " to the subject before the parenthesis. */
function acrossComma(sentence: Sentence, group: VerbGroup, comma: number): Subject | null {
  const { words } = sentence;
  let at = comma - 1;
  const earlierFinite = (from: number, to: number): VerbGroup | undefined =>
    sentence.groups.find((other) => other.start >= from && other.end <= to && other.form === 'finite');
  let limit = 0;
  for (let probe = comma - 1; probe >= 0; probe--) {
    const name = words[probe]?.class;
    if (name === 'stop' || (words[probe]?.lower === 'that' && name === 'subordinator')) {
      limit = probe + 1;
      break;
    }
  }
  while (at > limit) {
    if (words[at]?.class === 'comma') {
      const finite = earlierFinite(at + 1, comma);
      // Finite verbs of a parenthesis all come after its relative pronoun: "a former judge who chairs Y".
      const relative = finite && words.slice(at + 1, finite.start).some((word) => word.class === 'relative');
      if (!finite || relative) {
        const opening = clauseStart(sentence, at);
        const from = afterLeadingClause(sentence, opening, at);
        const list = leadingList(sentence, from, at);
        // "X, a fellow at Y, a think-tank, said": one more apposition to step over.
        const steps = from > opening && list !== null && list.phrases[0]?.head === null;
        if (list && !steps) return { list, adjacent: false };
      }
    }
    at--;
  }
  const list = leadingList(sentence, clauseStart(sentence, group.start), comma);
  if (list) return { list, adjacent: false };
  const earlier = sentence.groups.findLast((other) => other.end <= group.start && other.form === 'finite');
  return earlier ? findSubject(sentence, earlier, 1) : null;
}

/** Skips what ends with a comma before the subject ("…, an official said"), unless the comma is one of a list. */
function afterLeadingClause(sentence: Sentence, start: number, end: number): number {
  const { words, lexicon } = sentence;
  let comma = -1;
  for (let at = start; at < end; at++) if (words[at]?.class === 'comma') comma = at;
  if (comma < 0) return start;
  for (let at = start; at < comma; at++) {
    const list = readList(words, at, lexicon);
    if (list && list.end >= end) return start;
    if (list) at = list.end - 1;
  }
  return comma + 1;
}

/** Most words of an aside between commas. */
const ASIDE = 8;

/** "X, prosecutors allege, sold": the aside right before a verb, with its verb of saying and the comma it opens with. */
export function asideBefore(sentence: Sentence, group: VerbGroup): { comma: number; verb: VerbGroup } | null {
  const { words, groups, lexicon } = sentence;
  const end = group.start - 1;
  if (words[end]?.class !== 'comma') return null;
  const verb = groups.find((one) => one.end === end && one.form === 'finite' && lexicon.clauseVerbs.has(one.lemma));
  if (!verb) return null;
  for (let at = verb.start - 1; at > Math.max(0, verb.start - ASIDE); at--) {
    const name = words[at]?.class;
    if (name === 'comma') return { comma: at, verb };
    if (name === 'relative' || name === 'verb' || name === 'stop' || name === 'subordinator') return null;
  }
  return null;
}

/**
 * Who or what a verb group is said of: the grammatical subject, seen through relative clauses, participles, infinitives,
 * coordination and parentheses. For a passive this is what the verb is done to. `null` when the sentence does not say.
 */
export function findSubject(sentence: Sentence, group: VerbGroup, depth = 0): Subject | null {
  const known = subjects.get(group);
  if (known !== undefined) return known;
  const subject = readSubject(sentence, group, depth);
  if (depth === 0) subjects.set(group, subject);
  return subject;
}

/** A verb group belongs to one sentence, so its subject is read once. */
const subjects = new WeakMap<VerbGroup, Subject | null>();

function readSubject(sentence: Sentence, group: VerbGroup, depth: number): Subject | null {
  if (depth > 4) return null;
  const { words } = sentence;
  const at = group.start - 1;
  const before = words[at];
  if (!before) return null;
  if (group.form === 'participle') {
    if (before.class === 'comma' || before.class === 'noun' || before.class === 'mention' || before.class === 'close') {
      const list = antecedent(sentence, group.start);
      if (list) return { list, adjacent: before.class !== 'comma' || list.end === at };
    }
    if (before.class === 'conjunction') {
      const earlier = sentence.groups.findLast((other) => other.end <= group.start);
      return earlier ? findSubject(sentence, earlier, depth + 1) : null;
    }
    return null;
  }
  if (group.form === 'infinitive') {
    const named = phraseEndingAt(sentence, group.start);
    if (named && words[named.start - 1]?.lower === 'for') {
      return { list: { start: named.start, end: named.end, phrases: [named] }, adjacent: true };
    }
    return controlled(sentence, group, depth);
  }
  if (group.form === 'gerund') {
    const attached = before.class === 'noun' || before.class === 'mention' || before.class === 'close';
    const list = attached ? antecedent(sentence, group.start) : null;
    return list ? { list, adjacent: true } : controlled(sentence, group, depth);
  }
  if (before.class === 'relative') {
    const list = antecedent(sentence, at);
    return list ? { list, adjacent: false } : null;
  }
  if (before.class === 'conjunction' || (before.class === 'comma' && words[at - 1]?.class === 'conjunction')) {
    const earlier = sentence.groups.findLast((other) => other.end <= at);
    const shared = earlier ? findSubject(sentence, earlier, depth + 1) : null;
    return shared ? { list: shared.list, adjacent: false } : null;
  }
  const aside = before.class === 'comma' ? asideBefore(sentence, group) : null;
  if (aside) {
    const phrase = phraseEndingAt(sentence, aside.comma);
    return phrase ? { list: { start: phrase.start, end: phrase.end, phrases: [phrase] }, adjacent: false } : null;
  }
  if (before.class === 'comma') return acrossComma(sentence, group, at);
  const start = afterLeadingClause(sentence, clauseStart(sentence, group.start), group.start);
  const list = leadingList(sentence, start, group.start);
  if (!list) return null;
  // "whose K-7 boat was tested": the possessor is the antecedent, the phrase itself is the subject.
  return { list, adjacent: true };
}
