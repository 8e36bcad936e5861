import type { Budget } from '../budget.ts';
import { type Salvaged, unpackWhole, type ZipEntry } from '../unzip.ts';
import { crc32 } from './crc32.ts';
import { findNameEncoding, readName } from './entry-encoding.ts';
import { counted, gather } from './gather.ts';
import { inflate } from './inflate.ts';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

interface LocalHeader {
  readonly offset: number;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly data: number;
}

/**
 * Entries of an archive whose directory is lost, from the headers in front of each. `after`: offset of the last entry
 * that the directory still gave, or -1. Links cannot be told here: only the directory knows them.
 */
export function* recoverEntries(bytes: Uint8Array, after: number): Generator<ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headers: LocalHeader[] = [];
  for (let at = findSignature(view, LOCAL, 0); at >= 0; ) {
    const header = readLocalHeader(bytes, view, at);
    if (header && at > after) headers.push(header);
    // Data is jumped over: an archive in it has headers of its own.
    at = findSignature(view, LOCAL, header ? Math.max(at + 4, header.data + header.packed) : at + 4);
  }
  const encoding = findNameEncoding(headers.map(({ rawName }) => rawName));
  for (const [i, header] of headers.entries()) {
    yield toEntry(bytes, view, header, { encoding, next: headers[i + 1]?.offset ?? bytes.length });
  }
}

function findSignature(view: DataView, signature: number, from: number): number {
  for (let at = from; at + 4 <= view.byteLength; at++) {
    if (view.getUint8(at) === 0x50 && view.getUint32(at, true) === signature) return at;
  }
  return -1;
}

function readLocalHeader(bytes: Uint8Array, view: DataView, offset: number): LocalHeader | null {
  if (offset + 30 > bytes.length) return null;
  const nameLength = view.getUint16(offset + 26, true);
  const extraLength = view.getUint16(offset + 28, true);
  const data = offset + 30 + nameLength + extraLength;
  const method = view.getUint16(offset + 8, true);
  if (data > bytes.length || nameLength === 0 || nameLength > 4_096 || method > 99) return null;
  const flags = view.getUint16(offset + 6, true);
  const packed = view.getUint32(offset + 18, true);
  const isOpen = (flags & 8) !== 0 || packed === 0xffffffff;
  return {
    offset,
    rawName: bytes.subarray(offset + 30, offset + 30 + nameLength),
    flags,
    method,
    crc: isOpen ? 0 : view.getUint32(offset + 14, true),
    packed: isOpen ? 0 : packed,
    size: isOpen ? 0 : view.getUint32(offset + 22, true),
    data,
  };
}

function toEntry(
  bytes: Uint8Array,
  view: DataView,
  header: LocalHeader,
  { encoding, next }: { readonly encoding: string; readonly next: number },
): ZipEntry {
  const name = readName(header.rawName, encoding);
  const packed = bytes.subarray(header.data, endOfData(view, header, next));
  const salvage = (budget: Budget) => salvageFrom(packed, header, budget);
  return {
    name,
    isFolder: name.endsWith('/'),
    isLink: false,
    isEncrypted: (header.flags & 1) !== 0,
    isOverlapping: false,
    method: header.method,
    claimedSize: header.size,
    unpack: unpackWhole(salvage),
    salvage,
  };
}

/** Where the packed data ends: as stated, else at the descriptor that follows it, else at the next header. */
function endOfData(view: DataView, { data, packed, flags }: LocalHeader, next: number): number {
  if (packed > 0 || (flags & 8) === 0) return Math.min(data + packed, view.byteLength);
  for (
    let at = findSignature(view, DESCRIPTOR, data);
    at >= 0 && at < next;
    at = findSignature(view, DESCRIPTOR, at + 4)
  ) {
    if (at + 12 <= view.byteLength && view.getUint32(at + 8, true) === at - data) return at;
  }
  const directory = findSignature(view, CENTRAL, data);
  return directory >= 0 && directory < next ? directory : next;
}

async function salvageFrom(
  packed: Uint8Array,
  { method, crc, size }: LocalHeader,
  budget: Budget,
): Promise<Salvaged | null> {
  if (method !== STORED && method !== DEFLATED) throw new Error(`unsupported compression method: ${method}`);
  const parts = method === STORED ? once(packed) : inflate(packed, 'deflate-raw');
  const gathered = await gather(counted(parts, budget), budget.limits.maxEntryBytes);
  if (gathered.kind === 'over-budget') return null;
  const isCut = gathered.kind === 'damaged' || (size > 0 && gathered.bytes.length < size);
  if (isCut && gathered.bytes.length === 0) throw new Error('nothing of it is left');
  const detail = isCut
    ? 'it is cut off or damaged; what could be unpacked was read'
    : crc !== 0 && crc32(gathered.bytes) !== crc
      ? 'its checksum is another'
      : null;
  return { bytes: gathered.bytes, damage: detail };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
