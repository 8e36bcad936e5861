/** One part for `writeStoredZip`. */
export interface StoredPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A ZIP archive of parts as they are, uncompressed. A library that opens archives by itself gets one of parts that were
 * unpacked and counted before, so that it has nothing to unpack. Checksums are zero.
 */
export function writeStoredZip(parts: readonly StoredPart[]): Uint8Array {
  const names = parts.map(({ name }) => new TextEncoder().encode(name));
  const size = parts.reduce((sum, { bytes }, i) => sum + bytes.length + 76 + 2 * (names[i]?.length ?? 0), 22);
  const zip = new Uint8Array(size);
  const view = new DataView(zip.buffer);
  const offsets: number[] = [];
  let at = 0;
  const shared = (name: Uint8Array, length: number): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, 0x0800, true);
    view.setUint32(at + 14, length, true);
    view.setUint32(at + 18, length, true);
    view.setUint16(at + 22, name.length, true);
    at += 26;
  };
  const put = (bytes: Uint8Array): void => {
    zip.set(bytes, at);
    at += bytes.length;
  };
  parts.forEach(({ bytes }, i) => {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    at += 4;
    const name = names[i] ?? new Uint8Array();
    shared(name, bytes.length);
    put(name);
    put(bytes);
  });
  const directory = at;
  parts.forEach(({ bytes }, i) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    at += 6;
    const name = names[i] ?? new Uint8Array();
    shared(name, bytes.length);
    view.setUint32(at + 10, offsets[i] ?? 0, true);
    at += 14;
    put(name);
  });
  const end = at;
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, end - directory, true);
  view.setUint32(at + 16, directory, true);
  return zip.subarray(0, at + 22);
}
