import type { Literal, Time } from '../model/index.ts';
import type { Draft } from './draft.ts';
import type { Sentence } from './syntax/sentence.ts';

const OPEN_START = /^(?:by|until|till|before|up to)$/u;
const OPEN_END = /^(?:since|from|after|starting|seit|с|со|з|dal|dalla|depuis|desde)$/u;
const BOTH_ENDS = /^\p{L}+\s.*\s(?:to|until|till|through|по|до|bis|al|au|hasta)\s.*\d/u;

const firstDay = (edtf: string): string => edtf.split('/')[0] ?? edtf;
const lastDay = (edtf: string): string => edtf.split('/').at(-1) ?? edtf;

/** A date with the preposition before it: "since 2023" is open to the future, "by 2025" open to the past. */
function withPreposition(literal: Literal, word: string): Time | null {
  const { time } = literal;
  if (!time) return null;
  if (time.edtf === null || time.edtf.includes('..')) return time;
  if (OPEN_END.test(word)) return { ...time, text: `${word} ${time.text}`, edtf: `${firstDay(time.edtf)}/..` };
  if (OPEN_START.test(word)) return { ...time, text: `${word} ${time.text}`, edtf: `../${lastDay(time.edtf)}` };
  return time;
}

/** Where the next clause of a sentence begins, when it has a subject of its own. */
const NEXT_CLAUSE = /;|,\s+(?:and|but|while|whereas|yet|а|но|и|але|та|und|aber|et|mais|y|pero|e|ma)\s/u;
const LONGEST_DATELINE = 60;

/** "RIGA, March 4 - ...": the day of the report, not of what it tells. */
function isDateline({ start, end }: Literal, sentence: Sentence): boolean {
  const before = sentence.text.slice(sentence.start, start).trim();
  const isPlace =
    before.length <= LONGEST_DATELINE && before.split(/[\s,]+/u).every((word) => /^(?:[\p{Lu}\d]|$)/u.test(word));
  return isPlace && /^\s*(?:\([^()]{0,40}\)\s*)?[-–—]\s/u.test(sentence.text.slice(end, end + 50));
}

/** A date of another clause: "X sold A in June 2023, and Y owns B" says nothing of when Y owns. */
function isOfOtherClause(date: Literal, draft: Draft, { text }: Sentence, all: readonly Draft[]): boolean {
  const [trigger, subject] = [draft.trigger, draft.subject[0]];
  if (date.end <= trigger.start)
    return subject !== undefined && subject.start > date.end && NEXT_CLAUSE.test(text.slice(date.end, subject.start));
  const boundary = NEXT_CLAUSE.exec(text.slice(trigger.end, date.start));
  const from = trigger.end + (boundary?.index ?? 0);
  return (
    boundary !== null &&
    all.some(
      (other) => other.trigger.start > from && other.trigger.end <= date.start && (other.subject[0]?.start ?? 0) > from,
    )
  );
}

/**
 * The time a claim gives itself: the date inside its quotation nearest to its verb, in its own clause and not of a dateline;
 * two dates joined by "to" or "and" are an interval. `all` are the claims of the sentence.
 */
export function timeOf(draft: Draft, sentence: Sentence, all: readonly Draft[]): Time | null {
  const dates = sentence.literals.filter(
    (literal) =>
      literal.kind === 'date' &&
      literal.time &&
      literal.start >= draft.start &&
      literal.end <= draft.end &&
      !isDateline(literal, sentence) &&
      !isOfOtherClause(literal, draft, sentence, all),
  );
  const distance = ({ start }: Literal): number => Math.abs(start - draft.trigger.start);
  const nearest = dates.reduce<Literal | null>(
    (best, next) => (best && distance(best) <= distance(next) ? best : next),
    null,
  );
  if (!nearest?.time) return null;
  const before = sentence.text.slice(Math.max(sentence.start, nearest.start - 20), nearest.start);
  const preposition = /([\p{L}]+|up to)\s*$/u.exec(before.toLowerCase())?.[1] ?? '';
  const own = /^(\p{L}+)\s/u.exec(nearest.text.toLowerCase())?.[1] ?? '';
  if (!OPEN_END.test(own) && !OPEN_START.test(own)) return withPreposition(nearest, preposition);
  // "from 21 to 27 May" names both ends; "since 2023" has its preposition in its text already.
  if (BOTH_ENDS.test(nearest.text.toLowerCase())) return nearest.time;
  const time = withPreposition(nearest, own);
  return time && { ...time, text: nearest.time.text };
}
