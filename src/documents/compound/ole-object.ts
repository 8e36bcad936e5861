import { decodeText } from '../encoding.ts';
import { openCompound } from './compound.ts';

/** A file that was packed into an object. */
export interface PackedFile {
  /** Its own name, or `null` when the object does not say. */
  readonly name: string | null;
  readonly bytes: Uint8Array;
}

/** The file inside an embedded object, or `null` when the object is the file (an old Office document) or something of its own. Never throws. */
export function unpackOle(bytes: Uint8Array): PackedFile | null {
  const compound = openCompound(bytes);
  if (!compound) return null;
  const streamOf = (name: string) => compound.streams.find((stream) => stream.folder === '' && stream.name === name);
  const native = streamOf('\u0001Ole10Native');
  if (native) return readNative(native.read());
  const whole = streamOf('Package') ?? streamOf('package') ?? streamOf('CONTENTS');
  if (!whole || whole.size === 0) return null;
  return { name: null, bytes: whole.read() };
}

/** `Ole10Native`: the size of all that follows, a label, the path it came from, the path it was opened under, and the file. */
export function readNative(stream: Uint8Array): PackedFile | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = 6;
  const string = (): string => {
    const end = stream.indexOf(0, at);
    if (end < 0) throw new RangeError('no end');
    const text = decodeText(stream.subarray(at, end), { maxChars: 1_000 }).text;
    at = end + 1;
    return text;
  };
  try {
    const label = string();
    const path = string();
    at += 4;
    at += 4 + view.getUint32(at, true);
    const size = view.getUint32(at, true);
    if (size === 0 || at + 4 >= stream.length) return null;
    const name = label !== '' ? label : (path.split(/[\\/]/).at(-1) ?? '');
    return { name: name === '' ? null : name, bytes: stream.slice(at + 4, at + 4 + size) };
  } catch {
    // Equations and pictures use the stream in a way of their own: what follows the size is theirs.
    return null;
  }
}
