/** Links in binary workbooks name a range, and the library walks every cell of it: one of the whole sheet is 17 billion. */
const BIFF_LINKS: ReadonlySet<number> = new Set([0x01b8, 0x0800]);
const BIFF12_LINK = 0x01ee;
const BIFF12_COLUMNS = 0x003c;
const LAST_COLUMN = 16_383;

/** No record of an old workbook is longer; what does not fit goes into records that continue it. */
const LONGEST_RECORD = 8_228;
const END = 0x000a;
const EXTERN_SHEET = 0x0017;
const OLD_COLUMNS = 0x007d;
const LAST_OLD_COLUMN = 255;

/**
 * Records that cells, their formulas, formats, remarks, links and what is hidden are read from (MS-XLS 2.3). All others
 * are hidden from the library, which unpacks some of them without a limit (a theme is an archive) and gives up the whole
 * workbook for a slip in any.
 */
const NEEDED: ReadonlySet<number> = new Set([
  ...[0x0009, 0x0209, 0x0409, 0x0809, END, 0x003c, 0x002f, 0x0022, 0x0042, 0x0085],
  ...[0x0243, 0x0443, 0x00e0, 0x041e, 0x00fc, 0x0200],
  ...[0x0203, 0x0205, 0x027e, 0x00bd, 0x0204, 0x00d6, 0x00fd],
  ...[0x0006, 0x0206, 0x0406, 0x0207, 0x0221, 0x04bc],
  ...[0x0016, EXTERN_SHEET, 0x0018, 0x0218, 0x0023, 0x0223, 0x01ae],
  ...[0x001c, 0x005d, 0x01b6, 0x01b8, 0x0800, OLD_COLUMNS, 0x0208],
]);
/** What only the first version has; a later one reads past the end of such a record. */
const NEEDED_IN_FIRST: ReadonlySet<number> = new Set([
  ...[0x0000, 0x0002, 0x0003, 0x0004, 0x0005, 0x0007, 0x0008, 0x001e, 0x0021, 0x0043],
]);
const FIRST_VERSION = 0x0009;
/** Where the selection is: a record that the library knows and passes over. */
const PASSED_OVER = 0x001d;
const BEGINNINGS: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const CONTINUE = 0x003c;

/**
 * The stream of an old workbook up to its first impossible record, with every link on the first cell of its range.
 * `isWhole` says whether nothing was open there. The bytes given stay as they are.
 */
export function tameBiff(stream: Uint8Array): { readonly bytes: Uint8Array; readonly isWhole: boolean } {
  const tame = stream.slice();
  const view = new DataView(tame.buffer);
  const isNeeded = (type: number): boolean =>
    NEEDED.has(type) || (view.getUint16(0, true) === FIRST_VERSION && NEEDED_IN_FIRST.has(type));
  let depth = 0;
  let at = 0;
  while (at + 4 <= tame.length) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (length > LONGEST_RECORD || at + 4 + length > tame.length) break;
    if (BEGINNINGS.has(type)) depth += 1;
    if (type === END) depth -= 1;
    const record = { type, body: at + 4, length };
    tameRecord(view, record);
    if (at > 0 && (!isNeeded(type) || isMiscounted(view, record))) view.setUint16(at, PASSED_OVER, true);
    at += 4 + length;
  }
  return { bytes: tame.subarray(0, at), isWhole: depth <= 0 };
}

interface BiffRecord {
  readonly type: number;
  /** Where what follows its type and length begins. */
  readonly body: number;
  readonly length: number;
}

/** Bounds the counts and ranges of one record by what it holds and what a sheet has. */
function tameRecord(view: DataView, { type, body, length }: BiffRecord): void {
  // A tooltip repeats its record number before the range.
  const range = body + (type === 0x0800 ? 2 : 0);
  if (BIFF_LINKS.has(type) && range + 8 <= body + length) {
    view.setUint16(range + 2, view.getUint16(range, true), true);
    view.setUint16(range + 6, view.getUint16(range + 4, true), true);
  } else if (type === OLD_COLUMNS && length >= 4) {
    view.setUint16(body + 2, Math.min(view.getUint16(body + 2, true), LAST_OLD_COLUMN), true);
  }
}

/** A list of sheets that says it is longer or shorter than it is: the library reads without end, or gives up. */
function isMiscounted(view: DataView, { type, body, length }: BiffRecord): boolean {
  if (type !== EXTERN_SHEET || !isVersionEight(view)) return false;
  const next = body + length;
  const goesOn = next + 2 <= view.byteLength && view.getUint16(next, true) === CONTINUE;
  return length < 2 || (!goesOn && view.getUint16(body, true) * 6 + 2 !== length);
}

const isVersionEight = (view: DataView): boolean => view.byteLength >= 6 && view.getUint16(4, true) === 0x0600;

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
