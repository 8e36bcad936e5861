/** Links in binary workbooks name a range, and the library walks every cell of it: one of the whole sheet is 17 billion. */
const BIFF_LINKS: ReadonlySet<number> = new Set([0x01b8, 0x0800]);
const BIFF12_LINK = 0x01ee;
const BIFF12_COLUMNS = 0x003c;
const LAST_COLUMN = 16_383;

/** No record of an old workbook is longer; what does not fit goes into records that continue it. */
const LONGEST_RECORD = 8_228;
const END = 0x000a;
const BEGINNINGS: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, 0x0809]);

/**
 * The stream of an old workbook up to its first impossible record, with every link on the first cell of its range.
 * `isWhole` says whether nothing was open there. The bytes given stay as they are.
 */
export function tameBiff(stream: Uint8Array): { readonly bytes: Uint8Array; readonly isWhole: boolean } {
  const tame = stream.slice();
  const view = new DataView(tame.buffer);
  let depth = 0;
  let at = 0;
  while (at + 4 <= tame.length) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (length > LONGEST_RECORD || at + 4 + length > tame.length) break;
    if (BEGINNINGS.has(type)) depth += 1;
    if (type === END) depth -= 1;
    // A tooltip repeats its record number before the range.
    const range = at + 4 + (type === 0x0800 ? 2 : 0);
    if (BIFF_LINKS.has(type) && range + 8 <= tame.length) {
      view.setUint16(range + 2, view.getUint16(range, true), true);
      view.setUint16(range + 6, view.getUint16(range + 4, true), true);
    }
    at += 4 + length;
  }
  return { bytes: tame.subarray(0, at), isWhole: depth <= 0 };
}

/** A part of a binary workbook (.xlsb) likewise, and with no column beyond the last that a sheet has. */
export function tameBiff12(part: Uint8Array): Uint8Array {
  const tame = part.slice();
  const view = new DataView(tame.buffer);
  for (let at = 0; at < tame.length; ) {
    const type = readVariable(tame, at, 2);
    const size = readVariable(tame, type.end, 4);
    const body = size.end;
    if (type.value === BIFF12_LINK && body + 16 <= tame.length) {
      view.setUint32(body + 4, view.getUint32(body, true), true);
      view.setUint32(body + 12, view.getUint32(body + 8, true), true);
    } else if (type.value === BIFF12_COLUMNS && body + 8 <= tame.length) {
      view.setUint32(body + 4, Math.min(view.getUint32(body + 4, true), LAST_COLUMN), true);
    }
    at = body + size.value;
  }
  return tame;
}

/** A number of seven bits a byte, lowest first (MS-XLSB 2.1.4). */
function readVariable(
  bytes: Uint8Array,
  start: number,
  longest: number,
): { readonly value: number; readonly end: number } {
  let value = 0;
  let at = start;
  for (let i = 0; i < longest; i++) {
    const byte = bytes[at] ?? 0;
    at += 1;
    value |= (byte & 0x7f) << (7 * i);
    if ((byte & 0x80) === 0) break;
  }
  return { value, end: at };
}
