import { gap, type Interval, readEdtf } from './calendar.ts';
import type { ClaimEvidence, Evidence } from './evidence.ts';
import { agree, type Quantity, toQuantity } from './quantities.ts';
import type { WordLists } from './word-lists.ts';

/** What tells one event from another between the same parties: how much, when, of what, under which paper. */
export interface Particulars {
  readonly amounts: readonly Quantity[];
  readonly days: Interval | null;
  readonly goods: readonly string[];
  readonly papers: readonly string[];
}

/** How many particulars two tellings have in common, and in how many they differ. What only one of them states counts for nothing. */
export interface Comparison {
  readonly agreements: number;
  readonly conflicts: number;
}

/** A transfer leaves on one day and arrives on another. */
const ON_THE_WAY = 5;
/** Two spans of time agree when the longer is no longer than a quarter: that two things fall in one year says nothing. */
const QUARTER = 92;
/** Characters at the head of a paper in which its own number stands. */
const HEAD = 400;

export function particularsOf(claim: ClaimEvidence, evidence: Evidence): Particulars {
  const { value, time } = claim.claim;
  const converted = value?.converted;
  const values = [
    ...(value === null ? [] : [value]),
    ...(converted ? [{ number: converted.number, unit: converted.currency, op: converted.op }] : []),
  ];
  return {
    amounts: values.flatMap((one) => toQuantity(one, evidence.lists) ?? []),
    days: time?.edtf == null ? null : readEdtf(time.edtf),
    goods: (claim.slots.get('thing') ?? []).filter((thing) => evidence.entity(thing)?.named),
    papers: papersOf(claim, evidence.lists),
  };
}

/** Numbers of invoices, contracts and orders that the claim's own words give; those of a bill may stand above it, at its head. */
function papersOf({ claim, rule, document }: ClaimEvidence, { paperNumber }: WordLists): string[] {
  const numbersIn = (text: string): string[] =>
    [...text.matchAll(paperNumber)].map(([, number = '']) => number.toUpperCase().replace(/[.,]+$/, ''));
  const own = numbersIn(claim.quotation.slice(0, 2000));
  const isOnlyBill = document.claims.filter((other) => other.rule.family === 'billing').length === 1;
  if (own.length > 0 || rule.family !== 'billing' || !isOnlyBill) return [...new Set(own)];
  return numbersIn(document.document.text.slice(0, HEAD)).slice(0, 1);
}

/**
 * Two tellings compared, particular by particular. Inside one document a figure is itself and nothing else; between documents
 * "1.26 million" and "1,260,000" are one sum, and one sum may leave on one day and arrive on another. A bill is told by its number.
 */
export function compareParticulars(
  a: Particulars,
  b: Particulars,
  { isSameText, isBill }: { readonly isSameText: boolean; readonly isBill: boolean },
): Comparison {
  const sums = compareAmounts(a.amounts, b.amounts, isSameText);
  const papers = compareSets(a.papers, b.papers);
  if (isBill && papers === 'same') return { agreements: 3, conflicts: 0 };
  const slack = sums === 'same' && !isSameText ? ON_THE_WAY : 0;
  const all = [sums, compareDays(a.days, b.days, slack), compareSets(a.goods, b.goods), papers];
  return {
    agreements: all.filter((one) => one === 'same').length,
    conflicts: all.filter((one) => one === 'different').length,
  };
}

type Verdict = 'same' | 'different' | 'open';

function compareSets(a: readonly string[], b: readonly string[]): Verdict {
  if (a.length === 0 || b.length === 0) return 'open';
  return a.some((one) => b.includes(one)) ? 'same' : 'different';
}

function compareDays(a: Interval | null, b: Interval | null, slack: number): Verdict {
  if (a === null || b === null) return 'open';
  if (gap(a, b) > slack) return 'different';
  const length = ({ from, to }: Interval): number =>
    from === null || to === null ? Number.POSITIVE_INFINITY : to - from;
  return Math.max(length(a), length(b)) <= QUARTER ? 'same' : 'open';
}

/** Amounts meet in one unit or currency; a sum with its conversion may meet in either. */
function compareAmounts(a: readonly Quantity[], b: readonly Quantity[], exactly: boolean): Verdict {
  const pairs = a.flatMap((left) => b.filter(({ unit }) => unit === left.unit).map((right) => [left, right] as const));
  if (pairs.length === 0) return 'open';
  return pairs.some(([left, right]) => isSameAmount(left, right, exactly)) ? 'same' : 'different';
}

function isSameAmount(a: Quantity, b: Quantity, exactly: boolean): boolean {
  if (a.number === b.number) return true;
  if (exactly) return false;
  if (a.op !== '=' || b.op !== '=') return agree(a, b, 0.02);
  const digits = Math.min(significant(a.number), significant(b.number));
  return digits >= 2 && Number(a.number.toPrecision(digits)) === Number(b.number.toPrecision(digits));
}

/** Digits of a figure without the zeros that close it: 3 of 1,260,000. */
const significant = (number: number): number =>
  Math.abs(number)
    .toPrecision(15)
    .replace(/^0\.0*|\.|e.*$/g, '')
    .replace(/0+$/, '').length;
