import { readDecimal } from '../../text/index.ts';
import type { NumberOptions, PlainNumber } from './plain-number.ts';
import type { Scan } from './scan.ts';
import type { Piece } from './tokens.ts';

/** Up to a quadrillion; a longer row of figures is a table. */
const MOST_GROUPS = 4;

/** Pieces after `at` that go on with the number in groups of three, as languages with a decimal comma write it (12 500 000). */
function spacedGroups(scan: Scan, at: number): number {
  if (!/^[1-9][0-9]{0,2}$/.test(scan.pieces[at]?.text ?? '')) return 0;
  let count = 0;
  for (let next = at + 1; next <= at + MOST_GROUPS; next += 1) {
    const piece = scan.pieces[next];
    const gap = piece ? scan.text.slice(scan.pieces[next - 1]?.end ?? 0, piece.start) : '';
    if (!piece || gap.length !== 1 || gap === '\n') break;
    const isLast = /^[0-9]{3}[.,][0-9]{1,2}$/.test(piece.text);
    if (!isLast && !/^[0-9]{3}$/.test(piece.text)) break;
    count += 1;
    if (isLast) break;
  }
  return count;
}

/** Whether digits belong to a name, a version or a longer code: `A-100`, `HW52V`, `v2.1`, `[3]`, `0x81`, `(713) 555-0100`. */
function isPartOfCode(scan: Scan, at: number, to: number, options: NumberOptions): boolean {
  const first = scan.pieces[at];
  const before = scan.pieces[at - 1];
  const twoBefore = scan.pieces[at - 2];
  if (!first || options.isBehindCurrency || options.isFurther) return false;
  if (first.glued && before && (before.kind === 'word' || '_/\\#@№'.includes(before.text)) && !isHan(before))
    return true;
  const hyphened = first.glued && before !== undefined && /^[-‐‑]$/.test(before.text) && before.glued;
  if (hyphened && twoBefore && twoBefore.kind !== 'sign' && !isHan(twoBefore))
    return options.isUpper !== true || twoBefore.kind === 'word';
  const isPhone = before?.text === ')' && twoBefore?.kind === 'number' && scan.pieces[at - 3]?.text === '(';
  if (isPhone) return true;
  const after = scan.pieces[to];
  const bracketed = before?.text === '[' && after?.text === ']';
  return bracketed || (after?.glued === true && /^[_\\@]$/.test(after.text));
}

function isHan(piece: Piece): boolean {
  return /^\p{Script=Han}$/u.test(piece.text);
}

/**
 * Whether a minus stands before the digits ("-1,190", "EUR -5", "−5"): what falls below nought is no amount and no count.
 * At the start of a line a hyphen may be the mark of a list, so there it bars sums alone.
 */
export function isNegative(scan: Scan, at: number, options: NumberOptions): boolean {
  const [sign, before] = [scan.pieces[at - 1], scan.pieces[at - 2]];
  if (options.isUpper || !scan.pieces[at]?.glued || !sign || !/^[-−–]$/.test(sign.text)) return false;
  const isFree = !sign.glued || (before !== undefined && /^[:(=\p{Sc}]$/u.test(before.text));
  return isFree && (options.money === true || !opensLine(scan, at - 1));
}

function opensLine(scan: Scan, at: number): boolean {
  const [before, piece] = [scan.pieces[at - 1], scan.pieces[at]];
  return !before || !piece || scan.text.slice(before.end, piece.start).includes('\n');
}

/** Digits on either side of a mark that another script sets between them (`12．5`, `1٬200`), and powers of ten (`10³`, `10^6`). */
function isHalfRead(scan: Scan, at: number, to: number): boolean {
  const [before, after, last] = [scan.pieces[at - 1], scan.pieces[to], scan.pieces[to - 1]];
  const isMark = (text: string | undefined): boolean => text !== undefined && /^[．，٫٬·^]$/u.test(text);
  if (before?.glued && isMark(before.text) && scan.pieces[at]?.glued && scan.pieces[at - 2]?.kind === 'number')
    return true;
  if (after?.glued && isMark(after.text) && scan.pieces[to + 1]?.glued && scan.pieces[to + 1]?.kind === 'number')
    return true;
  return last?.text === '10' && /[⁰¹²³⁴-⁹⁻]/u.test(scan.text[last.end] ?? '');
}

/** Whether a space parts the digits from others ("1 200"), so that in prose they are one number or two. */
function isSplit(scan: Scan, at: number): boolean {
  const [before, piece] = [scan.pieces[at - 1], scan.pieces[at]];
  if (!before || !piece || !/^[1-9][0-9]{0,2}$/.test(before.text) || !/^[0-9]{3}(?:\.[0-9]{1,2})?$/.test(piece.text))
    return false;
  return scan.text.slice(before.end, piece.start) === ' ';
}

const GROUPED_ONCE = /^[1-9][0-9]{0,2}[.,][0-9]{3}$/;

/** The number that digits at a piece mean, without its scale, or `null` when they are no quantity. */
export function readDigits(scan: Scan, at: number, options: NumberOptions): PlainNumber | null {
  const first = scan.pieces[at];
  if (first?.kind !== 'number') return null;
  const groups = spacedGroups(scan, at);
  // English groups with commas: "1 200" is one number beside a currency, and open elsewhere.
  if (scan.decimals === 'point' && !options.money && (groups > 0 || isSplit(scan, at))) return null;
  const to = at + groups + 1;
  const written = scan.text.slice(first.start, scan.pieces[to - 1]?.end ?? first.end);
  if (isPartOfCode(scan, at, to, options) || isNegative(scan, at, options) || isHalfRead(scan, at, to)) return null;
  if (/^0[0-9]/.test(written) || /[0-9]{13}/.test(written)) return null;
  const style =
    options.money && GROUPED_ONCE.test(written) && !hasScale(scan, to) ? styleOfSum(written) : scan.decimals;
  const number = readDecimal(written, style);
  return number === null ? null : { to, number, factor: '1', vague: false, scaled: false, isDigits: true };
}

function hasScale(scan: Scan, at: number): boolean {
  return (scan.entries[at] ?? []).some((entry) => entry.list === 'numbers' && /scale/.test(entry.fields[1] ?? ''));
}

/**
 * The style in which the lone separator of a sum is read. "12,500" groups thousands in any language; "12.500" does too,
 * European firms write it in English invoices, unless its last digit says a price to the tenth of a cent ("$4.355").
 */
function styleOfSum(written: string): 'point' | 'comma' {
  return written.includes(',') || !written.endsWith('0') ? 'point' : 'comma';
}
