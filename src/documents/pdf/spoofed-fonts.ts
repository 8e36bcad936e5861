import { type Allowance, inflatePrefix } from './inflate.ts';
import { isDict, isList, numberOf, type PdfDict, type PdfValue, referenceOf } from './objects.ts';
import { type FoundObject, isFlate, scanObjects } from './scan-objects.ts';
import { parseToUnicode } from './to-unicode.ts';

/** A font whose letters show one thing and are given for another. */
export interface SpoofedFont {
  readonly name: string;
  /** Letters that show -> letters they are given for. */
  readonly pairs: readonly (readonly [shown: string, given: string])[];
}

/** Larger files take too long to look through; unpacked while looking, over the whole file. */
const MAX_BYTES = 150_000_000;
const ALLOWANCE = 30_000_000;
/** A slip of one letter is no deceit. */
const MIN_PAIRS = 2;
const MIN_SHARE = 0.15;
const SYMBOLIC = 4;

/**
 * Fonts that name their characters (by a standard encoding or by the names of glyphs) and map them to other letters in
 * their ToUnicode table, which is what copies and searches go by. Fonts that only number their glyphs cannot be told.
 */
export function findSpoofedFonts(bytes: Uint8Array): SpoofedFont[] {
  if (bytes.length > MAX_BYTES) return [];
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!source.includes('/ToUnicode') && !source.includes('/ObjStm')) return [];
  const allowance: Allowance = { left: ALLOWANCE };
  const { objects, trailers } = scanObjects(source, bytes, allowance);
  if (trailers.some((trailer) => trailer.has('Encrypt'))) return [];
  const found: SpoofedFont[] = [];
  for (const { value } of objects.values()) {
    if (!isDict(value) || value.get('Type') !== '/Font' || !value.has('ToUnicode')) continue;
    const names = namesOf(value, objects);
    const stream = objects.get(referenceOf(value.get('ToUnicode')) ?? -1);
    if (!names || !stream?.stream || !isDict(stream.value)) continue;
    const packed = bytes.subarray(stream.stream.start, stream.stream.end);
    const plain = isFlate(stream.value) ? inflatePrefix(packed, { limit: 2_000_000, allowance }) : packed;
    const pairs = compare(names, parseToUnicode(Buffer.from(plain).toString('latin1')));
    if (pairs.length > 0) found.push({ name: String(value.get('BaseFont') ?? '/unnamed').slice(1), pairs });
  }
  return found;
}

function compare(
  names: (code: number) => string | null,
  given: ReadonlyMap<number, string>,
): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = [];
  let compared = 0;
  for (const [code, text] of given) {
    const shown = names(code);
    if (shown === null || !/^[\p{L}\p{N}]$/u.test(text.normalize('NFKC'))) continue;
    compared += 1;
    if (shown.toLowerCase() !== text.normalize('NFKC').toLowerCase()) pairs.push([shown, text]);
  }
  return pairs.length >= MIN_PAIRS && pairs.length >= MIN_SHARE * compared ? pairs : [];
}

const STANDARD: ReadonlySet<PdfValue> = new Set(['/WinAnsiEncoding', '/MacRomanEncoding', '/StandardEncoding']);
const BASE_FONTS = /^\/(?:Helvetica|Times|Courier|Arial|TimesNewRoman|CourierNew)(?:[-,].*)?$/;
const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The letter that a font shows for each code by its encoding, or `null` where the font does not name its characters. */
function namesOf(font: PdfDict, objects: ReadonlyMap<number, FoundObject>): ((code: number) => string | null) | null {
  if (!['/Type1', '/TrueType', '/MMType1'].includes(String(font.get('Subtype')))) return null;
  const resolve = (value: PdfValue | undefined): PdfValue | undefined =>
    objects.get(referenceOf(value) ?? -1)?.value ?? value;
  const descriptor = resolve(font.get('FontDescriptor'));
  const flags = isDict(descriptor) ? (numberOf(descriptor.get('Flags')) ?? 0) : 0;
  const isEmbedded = isDict(descriptor) && [...descriptor.keys()].some((key) => key.startsWith('FontFile'));
  if (isEmbedded && (flags & SYMBOLIC) !== 0) return null;
  const encoding = resolve(font.get('Encoding'));
  const base = isDict(encoding) ? encoding.get('BaseEncoding') : encoding;
  const isNamed = base === undefined ? BASE_FONTS.test(String(font.get('BaseFont'))) : STANDARD.has(base);
  const differences = isDict(encoding) ? differencesOf(encoding.get('Differences')) : new Map<number, string | null>();
  if (!isNamed && differences.size === 0) return null;
  return (code) => {
    const named = differences.get(code);
    if (named !== undefined) return named;
    const letter = String.fromCharCode(code);
    return isNamed && code < 128 && /[A-Za-z0-9]/.test(letter) ? letter : null;
  };
}

/** Codes that an encoding names itself; `null` for names that are no plain letter or digit. */
function differencesOf(list: PdfValue | undefined): ReadonlyMap<number, string | null> {
  const named = new Map<number, string | null>();
  let code = 0;
  for (const item of isList(list) ? list : []) {
    const number = numberOf(item);
    if (number !== null) code = number;
    else if (typeof item === 'string' && item.startsWith('/')) named.set(code++, letterOf(item.slice(1)));
  }
  return named;
}

function letterOf(glyph: string): string | null {
  if (/^[A-Za-z]$/.test(glyph)) return glyph;
  const digit = DIGITS.indexOf(glyph);
  if (digit >= 0) return String(digit);
  const point = /^uni([0-9A-F]{4})$/.exec(glyph)?.[1];
  const letter = point ? String.fromCharCode(Number.parseInt(point, 16)) : '';
  return /^\p{L}$/u.test(letter) ? letter : null;
}
