/** One header of a tar archive, as written. */
export interface TarHeader {
  readonly rawName: Uint8Array;
  readonly size: number;
  /** The type flag: `0` a file, `5` a folder, `1` and `2` links, `x` and `L` more about the next entry. */
  readonly type: string;
  readonly rawTarget: Uint8Array;
}

export const TAR_BLOCK = 512;

const field = (block: Uint8Array, start: number, length: number): Uint8Array => {
  const raw = block.subarray(start, start + length);
  const end = raw.indexOf(0);
  return end < 0 ? raw : raw.subarray(0, end);
};

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Octal digits, or (GNU) a big-endian number with its first bit set. `NaN` for neither. */
function numberIn(block: Uint8Array, start: number, length: number): number {
  const raw = block.subarray(start, start + length);
  if ((raw[0] ?? 0) & 0x80) return raw.slice(1).reduce((sum, byte) => sum * 256 + byte, 0);
  const digits = latin1(raw).replaceAll('\0', ' ').trim();
  return digits === '' ? 0 : /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

/** The header in a block of 512 bytes, or `null` when its checksum says that it is none. */
export function readTarHeader(block: Uint8Array): TarHeader | null {
  if (block.length < TAR_BLOCK || block[0] === 0) return null;
  const stated = numberIn(block, 148, 8);
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < TAR_BLOCK; i++) {
    const byte = i >= 148 && i < 156 ? 32 : (block[i] ?? 0);
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const size = numberIn(block, 124, 12);
  // Old programs summed signed bytes.
  if ((stated !== unsigned && stated !== signed) || !Number.isSafeInteger(size)) return null;
  const name = field(block, 0, 100);
  const prefix = latin1(block.subarray(257, 263)) === 'ustar\0' ? field(block, 345, 155) : new Uint8Array(0);
  const rawName = prefix.length > 0 ? Uint8Array.from([...prefix, 0x2f, ...name]) : name;
  const flag = String.fromCharCode(block[156] ?? 0);
  return { rawName, size, type: flag === '\0' ? '0' : flag, rawTarget: field(block, 157, 100) };
}

/** Records of an extended header (`x`): `29 path=folder/name.txt\n`. The first of a key counts. */
export function readPaxRecords(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const records = new Map<string, Uint8Array>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = space < 0 ? Number.NaN : Number(latin1(bytes.subarray(at, space)));
    if (!Number.isInteger(length) || length <= space - at) break;
    const equals = bytes.indexOf(0x3d, space);
    if (equals > 0 && equals < at + length) {
      const key = latin1(bytes.subarray(space + 1, equals));
      if (!records.has(key)) records.set(key, bytes.subarray(equals + 1, at + length - 1));
    }
    at += length;
  }
  return records;
}
