import { multiplyDecimals } from '../../text/index.ts';
import type { Candidate, Recogniser } from './candidate.ts';
import { quantityNorm, readAfterBound, readQuantity } from './quantity.ts';
import { follows, lookUp, type Scan } from './scan.ts';

const UNITS: Readonly<Record<string, { readonly name: string; readonly prefix: string; readonly letter: string }>> = {
  Y: { name: 'years', prefix: 'P', letter: 'Y' },
  M: { name: 'months', prefix: 'P', letter: 'M' },
  W: { name: 'weeks', prefix: 'P', letter: 'W' },
  D: { name: 'days', prefix: 'P', letter: 'D' },
  H: { name: 'hours', prefix: 'PT', letter: 'H' },
  MIN: { name: 'minutes', prefix: 'PT', letter: 'M' },
  S: { name: 'seconds', prefix: 'PT', letter: 'S' },
};

/** A counted stretch of time at a piece: "eight months", "24-hour", "two decades". */
export interface CountedTime {
  readonly from: number;
  readonly to: number;
  /** Letter of the calendar unit: Y M W D H MIN S. */
  readonly unit: string;
  readonly number: string;
  /** ISO 8601, e.g. `P8M`; of the lower end in a range. */
  readonly iso: string;
  /** The same of the upper end ("three to five years"), else `null`. */
  readonly upper: string | null;
  readonly op: NonNullable<Candidate['value']>['op'];
}

/** Reads "eight months" with its bound, or `null`; an age ("59-year-old") is none. */
export function readCountedTime(scan: Scan, at: number): CountedTime | null {
  const quantity = readQuantity(scan, at);
  if (!quantity) return null;
  const hyphen = scan.pieces[quantity.to];
  const unitAt = hyphen?.text === '-' && hyphen.glued ? quantity.to + 1 : quantity.to;
  const found = follows(scan, unitAt) ? lookUp(scan, unitAt, 'durations', ([unit]) => unit !== 'Q') : null;
  const decades = found?.fields[0] === '10Y';
  const unit = decades ? 'Y' : (found?.fields[0] ?? '');
  const shape = UNITS[unit];
  const isYearNumber = quantity.isDigits && /^(?:1[89]|20)\d\d$/.test(quantity.number);
  if (!found || !shape || isYearNumber || isAge(scan, found.to)) return null;
  const times = (count: string): string => (decades ? multiplyDecimals(count, '10') : count);
  const toIso = (count: string): string => `${shape.prefix}${times(count)}${shape.letter}`;
  const after = readAfterBound(scan, found.to);
  return {
    from: quantity.from,
    to: after?.to ?? found.to,
    unit,
    number: times(quantity.number),
    iso: toIso(quantity.number),
    upper: quantity.upper === null ? null : toIso(quantity.upper),
    op: after?.op ?? quantity.op,
  };
}

function isAge(scan: Scan, at: number): boolean {
  const next = scan.pieces[at]?.text === '-' ? at + 1 : at;
  return lookUp(scan, next, 'time-words', ([role]) => role === 'old') !== null;
}

function find(scan: Scan, at: number): Candidate | null {
  const within = lookUp(scan, at, 'time-words', ([role]) => role === 'within');
  const start = within && follows(scan, within.to) ? within.to : at;
  const counted = readCountedTime(scan, start);
  const shape = counted && UNITS[counted.unit];
  if (!counted || !shape) return null;
  const { number, op, to, iso, upper } = counted;
  // "so that one day ..."
  if (iso === 'P1D' && op === '=' && start === at && scan.pieces[at]?.kind === 'word') return null;
  const norm = quantityNorm({ number: iso, upper, op });
  return { from: at, to, kind: 'duration', norm, value: { number, unit: shape.name, op } };
}

/** Finds durations as ISO 8601: "within eight months" P8M, "up to 20 years" <=P20Y. */
export const duration: Recogniser = { rule: 'literals/duration', find };
