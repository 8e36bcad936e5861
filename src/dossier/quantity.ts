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
