import { fromSerial } from './serial-date.ts';

/** What one section of a number format makes of a number, as far as it changes what the number means. */
interface Section {
  readonly date: 'date' | 'time' | 'date-time' | 'elapsed' | null;
  readonly isPercent: boolean;
  /** Words in front of and behind the number: a currency, a unit. */
  readonly before: string;
  readonly after: string;
  /** Whole numbers show with leading zeros up to this many digits (an account number kept as a number); 0 for none. */
  readonly digits: number;
  /** Powers of ten that the number is divided by before it is shown: 3 for each comma behind the last digit. */
  readonly scale: number;
  /** It shows words and no number. */
  readonly isWordOnly: boolean;
  /** It says by itself that the number is below zero, with a minus or brackets. */
  readonly hasSign: boolean;
}

/** A format: a section for each kind of number, the first whose condition holds. */
export type NumberFormat = readonly { readonly holds: (value: number) => boolean; readonly section: Section }[];

const PLAIN: Section = {
  ...{ date: null, isPercent: false, before: '', after: '', digits: 0, scale: 0, isWordOnly: false, hasSign: true },
};
const always = (section: Section): NumberFormat => [{ holds: () => true, section }];

/** Formats with a number instead of a code (ECMA-376, part 1, 18.8.30), as far as they are not plain. */
const BUILT_IN: Readonly<Record<number, NumberFormat>> = Object.fromEntries(
  [
    ...[9, 10].map((id) => [id, { ...PLAIN, isPercent: true }] as const),
    ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(
      (id) => [id, { ...PLAIN, date: 'date' }] as const,
    ),
    ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, { ...PLAIN, date: 'time' }] as const),
    [22, { ...PLAIN, date: 'date-time' }] as const,
    [46, { ...PLAIN, date: 'elapsed' }] as const,
  ].map(([id, section]) => [id, always(section)]),
);
const GENERAL = always(PLAIN);

/** Reads a format by its number or its code, whichever the file gives. Never throws. */
export function readFormat(id: number, code: string | undefined): NumberFormat {
  return code === undefined ? (BUILT_IN[id] ?? GENERAL) : readCode(code.slice(0, 300));
}

/** What stands for itself in a code: escaped and quoted text, brackets, blanks as wide as a character, fillers. */
const LITERALS = /\\.|"[^"]*"?|\[[^\]]*\]?|_.|\*./gs;

/** Sections are for positive numbers, negative ones and zero, unless conditions say otherwise; one with `@` is for text. */
function readCode(code: string): NumberFormat {
  const parts = splitSections(code).filter((part) => !part.replace(LITERALS, '').includes('@'));
  if (parts.length === 0) return GENERAL;
  const conditions = parts.map(conditionOf);
  const isStated = conditions.some((condition) => condition !== null);
  return parts.slice(0, 3).map((part, i) => {
    const usual = isStated
      ? i === 1 && parts.length > 2
        ? isNegative
        : () => true
      : (USUAL[parts.length]?.[i] ?? (() => true));
    return { holds: conditions[i] ?? usual, section: readSection(part) };
  });
}

const isNegative = (value: number): boolean => value < 0;
const USUAL: Readonly<Record<number, readonly ((value: number) => boolean)[]>> = {
  2: [(value) => value >= 0, isNegative],
  3: [(value) => value > 0, isNegative, () => true],
};

function splitSections(code: string): string[] {
  const parts = [''];
  for (const [token] of code.matchAll(/\\.|"[^"]*"?|\[[^\]]*\]?|./gs)) {
    if (token === ';') parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

const COMPARE: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '=': (left, right) => left === right,
  '<>': (left, right) => left !== right,
};

function conditionOf(section: string): ((value: number) => boolean) | null {
  const [, sign = '', bound = ''] = /\[(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,10})?)\]/.exec(section) ?? [];
  const compare = COMPARE[sign];
  return compare ? (value) => compare(value, Number(bound)) : null;
}

function readSection(section: string): Section {
  const bare = section.replace(LITERALS, (part) => (/^\[(?:h+|m+|s+)\]$/i.test(part) ? '\u0001' : '\u0002'));
  const [before = '', after = ''] = literals(section).map((text) => text.trim());
  const words = { before, after };
  if (/general/i.test(bare)) return { ...PLAIN, ...words, hasSign: /[-(]/.test(bare) };
  if (bare.includes('\u0001')) return { ...PLAIN, date: 'elapsed' };
  const hasDay = /[dyeg]/i.test(bare) || /m/i.test(bare.replace(/h[^a-z]*m+|m+[^a-z]*s/gi, ''));
  const hasTime = /[hs]/i.test(bare);
  if ((hasDay || hasTime) && !/[0#?]/.test(bare.replace(/s[.,]0+/gi, '')))
    return { ...PLAIN, date: hasDay ? (hasTime ? 'date-time' : 'date') : 'time' };
  const digits = /^0{2,30}$/.test(bare.replaceAll('\u0002', '')) ? bare.replaceAll('\u0002', '').length : 0;
  return {
    ...{ date: null, isPercent: bare.includes('%'), ...words, digits },
    scale: 3 * (/[0#?](,{1,4})(?![0#?,])/.exec(bare)?.[1]?.length ?? 0),
    isWordOnly: !/[0#?]/.test(bare) && before + after !== '',
    hasSign: /[-(\u2212]/.test(bare) || /\\[-(]|"[^"]*[-(][^"]*"/.test(section),
  };
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

/**
 * The text of a number, and its stored form when the text is another: with the words, the sign and the scale that its section
 * shows (5000000 as `5000 thousand`). Digits are never rounded, added or lost.
 */
export function showNumber(
  stored: string,
  format: NumberFormat,
  is1904: boolean,
): { readonly text: string; readonly raw?: string } {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/.test(stored)) return { text: stored };
  const value = Number(stored);
  const section = format.find(({ holds }) => holds(value))?.section ?? PLAIN;
  const usual = format[0]?.section ?? PLAIN;
  const text = section.date ? fromSerial(stored, section.date, is1904) : showPlain(stored, section, usual);
  return text === null || text === stored ? { text: stored } : { text, raw: stored };
}

function showPlain(stored: string, section: Section, usual: Section): string | null {
  const { isPercent, before, after, digits, scale, isWordOnly } = section;
  if (isWordOnly) return `${before} ${after}`.trim();
  // "Loss 500" needs no minus; a colour or nothing at all does not say that a sum is below zero.
  const hasOwnWords = before + after !== '' && before + after !== usual.before + usual.after;
  const shown = section !== usual && hasOwnWords && !section.hasSign ? stored.replace(/^-/, '') : stored;
  const padded = /^\d+$/.test(shown) ? shown.padStart(digits, '0') : shown;
  const number = scale !== 0 || isPercent ? shiftPoint(shown, (isPercent ? 2 : 0) - scale) : padded;
  if (number === null) return null;
  const withSign = isPercent ? `${number}%` : number;
  return [before, withSign, isPercent ? '' : after].filter((part) => part !== '').join(' ');
}

/** A decimal times a power of ten, by moving its point; `null` with an exponent. */
function shiftPoint(stored: string, by: number): string | null {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(stored) ?? [];
  if (whole === '' && fraction === '') return null;
  const point = whole.length + by;
  const all = `${'0'.repeat(Math.max(0, 1 - point))}${whole}${fraction}`.padEnd(Math.max(point, 1), '0');
  const at = Math.max(point, 1);
  const left = all.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = all.slice(at).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}
