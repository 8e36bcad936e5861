const SAMPLE_BYTES = 4096;

export type Utf32 = 'utf-32le' | 'utf-32be';

/**
 * Byte order of UTF-32, by its mark or by the two empty bytes of nearly every character; `null` when the bytes are something
 * else. A file may be cut in mid-character.
 */
export function findUtf32(bytes: Uint8Array): Utf32 | null {
  if (bytes.length < 8) return null;
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~3;
  const share = { 'utf-32le': 0, 'utf-32be': 0 };
  for (let at = 0; at < length; at += 4) {
    if (isLetter(bytes[at + 3], bytes[at + 2], bytes[at + 1], bytes[at])) share['utf-32le'] += 4 / length;
    if (isLetter(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3])) share['utf-32be'] += 4 / length;
  }
  return share['utf-32le'] > 0.95 ? 'utf-32le' : share['utf-32be'] > 0.95 ? 'utf-32be' : null;
}

/** Whether four bytes, highest first, are a character that writing is made of. */
function isLetter(highest = 1, high = 1, low = 0, lowest = 0): boolean {
  if (highest !== 0 || high > 1) return false;
  return high === 1 || low > 0 || lowest >= 0x20 || (lowest >= 0x09 && lowest <= 0x0d);
}

/** The text without its mark, at most `maxChars` long; what is no character shows as U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, label: Utf32, maxChars: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length && length < maxChars; at += 4) {
    const code = at + 4 > bytes.length ? -1 : view.getUint32(at, label === 'utf-32le');
    if (at === 0 && code === 0xfeff) continue;
    const isCharacter = code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    const part = isCharacter ? String.fromCodePoint(code) : '\ufffd';
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}
