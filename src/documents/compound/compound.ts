/** A stream of a compound file (the container of old Office files, mails and embedded objects). */
export interface CompoundStream {
  /** Name as stored; may begin with a control character. */
  readonly name: string;
  /** Names of the storages around it, from the root down, joined by "/"; `''` at the top. */
  readonly folder: string;
  readonly size: number;
  /** The content; shorter than `size` when the file is cut off. */
  readonly read: () => Uint8Array;
}

export interface Compound {
  readonly streams: readonly CompoundStream[];
  /** Class of the root storage, 32 hexadecimal digits. */
  readonly classId: string;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];
/** Sector numbers from here up are marks: end of chain, free, part of the table. */
const LAST_SECTOR = 0xfffffffa;
const DIRECTORY_ENTRY = 128;

export const isCompound = (bytes: Uint8Array): boolean =>
  bytes.length >= 512 && SIGNATURE.every((byte, i) => bytes[i] === byte);

interface Layout {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly sectorSize: number;
  readonly table: readonly number[];
}

/**
 * Opens a compound file by its directory (MS-CFB). Returns `null` for anything else. Never throws; no chain is followed
 * further than the file has sectors, so loops end.
 */
export function openCompound(bytes: Uint8Array): Compound | null {
  if (!isCompound(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getUint16(30, true);
  const miniShift = view.getUint16(32, true);
  if (sectorShift < 7 || sectorShift > 16 || miniShift > sectorShift) return null;
  const layout: Layout = { view, bytes, sectorSize: 1 << sectorShift, table: [] };
  const main: Layout = { ...layout, table: readTable(layout) };
  const directory = readChain(main, view.getUint32(48, true), bytes.length);
  const entries = readDirectory(directory);
  const root = entries[0];
  if (!root) return null;
  const miniTable = toNumbers(readChain(main, view.getUint32(60, true), bytes.length));
  const miniBytes = readChain(main, root.start, root.size);
  const miniView = new DataView(miniBytes.buffer, miniBytes.byteOffset, miniBytes.byteLength);
  const mini: Layout = { view: miniView, bytes: miniBytes, sectorSize: 1 << miniShift, table: miniTable };
  const cutoff = view.getUint32(56, true);
  const read = ({ start, size }: Entry): Uint8Array =>
    size < cutoff ? readMini(mini, start, size) : readChain(main, start, size);
  return { classId: root.classId, streams: listStreams(entries, read) };
}

/** The table of chains, itself kept in sectors that the header and a chain of further lists name. */
function readTable({ view, bytes, sectorSize }: Layout): number[] {
  const perSector = sectorSize / 4;
  const most = Math.ceil(bytes.length / sectorSize);
  const sectors: number[] = [];
  for (let i = 0; i < 109; i++) sectors.push(view.getUint32(76 + 4 * i, true));
  let next = view.getUint32(68, true);
  for (let steps = 0; next < LAST_SECTOR && steps < most; steps++) {
    const at = (next + 1) * sectorSize;
    if (at + sectorSize > bytes.length) break;
    for (let i = 0; i < perSector - 1; i++) sectors.push(view.getUint32(at + 4 * i, true));
    next = view.getUint32(at + sectorSize - 4, true);
  }
  const table: number[] = [];
  for (const sector of sectors) {
    if (sector >= LAST_SECTOR || table.length > most) continue;
    const at = (sector + 1) * sectorSize;
    for (let i = 0; i < perSector; i++)
      table.push(at + 4 * i + 4 <= bytes.length ? view.getUint32(at + 4 * i, true) : LAST_SECTOR);
  }
  return table;
}

function readChain({ bytes, sectorSize, table }: Layout, start: number, size: number): Uint8Array {
  return gather(start, size, { table, sectorSize, at: (sector) => (sector + 1) * sectorSize, bytes });
}

function readMini({ bytes, sectorSize, table }: Layout, start: number, size: number): Uint8Array {
  return gather(start, size, { table, sectorSize, at: (sector) => sector * sectorSize, bytes });
}

interface Chained {
  readonly bytes: Uint8Array;
  readonly table: readonly number[];
  readonly sectorSize: number;
  readonly at: (sector: number) => number;
}

function gather(start: number, size: number, { bytes, table, sectorSize, at }: Chained): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let steps = 0;
  for (let sector = start; sector < LAST_SECTOR && length < size && steps <= table.length; steps++) {
    const part = bytes.subarray(at(sector), at(sector) + Math.min(sectorSize, size - length));
    if (part.length === 0) break;
    parts.push(part);
    length += part.length;
    sector = table[sector] ?? LAST_SECTOR;
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function toNumbers(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(4 * i, true));
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly classId: string;
  readonly start: number;
  readonly size: number;
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) {
    const nameLength = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    entries.push({
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + nameLength)),
      kind: bytes[at + 66] ?? 0,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      classId: [...bytes.subarray(at + 80, at + 96)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

const STORAGE = 1;
const STREAM = 2;

/** Walks the directory tree without recursion; an entry that is met twice is not followed again. */
function listStreams(entries: readonly Entry[], read: (entry: Entry) => Uint8Array): CompoundStream[] {
  const streams: CompoundStream[] = [];
  const seen = new Set<number>([0]);
  const open: { readonly index: number; readonly folder: string }[] = [];
  const push = (index: number, folder: string): void => {
    if (index >= entries.length || seen.has(index)) return;
    seen.add(index);
    open.push({ index, folder });
  };
  push(entries[0]?.child ?? LAST_SECTOR, '');
  for (let next = open.pop(); next; next = open.pop()) {
    const entry = entries[next.index];
    if (!entry) continue;
    const { folder } = next;
    if (entry.kind === STREAM) streams.push({ name: entry.name, folder, size: entry.size, read: () => read(entry) });
    push(entry.right, folder);
    push(entry.left, folder);
    if (entry.kind === STORAGE) push(entry.child, folder === '' ? entry.name : `${folder}/${entry.name}`);
  }
  return streams;
}
