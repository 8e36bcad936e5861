import type { NamePart } from './part.ts';

const ROMAN = /^(x{0,3})(ix|iv|v?i{0,3})$/;
const ONES: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
};

/** A Roman number up to 39 as digits, or `null`. Takes lower case. */
export function readRoman(text: string): string | null {
  const [all = '', tens = '', ones = ''] = ROMAN.exec(text) ?? [];
  return all === '' ? null : String(tens.length * 10 + (ONES[ones] ?? 0));
}

const BESIDE: ReadonlySet<string> = new Set(['title', 'legal']);

/**
 * Reads the last word of a name as what it is there: "Aurelia V" is another ship than "Aurelia I", and the E of "Vega E" is a letter of the name,
 * not a small word of some language. `letter` is the role of such a letter.
 */
export function readLast(parts: readonly NamePart[], letter: 'name' | 'initial'): readonly NamePart[] {
  const last = parts.findLastIndex(({ role }) => !BESIDE.has(role));
  const part = parts[last];
  const isAfterName = parts.slice(0, Math.max(0, last)).some(({ role }) => role !== 'particle' && !BESIDE.has(role));
  if (!part || !isAfterName || part.role === 'number') return parts;
  const digits = readRoman(part.text);
  if (digits !== null)
    return parts.with(last, { ...part, latin: digits, sounds: digits, role: 'number', concept: null });
  return part.role === 'particle' && [...part.text].length === 1 ? parts.with(last, { ...part, role: letter }) : parts;
}
