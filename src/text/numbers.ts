/** How a language writes fractions: `point` (1,234.5) or `comma` (1.234,5 or 1 234,5). */
export type DecimalStyle = 'point' | 'comma';

const POINT_LANGUAGES = new Set(['en', 'zh', 'ja', 'ko', 'he', 'th', 'hi', 'ms']);

/** The usual style of a language (ISO 639-1); a comma where nothing else is known of it. */
export function decimalStyleOf(language: string): DecimalStyle {
  return POINT_LANGUAGES.has(language) ? 'point' : 'comma';
}

/** Drops leading zeros before, and trailing zeros after, the decimal point: `0012.50` -> `12.5`. */
function trimZeros(whole: string, fraction: string): string {
  const left = whole.replace(/^0+(?=\d)/, '');
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0') end -= 1;
  return end === 0 ? left || '0' : `${left || '0'}.${fraction.slice(0, end)}`;
}

/** Whether what stands between separators reads as groups: three digits each, or two as in 12,50,000. */
function isGrouped(parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.at(-1) ?? '';
  return first.length >= 1 && first.length <= 3 && last.length === 3 && rest.every((part) => /^\d{2,3}$/.test(part));
}

/**
 * The decimal string (`1234.5`) that digits with separators mean, or `null` when they are no number (`10:30`, `1.2.3`).
 * Two kinds of separator settle the matter themselves; a lone one before three digits (`1.500`) is read by `style`.
 */
export function readDecimal(written: string, style: DecimalStyle): string | null {
  const text = written.replace(/[\s\u00a0\u202f\u2009'’]/g, '');
  if (!/^\d[\d.,]*$/.test(text) || /[.,]$/.test(text)) return null;
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point < 0 && comma < 0) return trimZeros(text, '');
  if (point >= 0 && comma >= 0) {
    const [group, decimal] = point > comma ? [',', '.'] : ['.', ','];
    const [whole = '', fraction = '', more] = text.split(decimal);
    return more === undefined && isGrouped(whole.split(group))
      ? trimZeros(whole.replaceAll(group, ''), fraction)
      : null;
  }
  const separator = point >= 0 ? '.' : ',';
  const parts = text.split(separator);
  const [whole = '', fraction = ''] = parts;
  if (parts.length > 2) return isGrouped(parts) ? trimZeros(parts.join(''), '') : null;
  const groups = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  const isFraction = !groups || (style === 'point') === (separator === '.');
  return isFraction ? trimZeros(whole, fraction) : trimZeros(whole + fraction, '');
}

/** A decimal string as a whole number and the count of its digits after the point. */
function unscaled(decimal: string): { readonly digits: bigint; readonly places: number } {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

/** Whole numbers of up to seven digits multiply exactly as floating-point numbers. */
const SHORT = /^[0-9]{1,7}$/;

/** The exact product of two non-negative decimal strings; no rounding. */
export function multiplyDecimals(left: string, right: string): string {
  if (SHORT.test(left) && SHORT.test(right)) return String(Number(left) * Number(right));
  const a = unscaled(left);
  const b = unscaled(right);
  const places = a.places + b.places;
  const digits = (a.digits * b.digits).toString().padStart(places + 1, '0');
  return trimZeros(digits.slice(0, digits.length - places), digits.slice(digits.length - places));
}

/** The exact sum of two non-negative decimal strings. */
export function addDecimals(left: string, right: string): string {
  const [a, b] = [unscaled(left), unscaled(right)];
  const places = Math.max(a.places, b.places);
  const sum = a.digits * 10n ** BigInt(places - a.places) + b.digits * 10n ** BigInt(places - b.places);
  const digits = sum.toString().padStart(places + 1, '0');
  return trimZeros(digits.slice(0, digits.length - places), digits.slice(digits.length - places));
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`; both non-negative decimal strings. */
export function compareDecimals(left: string, right: string): number {
  if (SHORT.test(left) && SHORT.test(right)) return Number(left) - Number(right);
  const a = unscaled(left);
  const b = unscaled(right);
  const places = Math.max(a.places, b.places);
  const difference = a.digits * 10n ** BigInt(places - a.places) - b.digits * 10n ** BigInt(places - b.places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
