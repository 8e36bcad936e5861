import type { Child } from '../reader.ts';

/** Types of picture records (MS-ODRAW 2.2.23) with their extension. */
const PICTURES: Readonly<Record<number, string>> = { 61469: 'jpg', 61482: 'jpg', 61470: 'png', 61471: 'dib' };

const STARTS: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
];

const MOST = 2_000;

/** Pictures in a stream of an old Office file, found by their records' heads. */
export function findPictures(stream: Uint8Array, place: string): Child[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const found: Child[] = [];
  // The second byte of every type is 0xf0: a plain search for it passes over what is none.
  for (let at = stream.indexOf(0xf0, 3); at >= 0 && found.length < MOST; at = stream.indexOf(0xf0, at + 1)) {
    const head = at - 3;
    const extension = PICTURES[view.getUint16(head + 2, true)];
    if (!extension || head + 8 > stream.length) continue;
    const end = head + 8 + view.getUint32(head + 4, true);
    // One or two digests of sixteen bytes and a tag stand in front.
    const start = [head + 25, head + 41].find((one) =>
      STARTS.some((bytes) => bytes.every((byte, i) => stream[one + i] === byte)),
    );
    if (start === undefined || end > stream.length || end <= start) continue;
    const n = found.length + 1;
    found.push({ name: `picture-${n}.${extension}`, place: `${place}, picture ${n}`, bytes: stream.slice(start, end) });
    at = end - 1;
  }
  return found;
}
