const SAMPLE_BYTES = 4096;

/** Code units that ordinary writing is made of. */
const ORDINARY =
  /[\t\n\r\u0020-\u007e\u00a0-\u024f\u0370-\u05ff\u0600-\u06ff\u0e00-\u0e7f\u2010-\u2027\u20a0-\u20bf\u2116\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]/g;
/** Characters that nearly any text has and that hardly occur with their bytes swapped. */
const TELLING = /[\t\n\r .,0-9\u3001\u3002\uff0c\u0430\u0435\u043e]/g;

/**
 * Byte order of UTF-16 that carries no mark, or `null` when the bytes are something else.
 * Only asked for bytes with NULs or control characters in them: no single-byte or East Asian text has those.
 */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE_BYTES) & ~1);
  if (sample.length < 4 || !sample.some(isOdd)) return null;
  const little = score(sample, 'utf-16le');
  const big = score(sample, 'utf-16be');
  // A byte too many at the end is a file that was cut; it takes more to believe that.
  if (Math.max(little, big) < (bytes.length % 2 === 1 ? 1.05 : 0.95)) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

const isOdd = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 27);

/** Share of ordinary characters, above 1 when telling ones are among them. */
function score(sample: Uint8Array, label: string): number {
  const text = new TextDecoder(label).decode(sample);
  const ordinary = (text.match(ORDINARY)?.length ?? 0) / text.length;
  return ordinary < 0.95 ? ordinary : ordinary + (text.match(TELLING)?.length ?? 0) / text.length;
}
