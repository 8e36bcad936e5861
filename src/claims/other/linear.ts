import type { Literal, Mention, Modality, Span } from '../../model/index.ts';
import type { Draft } from '../draft.ts';
import type { Scopes } from '../governors/scopes.ts';
import type { Sentence } from '../syntax/sentence.ts';
import type { Wording } from './wordings.ts';

const JOINS = /^\s*(?:,|，|、|und|et|y|e|и|та|і|й|ja|和|与|及|以及)\s*(?:\d+-\p{L}+\s+)?$/iu;

/** A mention with those coordinated with it, in text order. */
function withPartners(seed: Mention, all: readonly Mention[], text: string): Mention[] {
  const at = all.indexOf(seed);
  const group = [seed];
  for (let left = at - 1; left >= 0; left--) {
    const [other, first] = [all[left], group[0]];
    if (
      !other ||
      !first ||
      other.type !== seed.type ||
      !JOINS.test(text.slice(other.end, first.start).replace(/,\s*\d+,/u, ' und '))
    )
      break;
    group.unshift(other);
  }
  for (let right = at + 1; right < all.length; right++) {
    const [other, last] = [all[right], group.at(-1)];
    if (
      !other ||
      !last ||
      other.type !== seed.type ||
      !JOINS.test(text.slice(last.end, other.start).replace(/,\s*\d+,/u, ' und '))
    )
      break;
    group.push(other);
  }
  return group;
}

/** Bounds of the clause around `at`: no semicolon, colon, dash or bracket inside. */
function clauseAround(text: string, sentence: Span, at: number): Span {
  let start = at;
  while (start > sentence.start && !/[;:!?。；]/u.test(text[start - 1] ?? '')) start--;
  let end = at;
  while (end < sentence.end && !/[;!?。；]/u.test(text[end] ?? '')) end++;
  return { start, end };
}

