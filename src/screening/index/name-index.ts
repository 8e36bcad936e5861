import type { ListEntry } from '../../model/index.ts';
import type { KeyTable } from './key-table.ts';

/** The entries behind an index as bytes; they are read one at a time, when asked for. */
export interface EntrySource {
  /** Where each entry begins in `bytes`, and the end of the last. */
  readonly start: Int32Array;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly at: (entry: number) => ListEntry;
}

export const TOKEN_ABJAD = 1;
/** A token made of two neighbouring words of a name, for names written together. */
export const TOKEN_JOINED = 2;

/** The different words of all names. All arrays run over token numbers; texts lie in one pool each. */
export interface TokenTable {
  readonly latinStart: Int32Array;
  readonly latin: Uint8Array;
  readonly soundsStart: Int32Array;
  readonly sounds: Uint8Array;
  /** Number in `concepts`, or -1. */
  readonly concept: Int32Array;
  readonly flags: Uint8Array;
  /** 0.15..1: how much a word tells, by how few entries bear it or one that sounds like it. */
  readonly weight: Float32Array;
  readonly postingStart: Int32Array;
  /** Numbers of the names that contain the token. */
  readonly postings: Int32Array;
}

/** The names of all entries as runs of parts. */
export interface NameTable {
  readonly entry: Int32Array;
  /** Which of the entry's names it is; the complement (`~`) of that for a name the list calls weak. */
  readonly position: Int32Array;
  /** 0 person, 1 organization, 2 thing. */
  readonly reading: Uint8Array;
  readonly partStart: Int32Array;
  readonly partToken: Int32Array;
  readonly partRole: Uint8Array;
  /** Token of this part and the next written together, or -1. */
  readonly partJoined: Int32Array;
  /** Sum of the weights of a name's parts. */
  readonly weight: Float32Array;
}

/** Everything that answers queries: flat arrays that are written to disk and read back as they are. */
export interface NameIndex {
  readonly entries: EntrySource;
  readonly names: NameTable;
  readonly tokens: TokenTable;
  readonly keys: KeyTable;
  readonly identifiers: KeyTable;
  readonly concepts: readonly string[];
}

/** Texts already read from the pools; they come again and again. */
const caches = new WeakMap<Uint8Array, string[]>();

function cached(pool: Uint8Array, start: Int32Array, token: number): string {
  let cache = caches.get(pool);
  if (!cache) {
    cache = [];
    caches.set(pool, cache);
  }
  const known = cache[token];
  if (known !== undefined) return known;
  const read = text(pool, start, token);
  cache[token] = read;
  return read;
}

const text = (pool: Uint8Array, start: Int32Array, token: number): string => {
  const end = start[token + 1] ?? 0;
  let letters = '';
  for (let at = start[token] ?? 0; at < end; at++) letters += String.fromCharCode(pool[at] ?? 0);
  return letters;
};

export const latinOf = ({ latin, latinStart }: TokenTable, token: number): string => cached(latin, latinStart, token);
export const soundsOf = ({ sounds, soundsStart }: TokenTable, token: number): string =>
  cached(sounds, soundsStart, token);
