/** Id of the method "7zAES" in the header of a 7z archive. */
const AES = [0x06, 0xf1, 0x07, 0x01];

/** Whether the list of a 7z or rar archive is itself encrypted, so that not even the names can be read. */
export function hasLockedList(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x37 && bytes[1] === 0x7a) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 32) return false;
    const start = 32 + Number(view.getBigUint64(12, true));
    const size = Number(view.getBigUint64(20, true));
    if (start + size > bytes.length || size > 100_000) return false;
    const header = bytes.subarray(start, start + size);
    // 0x17: the header is packed like a file, with methods of its own.
    return header[0] === 0x17 && header.some((_, at) => AES.every((byte, i) => header[at + i] === byte));
  }
  // "Rar!": version 5 begins with an encryption header (type 4), version 4 says so in the flags of its main header.
  if (bytes[6] === 0x01) return bytes[13] === 0x04;
  return bytes[9] === 0x73 && ((bytes[10] ?? 0) & 0x80) !== 0;
}
