/** A stretch of the stream, in bytes, and what its formatting says of it. */
export interface Formatted {
  readonly start: number;
  readonly end: number;
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  readonly isInserted: boolean;
  readonly isStruck: boolean;
  readonly shift: 'raised' | 'lowered' | null;
  /** The mark that ends a table row. */
  readonly isRowEnd: boolean;
  readonly isInTable: boolean;
  /** Built-in style of a paragraph: 1 to 9 are headings, 62 is the title. */
  readonly style: number;
}

const PAGE = 512;

/** Single property modifiers (MS-DOC 2.6) that matter to a reader. */
const DELETED = 0x0800;
const INSERTED = 0x0801;
const HIDDEN = 0x083c;
const STRUCK = 0x0837;
const STRUCK_TWICE = 0x2a53;
const SHIFT = 0x2a48;
const IN_TABLE = 0x2416;
const ROW_END = 0x2417;

/** Sizes of operands by the top three bits of a modifier; 6 says that its size stands in front. */
const OPERAND_SIZES = [1, 1, 2, 4, 2, 2, -1, 3];

/**
 * Formatting of characters or paragraphs from their pages of 512 bytes (MS-DOC 2.9.33, 2.9.175); `table` is the list of those pages.
 * In the order of the stream. Damaged pages are passed over.
 */
export function readFormatting(stream: Uint8Array, table: Uint8Array, of: 'characters' | 'paragraphs'): Formatted[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const count = Math.max(0, Math.floor((table.length - 4) / 8));
  const found: Formatted[] = [];
  for (let i = 0; i < count; i++) {
    const page = view.getUint32(4 * (count + 1) + 4 * i, true) & 0x3fffff;
    if ((page + 1) * PAGE <= stream.length) readPage(stream.subarray(page * PAGE, (page + 1) * PAGE), of, found);
  }
  return found.sort((left, right) => left.start - right.start);
}

function readPage(page: Uint8Array, of: 'characters' | 'paragraphs', found: Formatted[]): void {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const runs = page[PAGE - 1] ?? 0;
  const width = of === 'characters' ? 1 : 13;
  if (4 * (runs + 1) + runs * width >= PAGE) return;
  for (let i = 0; i < runs; i++) {
    const at = 2 * (page[4 * (runs + 1) + i * width] ?? 0);
    if (at === 0) continue;
    let start = at + 1;
    let size = page[at] ?? 0;
    if (of === 'paragraphs') {
      // A size of 0 says that the size in words follows.
      if (size === 0) {
        size = 2 * (page[at + 1] ?? 0);
        start += 1;
      } else size = 2 * size - 1;
    }
    const style = of === 'paragraphs' && start + 2 <= PAGE ? view.getUint16(start, true) : 0;
    const modifiers = page.subarray(of === 'paragraphs' ? start + 2 : start, Math.min(PAGE, start + size));
    found.push({
      start: view.getUint32(4 * i, true),
      end: view.getUint32(4 * i + 4, true),
      ...readModifiers(modifiers),
      style,
    });
  }
}

function readModifiers(bytes: Uint8Array): Omit<Formatted, 'start' | 'end' | 'style'> {
  const on = new Set<number>();
  let shift: Formatted['shift'] = null;
  for (let at = 0; at + 2 < bytes.length; ) {
    const modifier = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    const fixed = OPERAND_SIZES[modifier >> 13] ?? 1;
    const value = bytes[at + 2] ?? 0;
    if (value === 1 || value === 0x81) on.add(modifier);
    if (modifier === SHIFT) shift = value === 1 ? 'raised' : value === 2 ? 'lowered' : null;
    at += 2 + (fixed < 0 ? 1 + value : fixed);
  }
  return {
    isHidden: on.has(HIDDEN),
    isDeleted: on.has(DELETED),
    isInserted: on.has(INSERTED),
    isStruck: on.has(STRUCK) || on.has(STRUCK_TWICE),
    shift,
    isInTable: on.has(IN_TABLE),
    isRowEnd: on.has(ROW_END),
  };
}
