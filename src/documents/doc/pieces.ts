/** One stretch of a Word file's text: where it lies in the stream and how its characters are stored. */
export interface Piece {
  /** First character, counted over the whole text. */
  readonly start: number;
  readonly end: number;
  /** Offset of the first character in the stream of the document. */
  readonly offset: number;
  /** Bytes a character: 1 in windows-1252, 2 in UTF-16. */
  readonly width: 1 | 2;
}

const COMPRESSED = 0x40000000;

/** Pieces of a Word 97 text by its piece table (MS-DOC 2.9.38); `null` when that is damaged. */
export function readPieces(table: Uint8Array, isOld: boolean): Piece[] | null {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  let at = 0;
  // Formatting exceptions come first.
  while (at + 3 <= table.length && table[at] === 1) at += 3 + view.getUint16(at + 1, true);
  if (at + 5 > table.length || table[at] !== 2) return null;
  const size = Math.min(view.getUint32(at + 1, true), table.length - at - 5);
  const count = Math.floor((size - 4) / 12);
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const start = view.getUint32(at + 5 + 4 * i, true);
    const end = view.getUint32(at + 9 + 4 * i, true);
    const fc = view.getUint32(at + 5 + 4 * (count + 1) + 8 * i + 2, true);
    if (end <= start) continue;
    const isCompressed = isOld || (fc & COMPRESSED) !== 0;
    const offset = isOld ? fc : isCompressed ? (fc & 0x3fffffff) >>> 1 : fc;
    pieces.push({ start, end, offset, width: isCompressed ? 1 : 2 });
  }
  return pieces.length > 0 ? pieces : null;
}

/** The whole text, one code unit a character; shorter when the stream is cut off. */
export function readText(stream: Uint8Array, pieces: readonly Piece[], label: string): string {
  const single = new TextDecoder(label);
  const wide = new TextDecoder('utf-16le');
  const parts: string[] = [];
  let left = 2 * stream.length;
  for (const { start, end, offset, width } of pieces) {
    // Pieces that overlap would make more text than there are bytes.
    const length = Math.min((end - start) * width, left);
    left -= length;
    const bytes = stream.subarray(offset, offset + length);
    parts.push(width === 1 ? single.decode(bytes) : wide.decode(bytes));
  }
  return parts.join('');
}

/** Stretches of the text, in characters, that lie in the given stretches of the stream. Both come sorted by their start. */
export function toCharacters(
  ranges: readonly { readonly start: number; readonly end: number }[],
  pieces: readonly Piece[],
): { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = [];
  for (const piece of pieces) {
    const pieceEnd = piece.offset + (piece.end - piece.start) * piece.width;
    for (let i = firstAfter(ranges, piece.offset); i < ranges.length; i++) {
      const range = ranges[i];
      if (!range || range.start >= pieceEnd) break;
      const from = Math.max(range.start, piece.offset);
      const to = Math.min(range.end, pieceEnd);
      if (to <= from) continue;
      found.push({
        start: piece.start + Math.floor((from - piece.offset) / piece.width),
        end: piece.start + Math.ceil((to - piece.offset) / piece.width),
      });
      if (found.length > 1_000_000) return found;
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

/** Index of the first range that ends after `offset`. */
function firstAfter(ranges: readonly { readonly end: number }[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
