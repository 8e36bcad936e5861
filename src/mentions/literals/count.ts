import { multiplyDecimals } from '../../text/index.ts';
import type { Candidate, Recogniser } from './candidate.ts';
import { readHeadNoun } from './head-noun.ts';
import { readMillion } from './million.ts';
import { type Quantity, quantityNorm, readQuantity } from './quantity.ts';
import { isCapitalised, lookUp, opensSentence, type Scan } from './scan.ts';
import { readYearCount } from './year-count.ts';

/** Words before "one" that make it a pronoun: "no one", "the one", "another one". */
const PRONOUN_BEFORE = new Set([
  'no',
  'the',
  'this',
  'that',
  'any',
  'each',
  'every',
  'another',
  'some',
  'which',
  'either',
  'last',
  'first',
  'next',
]);

/** "two-way", "16th", "4chan": the number is only a part of a word. */
function isGluedToWord(scan: Scan, to: number): boolean {
  const next = scan.pieces[to];
  if (!next?.glued) return false;
  if (next.kind === 'word') return !/^\p{Script=Han}$/u.test(next.text);
  return /^[-‐‑]$/.test(next.text) && scan.pieces[to + 1]?.glued === true;
}

/** "Article 5", "No. 7", "Boeing 737": the number names the thing before it. */
function isDesignation(scan: Scan, quantity: Quantity): boolean {
  const before = scan.pieces[quantity.from - 1];
  const piece = scan.pieces[quantity.from];
  if (!before || !piece || piece.apart || quantity.hasBound) return false;
  const word = before.text === '.' ? scan.pieces[quantity.from - 2] : before;
  if (word && scan.vocabulary.designators.has(word.lower)) return true;
  if (lookUp(scan, quantity.from - 1, 'number-signs')?.to === quantity.from) return true;
  if (!quantity.isDigits || scan.language === 'de' || opensSentence(scan, quantity.from - 1)) return false;
  return isCapitalised(before) && !scan.vocabulary.functionWords.has(before.lower);
}

/** "EUR -1,190.00", "-EUR 5": digits behind a currency are a sum or nothing. */
function isBehindCurrency(scan: Scan, at: number): boolean {
  const sign = /^[-−–]$/.test(scan.pieces[at - 1]?.text ?? '') ? at - 1 : at;
  return [1, 2].some((back) =>
    scan.entries[sign - back]?.some(
      ({ list, fields: [, role], pieces }) =>
        list === 'currencies' && role !== 'name' && role !== 'scaled-name' && pieces.length === back,
    ),
  );
}

function isYearLike(scan: Scan, quantity: Quantity): boolean {
  if (readYearCount(scan, quantity.core) === 'count') return false;
  return quantity.isDigits && !quantity.scaled && /^(?:19|20)\d\d$/.test(quantity.number) && quantity.number !== '2000';
}

/** Whether the number may stand without its noun: "around 500 are used each month", "thousands". */
function standsAlone(scan: Scan, quantity: Quantity): boolean {
  if (isYearLike(scan, quantity)) return false;
  const last = scan.pieces[quantity.to - 1];
  const next = scan.pieces[quantity.to];
  if (next?.glued && /[/:%°]/.test(next.text)) return false;
  if (quantity.isDigits && last && /[0-9][,.\u00a0\u202f][0-9]{3}/.test(last.text)) return true;
  if (quantity.hasBound) return last?.kind !== 'sign' || quantity.number.length > 1;
  return quantity.scaled || (quantity.vague && quantity.number.length > 1);
}

/** "3.2m rounds" as 3200000 of them. */
function millionsOf({ from, to, number, upper, op }: Quantity, unit: string): Candidate {
  const times = (count: string): string => multiplyDecimals(count, '1000000');
  const value = { number: times(number), unit, op };
  const norm = quantityNorm({ number: value.number, upper: upper === null ? null : times(upper), op });
  return { from, to: to + 1, kind: 'count', norm, value };
}

function find(scan: Scan, at: number): Candidate | null {
  const quantity = readQuantity(scan, at);
  if (quantity) {
    const million = readMillion(scan, quantity.to);
    if (million?.reading === 'counted') return millionsOf(quantity, million.unit);
  }
  if (!quantity || isGluedToWord(scan, quantity.to) || isDesignation(scan, quantity)) return null;
  if (isBehindCurrency(scan, quantity.from)) return null;
  // A duration would have been longer: this is an age ("8 year old").
  if (lookUp(scan, quantity.to, 'durations')) return null;
  const one = quantity.number === '1' && quantity.upper === null;
  const noun = readHeadNoun(scan, quantity.to, one ? 'one' : quantity.vague || quantity.scaled ? 'of' : 'many');
  // 一 before a classifier is an article.
  if (one && scan.language === 'zh') return null;
  if (one) {
    if (!noun || (quantity.hasBound === false && scan.vocabulary.weakNouns.has(noun.unit))) return null;
    if (PRONOUN_BEFORE.has(scan.pieces[at - 1]?.lower ?? '') || /^[-‐‑–—]$/.test(scan.pieces[at - 1]?.text ?? ''))
      return null;
  }
  // "the two agreed": the number stands for people named before.
  if (noun?.unit === '' && !quantity.hasBound && scan.pieces[at - 1]?.lower === 'the') return null;
  const isSure =
    noun !== null && !isYearLike(scan, quantity) && (noun.unit !== '' || noun.described || !quantity.isDigits);
  if (!isSure && !standsAlone(scan, quantity)) return null;
  const { number, op } = quantity;
  const value = { number, unit: noun?.unit ?? '', op };
  return { from: quantity.from, to: quantity.to, kind: 'count', norm: quantityNorm(quantity), value };
}

/**
 * Finds how many: "two invoices" 2, "more than half a dozen visits" >6, "hundreds of" >100, "around 140,000 drones" ~140000.
 * The span is bound and number; `value.unit` is the noun counted, lower-cased as in the text, `''` when the text leaves it open.
 */
export const count: Recogniser = { rule: 'literals/count', find };
