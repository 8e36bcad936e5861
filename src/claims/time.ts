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

/** The time a claim gives itself: the date inside its quotation nearest to its verb; two dates joined by "to" or "and" are an interval. */
export function timeOf(draft: Draft, sentence: Sentence): Time | null {
  const dates = sentence.literals.filter(
    ({ kind, time, start, end }) => kind === 'date' && time && start >= draft.start && end <= draft.end,
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
