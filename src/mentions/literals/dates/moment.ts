import type { Precision } from '../../../model/index.ts';

/** What a moment looks like in the text; it decides which prepositions belong to the literal. */
export type Shape = 'year' | 'month' | 'day' | 'month-year' | 'part' | 'weekday' | 'season' | 'relative';

/** A month, or a day of it, without its year; `lastMonth` and `lastDay` close a range ("May, June and July", "5-6 April"). */
export interface Yearless {
  readonly month: number;
  readonly day?: number;
  readonly lastMonth?: number;
  readonly lastDay?: number;
}

/**
 * A named time that begins at some piece. `edtf` is `null` when the text alone does not fix it;
 * then `relative` says in normal form what it depends on, and `yearless` what is known.
 */
export interface Moment {
  readonly to: number;
  readonly edtf: string | null;
  readonly precision: Precision;
  readonly shape: Shape;
  readonly relative: string;
  readonly yearless?: Yearless;
  /** Counts only behind a preposition: "May", "the summer". */
  readonly weak?: boolean;
}

/** A moment whose EDTF is known. */
export function fixed(to: number, edtf: string, precision: Precision, shape: Shape): Moment {
  return { to, edtf, precision, shape, relative: '' };
}

/** A day or month whose year stands in the text and cannot be told in the common era: nothing may fill it in. */
export function withoutYear(to: number, { month, day }: Yearless): Moment {
  const two = (value: number): string => String(value).padStart(2, '0');
  const precision = day === undefined ? 'month' : 'day';
  const relative = `relative --${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
  return { to, edtf: null, precision, shape: precision === 'day' ? 'day' : 'month-year', relative };
}
