import { CFB, utils, type WorkSheet, write } from '@e965/xlsx';

/** A compound file of the given streams by their paths. */
export function makeCompound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${path}`, Buffer.from(content));
  return Uint8Array.from(CFB.write(file, { type: 'buffer' }) as Buffer);
}

interface MadeDoc {
  /** Lengths of the parts of the text: main, footnotes, headers, macros, comments, endnotes. */
  readonly lengths?: readonly number[];
  /** Stretches of the text, in characters, that are hidden. */
  readonly hidden?: readonly [number, number];
  /** Positions of the marks that end table rows. */
  readonly rowEnds?: readonly number[];
  readonly isEncrypted?: boolean;
}

const TEXT_AT = 0x800;

/** A Word 97 file of one piece in UTF-16, with as much formatting as a test needs. */
export function makeDoc(
  text: string,
  { lengths = [text.length], hidden, rowEnds = [], isEncrypted }: MadeDoc = {},
): Uint8Array {
  const stream = Buffer.alloc(0x4000);
  const fc = (character: number): number => TEXT_AT + 2 * character;
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0x0200 | (isEncrypted ? 0x0100 : 0), 0x0a);
  lengths.forEach((length, i) => void stream.writeUInt32LE(length, 0x4c + 4 * i));
  stream.write(text, TEXT_AT, 'utf16le');
  const clx = Buffer.alloc(21);
  clx[0] = 2;
  clx.writeUInt32LE(16, 1);
  clx.writeUInt32LE(text.length, 9);
  clx.writeUInt32LE(TEXT_AT, 15);
  // One page of formatting each, behind the text.
  const page = (
    n: number,
    runs: readonly (readonly [from: number, to: number, bytes: readonly number[]])[],
    width: number,
  ) => {
    const at = n * 512;
    runs.forEach(([from, to, bytes], i) => {
      stream.writeUInt32LE(fc(from), at + 4 * i);
      stream.writeUInt32LE(fc(to), at + 4 * i + 4);
      const offset = 400 - 16 * i;
      stream[at + 4 * (runs.length + 1) + i * width] = offset / 2;
      Buffer.from(bytes).copy(stream, at + offset);
    });
    stream[at + 511] = runs.length;
    const table = Buffer.alloc(12);
    table.writeUInt32LE(fc(text.length), 4);
    table.writeUInt32LE(n, 8);
    return table;
  };
  const chpx = page(30, hidden ? [[hidden[0], hidden[1], [3, 0x3c, 0x08, 1]]] : [], 1);
  let before = 0;
  const rows = rowEnds.flatMap((end): [number, number, number[]][] => {
    const run: [number, number, number[]][] = [
      [before, end, [0, 1, 0, 0]],
      [end, end + 1, [3, 0, 0, 0x17, 0x24, 1]],
    ];
    before = end + 1;
    return run;
  });
  const papx = page(31, rows, 13);
  const table = Buffer.concat([clx, chpx, papx, Buffer.alloc(8)]);
  const point = (index: number, at: number, size: number): void => {
    stream.writeUInt32LE(at, 0x9a + 8 * index);
    stream.writeUInt32LE(size, 0x9e + 8 * index);
  };
  point(33, 0, clx.length);
  point(12, clx.length, chpx.length);
  point(13, clx.length + chpx.length, papx.length);
  return makeCompound({ WordDocument: stream, '1Table': table });
}

/** A workbook in an old binary form, written by the library that reads it. */
export function makeOldWorkbook(
  rows: readonly (readonly unknown[])[],
  bookType: 'biff8' | 'xlsb',
  change: (sheet: WorkSheet) => void = () => {},
): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows as unknown[][]);
  change(sheet);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Ledger');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Second books']]), 'Secret');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(write(book, { type: 'buffer', bookType }) as Buffer);
}
