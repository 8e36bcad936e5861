import type { Bound } from '../../model/index.ts';
import { compareDecimals, multiplyDecimals } from '../../text/index.ts';
import { readDigits } from './digits.ts';
import { composeWords } from './number-words.ts';
import { DASHES, follows, lookUp, type Scan, skipSign } from './scan.ts';

/** A number with what is said of its exactness: "more than half a dozen", "15 to 20", "at least 1.5 million". */
export interface Quantity {
  /** First and last-but-one piece, bound included. */
  readonly from: number;
  readonly to: number;
  /** Piece at which the number itself begins. */
  readonly core: number;
  readonly number: string;
  /** Upper end of a range, else `null`. */
  readonly upper: string | null;
  readonly op: Bound;
  readonly hasBound: boolean;
  /** "several", "thousands": the number is only a floor. */
  readonly vague: boolean;
  /** Carries "million", "тыс." and the like. */
  readonly scaled: boolean;
  readonly isDigits: boolean;
}

/** A plain number: digits or words, with its scale. */
export interface PlainNumber {
  readonly to: number;
  readonly number: string;
  readonly vague: boolean;
  readonly scaled: boolean;
  readonly isDigits: boolean;
}

export interface NumberOptions {
  /** Beside a currency, "m" is million and "12,500" is never a fraction. */
  readonly money?: boolean;
}

const isBound = (text: string | undefined): text is Bound => text !== undefined && /^(?:[=~]|[<>]=?)$/.test(text);

/** The bound before a number and the piece after it; `=` and `at` itself when there is none. */
export function readBound(scan: Scan, at: number): { readonly op: Bound; readonly to: number } {
  let op: Bound = '=';
  let to = at;
  for (let round = 0; round < 2; round += 1) {
    const found = lookUp(scan, to, 'bounds', ([, place]) => place === 'before');
    const sign = found?.fields[0];
    if (!found || !isBound(sign) || (to > at && !follows(scan, to))) break;
    if (op === '=' || op === '~') op = sign;
    to = found.to;
  }
  return { op, to };
}

function readScale(
  scan: Scan,
  at: number,
  options: NumberOptions,
): { readonly factor: string; readonly to: number } | null {
  if (!follows(scan, at)) return null;
  const hyphen = skipSign(scan, at, '-‐‑');
  const start = hyphen > at && scan.pieces[at]?.glued && scan.pieces[hyphen]?.glued ? hyphen : at;
  const found = lookUp(
    scan,
    start,
    'numbers',
    ([, role]) => role === 'scale' || (role === 'money-scale' && options.money === true),
  );
  return found ? { factor: found.fields[0] ?? '1', to: found.to } : null;
}

/** A number in digits or words with its scale, or `null`. */
export function readNumber(scan: Scan, at: number, options: NumberOptions = {}): PlainNumber | null {
  const words = composeWords(scan, at);
  const plain = words ?? readDigits(scan, at, options);
  if (!plain) return null;
  const scale = readScale(scan, plain.to, options);
  return scale ? { ...plain, number: multiplyDecimals(plain.number, scale.factor), to: scale.to, scaled: true } : plain;
}

interface Upper {
  readonly number: PlainNumber;
  /** The lower end with the scale it borrows: "5-10 million". */
  readonly lower: string;
}

function readUpper(scan: Scan, lower: PlainNumber, options: NumberOptions): Upper | null {
  if (!follows(scan, lower.to) || lower.vague) return null;
  const dash = skipSign(scan, lower.to, DASHES);
  const joint = dash > lower.to ? dash : joiner(scan, lower.to);
  if (joint === null || !follows(scan, joint)) return null;
  const number = readNumber(scan, joint, options);
  if (!number || number.vague || number.isDigits !== lower.isDigits) return null;
  const unscaled = readNumber({ ...scan, entries: [] }, joint, options);
  const borrowed = number.scaled && !lower.scaled && unscaled && compareDecimals(lower.number, unscaled.number) < 0;
  const low = borrowed ? multiplyDecimals(lower.number, quotientOfScale(number.number, unscaled.number)) : lower.number;
  return compareDecimals(low, number.number) < 0 ? { number, lower: low } : null;
}

/** The power of ten by which a scale word has raised a number. */
function quotientOfScale(scaled: string, unscaled: string): string {
  let factor = '1';
  while (compareDecimals(multiplyDecimals(unscaled, factor), scaled) < 0) factor = multiplyDecimals(factor, '10');
  return factor;
}

function joiner(scan: Scan, at: number): number | null {
  const to = lookUp(scan, at, 'time-words', ([role]) => role === 'to' || role === 'until' || role === 'or');
  return to?.to ?? null;
}

/** The bound after a number ("or more", "+", "以上") and the piece after it. */
function readAfterBound(scan: Scan, at: number): { readonly op: Bound; readonly to: number } | null {
  if (!follows(scan, at)) return null;
  const found = lookUp(scan, at, 'bounds', ([, place]) => place === 'after');
  const op = found?.fields[0];
  return found && isBound(op) ? { op, to: found.to } : null;
}

/**
 * The quantity that begins at a piece, bound first, or `null`.
 * `between` allows for a sign of currency between bound and number ("more than $5 million"): it gives the number's piece.
 */
export function readQuantity(
  scan: Scan,
  at: number,
  options: NumberOptions = {},
  between = (at: number) => at,
): Quantity | null {
  const bound = readBound(scan, at);
  const core = between(bound.to);
  if (core > at && !follows(scan, core)) return null;
  const plain = readNumber(scan, core, options);
  if (!plain) return null;
  const upper = readUpper(scan, plain, options);
  const end = upper?.number.to ?? plain.to;
  const after = readAfterBound(scan, end);
  const op = after?.op ?? (bound.op === '=' && (upper || plain.vague) ? (upper ? '>=' : '>') : bound.op);
  return {
    from: at,
    to: after?.to ?? end,
    core,
    number: upper?.lower ?? plain.number,
    upper: upper?.number.number ?? null,
    op,
    hasBound: after !== null || bound.to > at,
    vague: plain.vague,
    scaled: plain.scaled || upper?.number.scaled === true,
    isDigits: plain.isDigits,
  };
}

/** The quantity as it opens a norm: `>5000000`, `~500`, `15..20`, `2`. */
export function quantityNorm(quantity: Pick<Quantity, 'number' | 'upper' | 'op'>): string {
  if (quantity.upper !== null) return `${quantity.number}..${quantity.upper}`;
  return `${quantity.op === '=' ? '' : quantity.op}${quantity.number}`;
}