const precededBy = (text: string, mention: Mention, words: ReadonlySet<string>): boolean => {
  const before =
    /([\p{L}’']+)(?:\s+[\p{L}-]+){0,2}\s+$/u.exec(text.slice(Math.max(0, mention.start - 40), mention.start))?.[0] ??
    '';
  return before
    .toLowerCase()
    .split(/\s+/u)
    .some((word) => words.has(word));
};

const distance = (mention: Mention, trigger: Span): number =>
  mention.end <= trigger.start ? trigger.start - mention.end : mention.start - trigger.end;

function nearest(list: readonly Mention[], trigger: Span): Mention | null {
  return list.reduce<Mention | null>(
    (best, next) => (best && distance(best, trigger) <= distance(next, trigger) ? best : next),
    null,
  );
}

/** The comma-bounded stretch that holds everything a claim uses. */
function quotationOf(text: string, clause: Span, used: readonly Span[]): Span {
  let start = Math.min(...used.map((span) => span.start));
  let end = Math.max(...used.map((span) => span.end));
  while (start > clause.start && !/[,，:：\n]/u.test(text[start - 1] ?? '')) start--;
  while (end < clause.end && !/[,，.。:：\n]/u.test(text[end] ?? '')) end++;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /[\s"“”«»]/u.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

interface Place {
  readonly sentence: Sentence;
  /** Subjects of the sentence before, for clauses that only say "they". */
  readonly earlier: readonly Mention[];
  /** Mentions that are the sentence's sources: they report, they do not act. */
  readonly speakers: readonly Mention[];
  readonly scopes: Scopes;
}

/** Words of the clause around a trigger, lower-cased, those before it first. */
const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? [];

/** Whether a mention stands after one of a table's words, articles and adjectives between them apart. */
function isUnder(mention: Mention, where: string, { sentence: { text }, scopes }: Place): boolean {
  const words = scopes.words(where);
  if (!scopes.isSpaced) return words.has(text.slice(mention.start - 1, mention.start));
  return words.size > 0 && precededBy(text, mention, words);
}

/** Who acts: the nearest mention that no preposition governs; in a passive the one that its "by" names. */
function subjectOf(
  wording: Wording,
  trigger: Span,
  clause: Span,
  mentions: readonly Mention[],
  place: Place,
): Mention | null {
  const { sentence, speakers, scopes } = place;
  const acts = wording.predicate === 'denies' || wording.predicate === 'no_comment';
  const fitting = mentions.filter(
    (mention) => wording.subject.has(mention.type) && mention.type !== 'Place' && (acts || !speakers.includes(mention)),
  );
  const passive = scopes.words('passive');
  const isPassive =
    !wording.conditions.has('passive') &&
    wordsIn(sentence.text.slice(clause.start, clause.end)).some((word) => passive.has(word));
  if (isPassive) return fitting.find((mention) => isUnder(mention, 'agent', place)) ?? null;
  const free = fitting.filter((mention) => !isUnder(mention, 'preposition', place));
  const left = free.filter(({ end }) => end <= trigger.start);
  return nearest(left.length > 0 ? left : free, trigger);
}

/** Most words before a verb that stands without a subject. */
const DROPPED = 6;

/** People of the sentence before, where the clause has only a pronoun for them, or in some languages nothing at all. */
function meantBy(
  wording: Wording,
  trigger: Span,
  clause: Span,
  { sentence, earlier, scopes }: Place,
): readonly Mention[] {
  const before = wordsIn(sentence.text.slice(clause.start, trigger.start));
  const pronouns = scopes.words('pronoun');
  const said = wordsIn(sentence.text.slice(clause.start, clause.end)).some((word) => pronouns.has(word));
  const dropped = pronouns.has('-') && before.length <= DROPPED && clause.start === sentence.start;
  return said || dropped ? earlier.filter(({ type }) => wording.subject.has(type)) : [];
}

function draftAt(wording: Wording, trigger: Span, place: Place): Draft | null {
  const { sentence } = place;
  const { text } = sentence;
  const clause = clauseAround(text, sentence, trigger.start);
  const mentions = sentence.words.flatMap(({ mention }) =>
    mention &&
    mention.start >= clause.start &&
    mention.end <= clause.end &&
    (mention.end <= trigger.start || mention.start >= trigger.end)
      ? [mention]
      : [],
  );
  const takesObject = wording.object.size > 0;
  const objects = takesObject ? mentions.filter(({ type }) => wording.object.has(type)) : [];
  const prepared =
    wording.prepositions.size > 0
      ? objects.filter((mention) => precededBy(text, mention, wording.prepositions))
      : objects;
  const subjectSeed = subjectOf(wording, trigger, clause, mentions, place);
  const subject = subjectSeed ? withPartners(subjectSeed, mentions, text) : meantBy(wording, trigger, clause, place);
  if (subject.length === 0) return null;
  const right = prepared.filter((mention) => !subject.includes(mention));
  const objectSeed = nearest(
    right.filter(({ start }) => start >= trigger.end).length > 0
      ? right.filter(({ start }) => start >= trigger.end)
      : right,
    trigger,
  );
  if (takesObject && !objectSeed && !wording.conditions.has('passive')) return null;
  const object = objectSeed
    ? withPartners(objectSeed, mentions, text).filter((mention) => !subject.includes(mention))
    : [];
  const value = valueIn(wording, sentence.literals, clause);
  if (wording.conditions.has('duration') && !value) return null;
  const used: readonly Span[] = [trigger, ...(subjectSeed ? subject : []), ...object, ...(value ? [value] : [])];
  const { start, end } = quotationOf(text, clause, used);
  const negative = wording.predicate === 'no_comment' || wording.predicate === 'denies';
  return {
    start,
    end,
    trigger,
    predicate: wording.predicate,
    subject,
    object,
    theme: [],
    place: [],
    value,
    negative,
    modal: '',
    modality: fixedModality(wording),
    votes: [],
    ownVoice: false,
    speakers: wording.predicate === 'denies' ? subject : [],
    rule: 'linear',
  };
}

const fixedModality = ({ predicate }: Wording): Modality | null =>
  predicate === 'no_comment' ? 'refused_comment' : null;

function valueIn({ conditions }: Wording, literals: readonly Literal[], clause: Span): Literal | null {
  const kind = conditions.has('money') ? 'money' : conditions.has('duration') ? 'duration' : null;
  if (!kind) return null;
  return (
    literals.find((literal) => literal.kind === kind && literal.start >= clause.start && literal.end <= clause.end) ??
    null
  );
}

/** Every match of a global pattern. `matchAll` would compile a copy of it for every sentence, which cost most of the reading. */
function* occurrences(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) yield match;
}

/** Claims of a sentence read word by word: a known wording with the nearest mentions of the right types. One a predicate. */
export function findLinear(wordings: readonly Wording[], place: Place): Draft[] {
  const { sentence } = place;
  const text = sentence.text.slice(sentence.start, sentence.end);
  const lower = text.toLowerCase();
  return wordings.flatMap((wording): Draft[] => {
    if (!wording.stems.some((stem) => lower.includes(stem))) return [];
    for (const match of occurrences(wording.pattern, text)) {
      const start = sentence.start + match.index;
      const trigger = { start, end: start + match[0].length };
      if (sentence.mentions.some((mention) => mention.start < trigger.end && trigger.start < mention.end)) continue;
      const draft = draftAt(wording, trigger, place);
      if (draft) return [draft];
    }
    return [];
  });
}
