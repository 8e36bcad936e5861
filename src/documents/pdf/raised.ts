import { lower, raise } from '../raised.ts';
import type { Characters } from './characters.ts';

const ZERO = 0x30;

/** A raised or lowered character is smaller than what it stands beside, by this share at least, and moved by this share of its height. */
const SMALLER = 0.85;
const MOVED_UP = 0.17;
const MOVED_DOWN = 0.03;
/** Beside an initial that is this many times higher everything is small. */
const INITIAL = 3;

/**
 * A note's number or an exponent as the superscript character it shows as ("4,000¹²", "m²"), so that it never becomes part of the
 * number before it; `null` for what stands on the line. A digit is lowered only after another: "H2O" stays.
 * `base` is the character on the line that it stands beside.
 */
export function raisedDigit({ codes, boxes }: Characters, index: number, base: number): string | null {
  const digit = (codes[index] ?? 0) - ZERO;
  if (digit < 0 || digit > 9 || base < 0) return null;
  const bottom = boxes[index * 4 + 3] ?? 0;
  const height = bottom - (boxes[index * 4 + 1] ?? 0);
  const baseTop = boxes[base * 4 + 1] ?? 0;
  const baseBottom = boxes[base * 4 + 3] ?? 0;
  const size = baseBottom - baseTop;
  if (!(height < SMALLER * size && height * INITIAL > size)) return null;
  if (baseBottom - bottom > MOVED_UP * size) return raise(String(digit), '');
  const before = (codes[base] ?? 0) - ZERO;
  const followsDigit = before >= 0 && before <= 9;
  return followsDigit && bottom - baseBottom > MOVED_DOWN * size ? lower(String(digit), String(before)) : null;
}
