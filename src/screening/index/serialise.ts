import { packedEntries } from './entry-pool.ts';
import type { NameIndex } from './name-index.ts';

const MAGIC = 0x636c6977;

type Kind = 'Int32' | 'Uint8' | 'Float32';
interface Block {
  readonly name: string;
  readonly kind: Kind;
  readonly length: number;
}

interface Header {
  /** Content hashes of the code and of the word lists that the names were read with. */
  readonly key: string;
  readonly concepts: readonly string[];
  readonly blocks: readonly Block[];
}

const kindOf = (array: ArrayBufferView): Kind =>
  array instanceof Int32Array ? 'Int32' : array instanceof Float32Array ? 'Float32' : 'Uint8';

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

function blocksOf(index: NameIndex): [string, Int32Array | Uint8Array | Float32Array][] {
  const tables = { names: index.names, tokens: index.tokens, keys: index.keys, identifiers: index.identifiers };
  return [
    ['entries.start', index.entries.start],
    ['entries.bytes', index.entries.bytes],
    ...Object.entries(tables).flatMap(([table, arrays]) =>
      Object.entries(arrays).map(([name, array]): [string, Int32Array] => [`${table}.${name}`, array]),
    ),
  ];
}

/** The bytes of an index: a header in JSON and the arrays one after the other, in this machine's byte order. */
export function writeBytes(index: NameIndex, key: string): Uint8Array {
  const arrays = blocksOf(index);
  const blocks = arrays.map(([name, array]): Block => ({ name, kind: kindOf(array), length: array.length }));
  const header: Header = { key, concepts: index.concepts, blocks };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const size = arrays.reduce((sum, [, array]) => sum + padded(array.byteLength), 8 + padded(head.length));
  const bytes = new Uint8Array(size);
  new Uint32Array(bytes.buffer, 0, 2).set([MAGIC, head.length]);
  bytes.set(head, 8);
  let at = 8 + padded(head.length);
  for (const [, array] of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  return bytes;
}

/**
 * The index of these bytes, or `null` when they are not an index under this key and in this machine's byte order;
 * then it has to be built again. Entries are read from the bytes when asked for.
 */
export function readBytes(given: Uint8Array, key: string): NameIndex | null {
  // Arrays of 32-bit numbers must start on their boundary; a file read into a shared buffer need not.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  if (bytes.length < 8) return null;
  const [magic, length = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  if (magic !== MAGIC || 8 + length > bytes.length) return null;
  const header = readHeader(bytes.subarray(8, 8 + length));
  if (header === null || header.key !== key) return null;
  const arrays = new Map<string, Int32Array | Uint8Array | Float32Array>();
  let at = 8 + padded(length);
  for (const { name, kind, length: count } of header.blocks) {
    const size = kind === 'Uint8' ? count : count * 4;
    if (at + size > bytes.length) return null;
    arrays.set(name, view(bytes, kind, { at, count }));
    at += padded(size);
  }
  return assemble(arrays, header.concepts);
}

function readHeader(bytes: Uint8Array): Header | null {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Header;
  } catch {
    return null;
  }
}

function view(bytes: Uint8Array, kind: Kind, { at, count }: { at: number; count: number }) {
  const from = bytes.byteOffset + at;
  if (kind === 'Int32') return new Int32Array(bytes.buffer, from, count);
  if (kind === 'Float32') return new Float32Array(bytes.buffer, from, count);
  return new Uint8Array(bytes.buffer, from, count);
}

function assemble(arrays: ReadonlyMap<string, ArrayBufferView>, concepts: readonly string[]): NameIndex {
  const table = (prefix: string): Record<string, ArrayBufferView> =>
    Object.fromEntries(
      [...arrays]
        .filter(([name]) => name.startsWith(`${prefix}.`))
        .map(([name, array]) => [name.slice(prefix.length + 1), array]),
    );
  const { start, bytes } = table('entries');
  return {
    entries: packedEntries(start as Int32Array, bytes as Uint8Array),
    // The header's key vouches for the names and kinds of the arrays.
    names: table('names') as unknown as NameIndex['names'],
    tokens: table('tokens') as unknown as NameIndex['tokens'],
    keys: table('keys') as unknown as NameIndex['keys'],
    identifiers: table('identifiers') as unknown as NameIndex['identifiers'],
    concepts,
  };
}
