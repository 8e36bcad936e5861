import type { Time, Value } from '../model/index.ts';
import type { Wording } from './wording.ts';

/** A decimal string with its integer digits in groups of three: `1234567.50` -> `1,234,567.50`. */
export function groupDigits(number: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(number);
  if (!match) return number;
  const [, sign = '', whole = '', fraction = ''] = match;
  // Four digits stay together: they are as often a year or a model number.
  if (whole.length < 5) return number;
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return `${sign}${groups.join(',')}${fraction}`;
}

const amount = (op: string, number: string, unit: string, wording: Wording): string =>
  [wording.label('bound', op), groupDigits(number), unit.replaceAll('_', ' ')].filter((part) => part !== '').join(' ');

/** A value in words: `more than 5,000,000 CNY (converted in the text: about 700,000 USD)`. */
export function wordValue(value: Value, wording: Wording): string {
  const own = amount(value.op, value.number, value.unit === '' ? (value.currency ?? '') : value.unit, wording);
  if (!value.converted) return own;
  const { op, number, currency } = value.converted;
  return `${own} (converted in the text: ${amount(op, number, currency, wording)})`;
}

/** A time as written and, where it could be fixed, in EDTF: `mid-2023 [2023-05/2023-08]`. */
export function wordTime(time: Time): string {
  return time.edtf === null || time.text.includes(time.edtf) ? time.text : `${time.text} [${time.edtf}]`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const STARTS_WELL =
  /^(?:on|in|at|since|from|until|by|between|during|before|after|as of|around|about|through|over|throughout)\s/iu;

/**
 * A time as it stands in a sentence: the words themselves where they are English and whole ("in the second quarter of 2024"), else what
 * they were fixed as ("on 18 March 2024"); words that could not be fixed are quoted.
 */
export function sayTime({ text, edtf }: Time, language: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  const isWhole = /\d{4}/.test(words) && STARTS_WELL.test(words);
  if (language === 'en' && isWhole) return words.charAt(0).toLowerCase() + words.slice(1);
  const fixed = edtf === null ? null : sayEdtf(edtf);
  if (fixed === null) return `(“${words}”)`;
  const isDate = /\d{4}/.test(words) && !/^(?:early|mid|late)/iu.test(words);
  return isDate ? fixed : `${fixed} (“${words}”)`;
}

/** `on 18 March 2024`, `in May 2024`, `in 2024`, `from 21 May 2024 to 27 May 2024`, `since July 2023`; `null` for what has no such words. */
function sayEdtf(edtf: string): string | null {
  const [from = '', to, ...rest] = edtf.split('/');
  if (rest.length > 0) return null;
  if (to === undefined) {
    const one = sayDate(from);
    return one === null ? null : `${/^\d{4}-\d\d-\d\d/.test(from) ? 'on' : 'in'} ${one}`;
  }
  const [left, right] = [sayDate(from), sayDate(to)];
  if (left !== null && right !== null) return `from ${left} to ${right}`;
  if (left !== null && (to === '..' || to === '')) return `since ${left}`;
  return right !== null && (from === '..' || from === '') ? `until ${right}` : null;
}

function sayDate(date: string): string | null {
  const [, year = '', month, day, doubt] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([~?])?$/.exec(date) ?? [];
  if (year === '') return null;
  const name = month === undefined ? '' : `${MONTHS[Number(month) - 1] ?? month} `;
  return `${doubt === undefined ? '' : 'about '}${day === undefined ? '' : `${Number(day)} `}${name}${year}`;
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

const withCode = (name: string | undefined, code: string): string =>
  name === undefined || name === code ? code : `${name} (${code})`;

/** A country by its name and ISO 3166-1 code, the code alone when it is none: `Norway (NO)`. */
export const wordCountry = (code: string): string =>
  /^[A-Z]{2}$/.test(code) ? withCode(regions.of(code), code) : code;

/** A language by its name and ISO 639-1 code: `Norwegian (no)`. */
export function wordLanguage(code: string): string {
  if (code === 'und') return 'not determined';
  return /^[a-z]{2,3}$/.test(code) ? withCode(languages.of(code), code) : code;
}
