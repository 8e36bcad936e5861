import type { Candidate, Recogniser } from './candidate.ts';
import { follows, isCapitalised, lookUp, opensSentence, type Scan } from './scan.ts';

const UNITS: Readonly<Record<string, string>> = {
  PT1H: 'per_hour',
  P1D: 'per_day',
  P1W: 'per_week',
  P1M: 'per_month',
  P3M: 'per_quarter',
  P6M: 'per_half_year',
  P1Y: 'per_year',
};

/** Within how many pieces behind a number "a year" is a rate and not a span of time. */
const REACH = 6;

function isCounted(scan: Scan, at: number, to: number): boolean {
  const next = lookUp(
    scan,
    to,
    'time-words',
    ([role]) => role === 'ago' || role === 'later' || role === 'earlier' || role === 'after',
  );
  if ((next && follows(scan, to)) || /^[-‐‑]$/.test(scan.pieces[to]?.text ?? '')) return false;
  for (let before = at - 1; before >= Math.max(0, at - REACH); before -= 1) {
    const piece = scan.pieces[before];
    if (!piece || /^[.!?;–—]$/.test(piece.text)) return false;
    if (piece.kind === 'number' || scan.entries[before]?.some((entry) => entry.list === 'numbers')) return true;
  }
  return false;
}

function find(scan: Scan, at: number): Candidate | null {
  const found = lookUp(scan, at, 'rates', ([, reading]) => reading !== 'counted');
  const counted = found ? null : lookUp(scan, at, 'rates');
  const rate = found ?? (counted && isCounted(scan, at, counted.to) ? counted : null);
  const period = rate?.fields[0];
  const unit = period === undefined ? undefined : UNITS[period];
  if (!rate || period === undefined || unit === undefined) return null;
  // "The Tarvo Daily" is a name.
  if (isCapitalised(scan.pieces[at]) && !opensSentence(scan, at)) return null;
  return { from: at, to: rate.to, kind: 'rate', norm: period, value: { number: '1', unit, op: '=' } };
}

/** Finds how often: "every day" P1D, "annually" P1Y, "800 drones a year" P1Y; the value's unit is `per_day`, `per_year` ... */
export const rate: Recogniser = { rule: 'literals/rate', find };
