import { readDecimal } from '../../text/index.ts';
import type { NumberOptions, PlainNumber } from './plain-number.ts';
import type { Scan } from './scan.ts';
import type { Piece } from './tokens.ts';

/** Up to a quadrillion; a longer row of figures is a table. */
const MOST_GROUPS = 4;

/** Pieces after `at` that go on with the number in groups of three, as languages with a decimal comma write it (12 500 000). */
function spacedGroups(scan: Scan, at: number): number {
  if (scan.decimals === 'point' || !/^[1-9][0-9]{0,2}$/.test(scan.pieces[at]?.text ?? '')) return 0;
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
function isPartOfCode(scan: Scan, first: Piece, at: number, to: number, isUpper: boolean): boolean {
  const before = scan.pieces[at - 1];
  const twoBefore = scan.pieces[at - 2];
  if (first.glued && before && (before.kind === 'word' || '_/\\#@№'.includes(before.text)) && !isHan(before))
    return true;
  const hyphened = first.glued && before !== undefined && /^[-‐‑]$/.test(before.text) && before.glued;
  if (hyphened && twoBefore && twoBefore.kind !== 'sign' && !isHan(twoBefore))
    return !isUpper || twoBefore.kind === 'word';
  const isPhone = before?.text === ')' && twoBefore?.kind === 'number' && scan.pieces[at - 3]?.text === '(';
  if (isPhone) return true;
  const after = scan.pieces[to];
  const bracketed = before?.text === '[' && after?.text === ']';
  return bracketed || (after?.glued === true && /^[_\\@]$/.test(after.text));
}

function isHan(piece: Piece): boolean {
  return /^\p{Script=Han}$/u.test(piece.text);
}

const GROUPED_ONCE = /^[1-9][0-9]{0,2}[.,][0-9]{3}$/;

/** The number that digits at a piece mean, without its scale, or `null` when they are no quantity. */
export function readDigits(scan: Scan, at: number, options: NumberOptions): PlainNumber | null {
  const first = scan.pieces[at];
  if (first?.kind !== 'number') return null;
  const groups = spacedGroups(scan, at);
  const to = at + groups + 1;
  const written = scan.text.slice(first.start, scan.pieces[to - 1]?.end ?? first.end);
  if (
    isPartOfCode(scan, first, at, to, options.isUpper === true) ||
    /^0[0-9]/.test(written) ||
    /[0-9]{13}/.test(written)
  )
    return null;
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
