import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { crc32 } from './archive/crc32.ts';
import { findNameEncoding, readName } from './archive/entry-encoding.ts';
import { counted, gather } from './archive/gather.ts';
import type { Budget } from './budget.ts';

export interface Salvaged {
  readonly bytes: Uint8Array;
  /** What is wrong with the content, or `null` when it is whole. */
  readonly damage: string | null;
}

/** `salvage` for whoever has no use for half a content. */
export const unpackWhole =
  (salvage: ZipEntry['salvage']): ZipEntry['unpack'] =>
  async (budget) => {
    const salvaged = await salvage(budget);
    if (salvaged?.damage) throw new Error(salvaged.damage);
    return salvaged?.bytes ?? null;
  };

export interface ZipEntry {
  /** As the archive has it; may hold `..` or be absolute: it is never used as a path. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
  /** Its packed bytes belong to another entry as well, as in bombs. */
  readonly isOverlapping: boolean;
  /** Method of compression: 0 stored, 8 deflated. */
  readonly method: number;
  /** What the archive claims; never believed. */
  readonly claimedSize: number;
  /** The content, or `null` when it would pass the budget. Throws when it is damaged. */
  readonly unpack: (budget: Budget) => Promise<Uint8Array | null>;
  /** The same, but what is left of a damaged content is given too. Throws when nothing is. */
  readonly salvage: (budget: Budget) => Promise<Salvaged | null>;
}

export interface Zip {
  /** Throws where the directory is damaged. */
  readonly entries: () => AsyncGenerator<ZipEntry & { readonly offset: number }>;
}

/** Bit 11 of the general purpose flags: the name is UTF-8. */
const UTF8_NAME = 0x0800;
const DEFLATE = 8;
const S_IFMT = 0xf000;
const S_IFLNK = 0xa000;
/** Info-ZIP's field with the name in UTF-8 beside one in a code page. */
const UNICODE_PATH = 0x7075;
/** Entries that are looked at beforehand. */
const SURVEYED = 70_000;

const open = (bytes: Uint8Array): Promise<ZipFile> =>
  fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    decodeStrings: false,
    validateEntrySizes: false,
  });

/** Opens an archive by its central directory. Throws when there is none that can be read. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const file = await open(bytes);
  return {
    entries: async function* () {
      const survey = await surveyOf(bytes);
      let index = 0;
      for await (const entry of file.eachEntry()) yield toEntry(file, entry, survey, index++);
    },
  };
}

interface Survey {
  readonly encoding: string;
  /** Indexes of entries whose packed bytes belong to one before. */
  readonly overlapping: ReadonlySet<number>;
}

/** What only all entries together tell: the encoding of their names, and which share their bytes. */
async function surveyOf(bytes: Uint8Array): Promise<Survey> {
  const names: Uint8Array[] = [];
  const extents: { readonly start: number; readonly end: number; readonly index: number }[] = [];
  try {
    for await (const entry of (await open(bytes)).eachEntry()) {
      const raw: Uint8Array = entry.fileNameRaw;
      if ((entry.generalPurposeBitFlag & UTF8_NAME) === 0 && raw.some((byte) => byte > 0x7f)) names.push(raw);
      const start = entry.relativeOffsetOfLocalHeader;
      extents.push({ start, end: start + 30 + raw.length + entry.compressedSize, index: extents.length });
      if (extents.length >= SURVEYED) break;
    }
  } catch {
    // Whoever reads the entries meets the damage at the same place and reports it.
  }
  extents.sort((a, b) => a.start - b.start || a.index - b.index);
  const overlapping = new Set<number>();
  let end = 0;
  for (const extent of extents) {
    if (extent.start < end) overlapping.add(extent.index);
    end = Math.max(end, extent.end);
  }
  return { encoding: findNameEncoding(names), overlapping };
}

function toEntry(file: ZipFile, entry: Entry, survey: Survey, index: number) {
  const name = nameOf(entry, survey.encoding);
  const mode = (entry.externalFileAttributes >>> 16) & S_IFMT;
  return {
    name,
    isFolder: name.endsWith('/') || (name.endsWith('\\') && entry.uncompressedSize === 0),
    isLink: mode === S_IFLNK,
    isEncrypted: entry.isEncrypted(),
    isOverlapping: survey.overlapping.has(index),
    method: entry.compressionMethod,
    claimedSize: entry.uncompressedSize,
    offset: entry.relativeOffsetOfLocalHeader,
    unpack: unpackWhole((budget) => salvage(file, entry, budget)),
    salvage: (budget: Budget) => salvage(file, entry, budget),
  };
}

function nameOf(entry: Entry, encoding: string): string {
  const raw: Uint8Array = entry.fileNameRaw;
  if ((entry.generalPurposeBitFlag & UTF8_NAME) !== 0) return new TextDecoder('utf-8').decode(raw);
  const field = entry.extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
  if (field && field.length > 5 && field[0] === 1 && field.readUInt32LE(1) === crc32(raw))
    return new TextDecoder('utf-8').decode(field.subarray(5));
  return readName(raw, encoding);
}

async function salvage(file: ZipFile, entry: Entry, budget: Budget): Promise<Salvaged | null> {
  if (entry.compressedSize > budget.unpackedAllowance) return null;
  // Two bytes of deflate hold nothing but its end; a stream for each of thousands of empty entries takes its time.
  if (entry.compressedSize === 0 || (entry.compressionMethod === DEFLATE && entry.compressedSize <= 2))
    return { bytes: new Uint8Array(0), damage: null };
  const stream = await file.openReadStreamPromise(entry);
  const gathered = await gather(counted(stream as AsyncIterable<Buffer>, budget), budget.limits.maxEntryBytes);
  stream.destroy();
  if (gathered.kind === 'over-budget') return null;
  const { bytes } = gathered;
  if (gathered.kind === 'damaged') {
    if (bytes.length === 0) throw new Error(gathered.detail);
    return { bytes, damage: `${gathered.detail}; the ${bytes.length} bytes before that were read` };
  }
  return { bytes, damage: crc32(bytes) === entry.crc32 ? null : 'its content does not fit its checksum' };
}
