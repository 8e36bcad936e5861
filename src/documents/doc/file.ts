import type { Compound } from '../compound/compound.ts';
import { decodeText } from '../encoding.ts';
import { type Piece, readPieces, readText, toCharacters } from './pieces.ts';
import { type Formatted, readFormatting } from './properties.ts';

/** Parts of the text of a Word file in the order in which they follow one another. */
export const PARTS = [
  'main',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'header-boxes',
] as const;

export interface WordFile {
  /** The whole text, one code unit a character, marks included. */
  readonly text: string;
  /** Length of each part in characters, in the order of `PARTS`. */
  readonly lengths: readonly number[];
  /** Stretches of `text`, in order. */
  readonly hidden: readonly Stretch[];
  readonly deleted: readonly Stretch[];
  readonly struck: readonly Stretch[];
  readonly raised: readonly Stretch[];
  readonly lowered: readonly Stretch[];
  readonly hasInsertions: boolean;
  /** Positions of the marks that end a table row, and of paragraphs by style. */
  readonly rowEnds: ReadonlySet<number>;
  readonly headingEnds: ReadonlySet<number>;
  readonly isCut: boolean;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type WordTrouble = 'encrypted' | 'too-old' | 'damaged';

const WORD_97 = 0xa5ec;
const WORD_6 = 0xa5dc;
const ENCRYPTED = 0x0100;
const COMPLEX = 0x0004;
const SECOND_TABLE = 0x0200;

/** Reads a Word file (Word 6 to 2003) by its own tables (MS-DOC 2.4.1). Never throws. */
export function openWord(compound: Compound): WordFile | WordTrouble {
  const streamOf = (name: string) => compound.streams.find((one) => one.folder === '' && one.name === name)?.read();
  const stream = streamOf('WordDocument');
  if (!stream || stream.length < 0x200) return 'damaged';
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const magic = view.getUint16(0, true);
  const flags = view.getUint16(0x0a, true);
  if ((flags & ENCRYPTED) !== 0) return 'encrypted';
  try {
    if (magic === WORD_6) return openOld(stream, view, flags);
    if (magic !== WORD_97) return 'too-old';
    const table =
      streamOf((flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table') ?? streamOf('1Table') ?? streamOf('0Table');
    return table ? open97(stream, view, table) : 'damaged';
  } catch {
    return 'damaged';
  }
}

function open97(stream: Uint8Array, view: DataView, table: Uint8Array): WordFile | WordTrouble {
  const slice = (index: number): Uint8Array => {
    const at = view.getUint32(0x9a + 8 * index, true);
    return table.subarray(at, at + view.getUint32(0x9e + 8 * index, true));
  };
  const pieces = readPieces(slice(33), false);
  if (!pieces) return 'damaged';
  const lengths = PARTS.map((_, i) => view.getUint32(0x4c + 4 * i, true));
  const characters = readFormatting(stream, slice(12), 'characters');
  const paragraphs = readFormatting(stream, slice(13), 'paragraphs');
  return gather(readText(stream, pieces, 'windows-1252'), { lengths, pieces, characters, paragraphs });
}

/** Word 6 and 95: one byte a character in a code page that the file does not name well; no formatting is read. */
function openOld(stream: Uint8Array, view: DataView, flags: number): WordFile | WordTrouble {
  const lengths = PARTS.map((_, i) => view.getUint32(0x34 + 4 * i, true));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const clx = view.getUint32(0x160, true);
  const table = stream.subarray(clx, clx + view.getUint32(0x164, true));
  const first = view.getUint32(0x18, true);
  const pieces = ((flags & COMPLEX) !== 0 ? readPieces(table, true) : null) ?? [
    { start: 0, end: total, offset: first, width: 1 as const },
  ];
  const sample = stream.subarray(pieces[0]?.offset ?? 0, (pieces[0]?.offset ?? 0) + total);
  const { encoding } = decodeText(sample, { maxChars: total });
  const label = /^windows-|^koi8|^iso-8859|^macintosh|^x-mac|^ibm866/.test(encoding) ? encoding : 'windows-1252';
  return gather(readText(stream, pieces, label), { lengths, pieces, characters: [], paragraphs: [] });
}

interface Found {
  readonly lengths: readonly number[];
  readonly pieces: readonly Piece[];
  readonly characters: readonly Formatted[];
  readonly paragraphs: readonly Formatted[];
}

function gather(text: string, { lengths, pieces, characters, paragraphs }: Found): WordFile {
  const stretches = (some: readonly Formatted[]): Stretch[] => toCharacters(some, pieces);
  // A paragraph's mark is its last character.
  const ends = (some: readonly Formatted[]): ReadonlySet<number> => new Set(stretches(some).map(({ end }) => end - 1));
  return {
    text,
    lengths,
    hidden: stretches(characters.filter(({ isHidden }) => isHidden)),
    deleted: stretches(characters.filter(({ isDeleted }) => isDeleted)),
    struck: stretches(characters.filter(({ isStruck }) => isStruck)),
    raised: stretches(characters.filter(({ shift }) => shift === 'raised')),
    lowered: stretches(characters.filter(({ shift }) => shift === 'lowered')),
    hasInsertions: characters.some(({ isInserted }) => isInserted),
    rowEnds: ends(paragraphs.filter(({ isRowEnd }) => isRowEnd)),
    headingEnds: ends(paragraphs.filter(({ style }) => (style >= 1 && style <= 9) || style === 62)),
    isCut:
      text.length <
      Math.min(
        lengths.reduce((sum, length) => sum + length, 0),
        1e9,
      ),
  };
}
