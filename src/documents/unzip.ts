import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { Budget } from './budget.ts';
import { decodeText } from './encoding.ts';

export interface ZipEntry {
  /** As the archive has it; may hold `..` or be absolute: it is never used as a path. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
  /** What the archive claims; never believed. */
  readonly claimedSize: number;
  /** The content, or `null` when it would pass the budget. Throws when it is damaged. */
  readonly unpack: (budget: Budget) => Promise<Uint8Array | null>;
}

export interface Zip {
  readonly entries: () => AsyncGenerator<ZipEntry>;
}

/** Bit 11 of the general purpose flags: the name is UTF-8. */
const UTF8_NAME = 0x0800;
const DEFLATE = 8;
const S_IFMT = 0xf000;
const S_IFLNK = 0xa000;

/** Opens an archive by its central directory. Throws when there is none that can be read. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false });
  return {
    entries: async function* () {
      for await (const entry of file.eachEntry()) yield toEntry(file, entry);
    },
  };
}

function toEntry(file: ZipFile, entry: Entry): ZipEntry {
  const name = nameOf(entry);
  const mode = (entry.externalFileAttributes >>> 16) & S_IFMT;
  return {
    name,
    isFolder: name.endsWith('/'),
    isLink: mode === S_IFLNK,
    isEncrypted: entry.isEncrypted(),
    claimedSize: entry.uncompressedSize,
    unpack: (budget) => unpack(file, entry, budget),
  };
}

/** Names without the UTF-8 flag may be in any encoding; most are ASCII. */
function nameOf(entry: Entry): string {
  const raw: Uint8Array = entry.fileNameRaw;
  if ((entry.generalPurposeBitFlag & UTF8_NAME) !== 0) return new TextDecoder('utf-8').decode(raw);
  return decodeText(raw, { maxChars: 10_000 }).text;
}

async function unpack(file: ZipFile, entry: Entry, budget: Budget): Promise<Uint8Array | null> {
  if (entry.compressedSize > budget.unpackedAllowance) return null;
  // Two bytes of deflate hold nothing but its end; a stream for each of thousands of empty entries takes its time.
  if (entry.compressedSize === 0 || (entry.compressionMethod === DEFLATE && entry.compressedSize <= 2))
    return new Uint8Array(0);
  const stream = await file.openReadStreamPromise(entry);
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) {
    // Counted while it flows: a size that the archive claims is no promise.
    if (!budget.takeUnpacked(part.length)) {
      stream.destroy();
      return null;
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
