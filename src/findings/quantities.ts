import type { Value } from '../model/index.ts';
import type { WordLists } from './word-lists.ts';

/** A value in the base unit of its kind, for comparison only; what is shown is what the text says. */
export interface Quantity {
  readonly number: number;
  readonly unit: string;
  readonly op: Value['op'];
}

/** The value in base units (metres, kilograms, a year); an unknown unit stays as it is. `null` when there is no number. */
export function toQuantity(value: Value, lists: WordLists): Quantity | null {
  const number = Number(value.number);
  if (value.number === '' || !Number.isFinite(number)) return null;
  const unit = value.currency ?? value.unit;
  const known = lists.units.get(unit);
  if (known) return { number: number * known.factor, unit: known.base, op: value.op };
  return { number, unit, op: value.op };
}

/**
 * Whether two quantities can both hold. Bounds are read as written: "more than 12" and "14" agree, "up to 20" and "25" do not.
 * Exact numbers may differ by `tolerance` (a share of the larger), "about" by three times that.
 */
export function agree(a: Quantity, b: Quantity, tolerance = 0.05): boolean {
  const [lowA, highA] = boundsOf(a, tolerance);
  const [lowB, highB] = boundsOf(b, tolerance);
  return lowA <= highB && lowB <= highA;
}

function boundsOf({ number, op }: Quantity, tolerance: number): readonly [number, number] {
  const slack = Math.abs(number) * tolerance;
  switch (op) {
    case '=':
      return [number - slack / 2, number + slack / 2];
    case '~':
      return [number - slack * 1.5, number + slack * 1.5];
    case '>':
    case '>=':
      return [number, Number.POSITIVE_INFINITY];
    case '<':
    case '<=':
      return [Number.NEGATIVE_INFINITY, number];
    default:
      return op satisfies never;
  }
}
