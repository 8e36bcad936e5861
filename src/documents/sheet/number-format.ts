import { fromSerial } from './serial-date.ts';

/** What a number format makes of a number, as far as it changes what the number means. */
export interface NumberFormat {
  readonly date: 'date' | 'time' | 'date-time' | 'elapsed' | null;
  readonly isPercent: boolean;
  /** Words in front of and behind the number: a currency, a unit. */
  readonly before: string;
  readonly after: string;
  /** Whole numbers show with leading zeros up to this many digits (an account number kept as a number); 0 for none. */
  readonly digits: number;
}

const PLAIN: NumberFormat = { date: null, isPercent: false, before: '', after: '', digits: 0 };

/** Formats with a number instead of a code (ECMA-376, part 1, 18.8.30), as far as they are not plain. */
const BUILT_IN: Readonly<Record<number, NumberFormat>> = Object.fromEntries([
  ...[9, 10].map((id) => [id, { ...PLAIN, isPercent: true }]),
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, { ...PLAIN, date: 'date' }]),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, { ...PLAIN, date: 'time' }]),
  [22, { ...PLAIN, date: 'date-time' }],
  [46, { ...PLAIN, date: 'elapsed' }],
]);

/** Reads a format by its number or its code, whichever the file gives. Never throws. */
export function readFormat(id: number, code: string | undefined): NumberFormat {
  return code === undefined ? (BUILT_IN[id] ?? PLAIN) : readCode(code.slice(0, 300));
}

function readCode(code: string): NumberFormat {
  // Sections are for positive numbers, negative ones, zero and text; the first speaks for all.
  const section = firstSection(code);
  const bare = section.replace(/\\.|"[^"]*"?|\[[^\]]*\]?|_.|\*./gs, (part) =>
    /^\[(?:h+|m+|s+)\]$/i.test(part) ? '\u0001' : '\u0002',
  );
  if (/^general$/i.test(bare.trim())) return PLAIN;
  if (bare.includes('\u0001')) return { ...PLAIN, date: 'elapsed' };
  const hasDay = /[dyeg]/i.test(bare) || /m/i.test(bare.replace(/h[^a-z]*m+|m+[^a-z]*s/gi, ''));
  const hasTime = /[hs]/i.test(bare);
  if ((hasDay || hasTime) && !/[0#?]/.test(bare.replace(/s[.,]0+/gi, '')))
    return { ...PLAIN, date: hasDay ? (hasTime ? 'date-time' : 'date') : 'time' };
  const [before = '', after = ''] = literals(section).map((text) => text.trim());
  const digits = /^0{2,30}$/.test(bare.replaceAll('\u0002', '')) ? bare.replaceAll('\u0002', '').length : 0;
  return { date: null, isPercent: bare.includes('%'), before, after, digits };
}

function firstSection(code: string): string {
  const found = /^(?:\\.|"[^"]*"?|\[[^\]]*\]?|[^;])*/s.exec(code);
  return found?.[0] ?? '';
}

/** Words and currency signs of a format: those before its first digit and those after its last. */
function literals(section: string): string[] {
  const sides = ['', ''];
  let side = 0;
  for (const [part] of section.matchAll(/\\.|"[^"]*"?|\[[^\]]*\]?|_.|\*.|./gs)) {
    if (/^[0#?]$/.test(part)) side = 1;
    else sides[side] += literalOf(part);
  }
  // Signs, brackets and dashes belong to the number's own look.
  return sides.map((text) => (/\p{L}|\p{Sc}/u.test(text) ? text : ''));
}

function literalOf(part: string): string {
  if (part.startsWith('"')) return part.slice(1, part.endsWith('"') && part.length > 1 ? -1 : undefined);
  if (part.startsWith('\\')) return part.slice(1);
  if (part.startsWith('[$')) return part.slice(2, -1).split('-')[0] ?? '';
  return /^\p{Sc}$/u.test(part) ? part : '';
}

/** The text of a number, and its stored form when the text is another. Digits are never rounded, added or lost. */
export function showNumber(
  stored: string,
  format: NumberFormat,
  is1904: boolean,
): { readonly text: string; readonly raw?: string } {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/.test(stored)) return { text: stored };
  const text = format.date ? fromSerial(stored, format.date, is1904) : showPlain(stored, format);
  return text === null || text === stored ? { text: stored } : { text, raw: stored };
}

function showPlain(stored: string, { isPercent, before, after, digits }: NumberFormat): string | null {
  const padded = /^\d+$/.test(stored) ? stored.padStart(digits, '0') : stored;
  const number = isPercent ? shiftTwo(stored) : padded;
  if (number === null) return null;
  const withSign = isPercent ? `${number}%` : number;
  return [before, withSign, isPercent ? '' : after].filter((part) => part !== '').join(' ');
}

/** A hundred times a decimal by moving its point; `null` with an exponent. */
function shiftTwo(stored: string): string | null {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(stored) ?? [];
  if (whole === '' && fraction === '') return null;
  const padded = fraction.padEnd(2, '0');
  const left = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const right = padded.slice(2).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}
