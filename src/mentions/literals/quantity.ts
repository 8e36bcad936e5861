import type { Bound } from '../../model/index.ts';
import { addDecimals, compareDecimals, multiplyDecimals } from '../../text/index.ts';
import { readDigits } from './digits.ts';
import { composeWords } from './number-words.ts';
import type { NumberOptions, PlainNumber } from './plain-number.ts';
import { readScale } from './scale.ts';
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

/** A number and its scale; `null` also where a word of scale stands whose worth is not known. */
function readTerm(scan: Scan, at: number, options: NumberOptions): PlainNumber | null {
  const plain = composeWords(scan, at) ?? readDigits(scan, at, options);
  const scale = plain && readScale(scan, plain.to, plain.vague, options);
  if (!plain || !scale) return plain;
  const { factor, to } = scale;
  return factor === null
    ? null
    : { ...plain, number: multiplyDecimals(plain.number, factor), factor, to, scaled: true };
}

/** Terms that one number is said in: "3 million 200 thousand 5". */
const MOST_TERMS = 4;

const isYear = ({ number, isDigits, scaled }: PlainNumber): boolean =>
  isDigits && !scaled && /^(?:19|20)\d\d$/.test(number);

/** A number in digits or words with its scale ("3 million 200 thousand", 3億5000万), or `null`. */
export function readNumber(scan: Scan, at: number, options: NumberOptions): PlainNumber | null {
  const first = readTerm(scan, at, options);
  if (!first?.scaled || first.vague) return first;
  let sum = first;
  let room = first.factor;
  for (let terms = 1; terms < MOST_TERMS && follows(scan, sum.to); terms += 1) {
    const next = readTerm(scan, sum.to, { ...options, isFurther: true });
    if (!next || next.vague || compareDecimals(next.number, room) >= 0) break;
    // "2 million 2019 models", "5 million 12 March"
    const isGlued = scan.pieces[sum.to]?.glued === true;
    if ((isYear(next) && !isGlued) || lookUp(scan, next.to, 'months')) break;
    sum = { ...sum, number: addDecimals(sum.number, next.number), to: next.to };
    if (!next.scaled) break;
    room = next.factor;
  }
  return sum;
}

interface Reading extends NumberOptions {
  readonly skipSymbol: (at: number) => number;
}

interface Upper {
  readonly number: PlainNumber;
  /** The lower end with the scale it borrows: "5-10 million". */
  readonly lower: string;
}

function readUpper(scan: Scan, lower: PlainNumber, reading: Reading, between: boolean): Upper | null {
  if (!follows(scan, lower.to) || lower.vague) return null;
  const dash = skipSign(scan, lower.to, DASHES);
  const joint = dash > lower.to ? dash : joiner(scan, lower.to, between);
  if (joint === null || !follows(scan, joint)) return null;
  const number = readNumber(scan, reading.skipSymbol(joint), { ...reading, isUpper: true });
  if (!number || number.vague || number.isDigits !== lower.isDigits) return null;
  const low = borrowScale(lower, number);
  return compareDecimals(low, number.number) < 0 ? { number, lower: low } : null;
}

/** "5-10 million": the lower end shares the scale of the upper one. */
function borrowScale(lower: PlainNumber, upper: PlainNumber): string {
  if (upper.factor === '1' || lower.factor !== '1') return lower.number;
  const borrowed = multiplyDecimals(lower.number, upper.factor);
  return compareDecimals(borrowed, upper.number) < 0 ? borrowed : lower.number;
}

function joiner(scan: Scan, at: number, between: boolean): number | null {
  const to = lookUp(scan, at, 'time-words', ([role]) => role === (between ? 'and' : 'to') || role === 'or');
  return to?.to ?? null;
}

/** The bound after a number or its unit ("or more", "+", 以上) and the piece after it. */
export function readAfterBound(scan: Scan, at: number): { readonly op: Bound; readonly to: number } | null {
  if (!follows(scan, at)) return null;
  const found = lookUp(scan, at, 'bounds', ([, place]) => place === 'after');
  const op = found?.fields[0];
  return found && isBound(op) ? { op, to: found.to } : null;
}

const known = new WeakMap<Scan, Map<number, Quantity | null>>();

/** The quantity that begins at a piece, bound first, or `null`. Several recognisers ask for the same one, so it is kept. */
export function readQuantity(scan: Scan, at: number): Quantity | null {
  if (scan.pieces[at]?.kind !== 'number' && scan.entries[at]?.length === 0) return null;
  let ofScan = known.get(scan);
  if (!ofScan) {
    ofScan = new Map();
    known.set(scan, ofScan);
  }
  let quantity = ofScan.get(at);
  if (quantity === undefined) {
    quantity = readQuantityAs(scan, at, { skipSymbol: (core) => core });
    ofScan.set(at, quantity);
  }
  return quantity;
}

/** The same for sums: `skipSymbol` gives the piece after a sign of currency before a number ("more than $5 million"). */
export function readAmount(scan: Scan, at: number, skipSymbol: (at: number) => number): Quantity | null {
  return readQuantityAs(scan, at, { money: true, skipSymbol });
}

function readQuantityAs(scan: Scan, at: number, reading: Reading): Quantity | null {
  const between = lookUp(scan, at, 'time-words', ([role]) => role === 'between');
  const bound = readBound(scan, between?.to ?? at);
  const core = reading.skipSymbol(bound.to);
  if (core > at && !follows(scan, core)) return null;
  const plain = readNumber(scan, core, { ...reading, isBehindCurrency: core > bound.to });
  if (!plain) return null;
  const upper = readUpper(scan, plain, reading, between !== null);
  if (between && !upper) return null;
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
