import { readNative, unpackOle } from '../compound/ole-object.ts';
import type { Child } from '../reader.ts';

/** An object or picture while its bytes are gathered: hexadecimal digits, or binary. */
export interface Gathered {
  bytes: Uint8Array;
  length: number;
  /** The first digit of a byte, -1 when none is waiting. */
  half: number;
  /** Extension by the picture's own control word. */
  extension: string;
}

export const newGathered = (): Gathered => ({ bytes: new Uint8Array(1024), length: 0, half: -1, extension: 'bin' });

const digitOf = (byte: number): number =>
  byte >= 0x30 && byte <= 0x39
    ? byte - 0x30
    : (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
      ? (byte | 0x20) - 0x57
      : -1;

const bytesOf = ({ bytes, length }: Gathered): Uint8Array => bytes.slice(0, length);

function append(gathered: Gathered, more: Uint8Array): void {
  const needed = gathered.length + more.length;
  if (needed > gathered.bytes.length) {
    const grown = new Uint8Array(Math.max(needed, gathered.bytes.length * 2));
    grown.set(gathered.bytes.subarray(0, gathered.length));
    gathered.bytes = grown;
  }
  gathered.bytes.set(more, gathered.length);
  gathered.length = needed;
}

export const gatherBinary = append;

export function gatherHex(gathered: Gathered, byte: number): void {
  const digit = digitOf(byte);
  if (digit < 0) return;
  if (gathered.half < 0) gathered.half = digit;
  else {
    if (gathered.length < gathered.bytes.length) gathered.bytes[gathered.length++] = (gathered.half << 4) | digit;
    else append(gathered, Uint8Array.of((gathered.half << 4) | digit));
    gathered.half = -1;
  }
}

/** The picture as a file, or `null` when it has no bytes. `n` counts from 1. */
export function pictureFile(gathered: Gathered, n: number): Child | null {
  const bytes = bytesOf(gathered);
  if (bytes.length === 0) return null;
  const name = `picture-${n}.${gathered.extension}`;
  return { name, place: `picture ${n}`, bytes };
}

/** What an embedded object holds: a file, or the name of something outside that it links to. */
export type ObjectContent =
  | { readonly kind: 'file'; readonly file: Child }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'nothing' };

const LINKED = 1;

/** Reads the data of an object in the form of OLE 1 (MS-OLEDS 2.2): a class name and two strings, then the native bytes. */
export function objectFile(gathered: Gathered, n: number): ObjectContent {
  const bytes = bytesOf(gathered);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  const string = (): string => {
    const length = view.getUint32(at, true);
    if (length > 10_000) throw new RangeError('too long');
    const text = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 4 + length)).replace(/\0.*$/s, '');
    at += 4 + length;
    return text;
  };
  try {
    const format = view.getUint32(4, true);
    const [className, topic, item] = [string(), string(), string()];
    if (format === LINKED) return { kind: 'link', target: [topic, item].filter((part) => part !== '').join(' ') };
    const size = view.getUint32(at, true);
    const native = bytes.slice(at + 4, at + 4 + size);
    if (native.length === 0) return { kind: 'nothing' };
    return { kind: 'file', file: toFile(native, className, n) };
  } catch {
    return { kind: 'nothing' };
  }
}

function toFile(native: Uint8Array, className: string, n: number): Child {
  // A package lacks the size in front that the stream of the same content has.
  const packed = className === 'Package' ? readNative(Uint8Array.from([0, 0, 0, 0, ...native])) : unpackOle(native);
  const name = packed?.name ?? `object-${n}.bin`;
  return { name, place: `object ${n}${className === '' ? '' : ` (${className})`}`, bytes: packed?.bytes ?? native };
}
