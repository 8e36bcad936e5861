const DRAWING_GROUP = 0x00eb;
const CONTINUE = 0x003c;

/** The pictures of an old workbook in one piece: the data of its drawing group, whose records are cut into lengths of 8,224 bytes. */
export function drawingGroup(book: Uint8Array): Uint8Array {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  const parts: Uint8Array[] = [];
  let isOpen = false;
  for (let at = 0; at + 4 <= book.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    isOpen = type === DRAWING_GROUP || (type === CONTINUE && isOpen);
    if (isOpen) parts.push(book.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return new Uint8Array(Buffer.concat(parts));
}
