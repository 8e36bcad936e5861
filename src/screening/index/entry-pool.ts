import type { ListEntry } from '../../model/index.ts';
import { bareEntry } from '../lists/item.ts';
import type { EntrySource } from './name-index.ts';

/** Entries as bytes, one after the other: a million of them fill a fraction of what their objects would. */
export interface EntryPool {
  readonly add: (entry: ListEntry) => void;
  readonly finish: () => EntrySource;
}

const FIRST = 65_536;
const GROWTH = 1.5;

const { list: _list, id: _id, kind: _kind, names: _names, ...EMPTY } = bareEntry('', '', 'unknown');
const MAYBE_EMPTY = Object.keys(EMPTY);

/** Nothing, or what is taken for granted: that an entry of a list is sanctioned. */
const isEmpty = (field: string, value: unknown): boolean =>
  field === 'isSanctioned' ? value === true : value === null || (Array.isArray(value) && value.length === 0);

/** JSON without the fields that hold nothing: it leaves out what is undefined. A replacer would be called for every value in it. */
function packed(entry: ListEntry): string {
  const kept: Record<string, unknown> = { ...entry };
  for (const key of MAYBE_EMPTY) if (isEmpty(key, kept[key])) kept[key] = undefined;
  return JSON.stringify(kept);
}

/** Collects entries; numbered in the order in which they come. */
export function entryPool(): EntryPool {
  const encoder = new TextEncoder();
  let starts = new Int32Array(1024);
  let bytes = new Uint8Array(FIRST);
  let [count, used] = [0, 0];
  return {
    add: (entry) => {
      const text = packed(entry);
      // UTF-8 takes at most three bytes for a UTF-16 unit.
      if (used + text.length * 3 > bytes.length) {
        const larger = new Uint8Array(Math.ceil(Math.max(bytes.length * GROWTH, used + text.length * 3)));
        larger.set(bytes.subarray(0, used));
        bytes = larger;
      }
      used += encoder.encodeInto(text, bytes.subarray(used)).written;
      count += 1;
      if (count === starts.length) {
        const larger = new Int32Array(Math.ceil(starts.length * GROWTH));
        larger.set(starts);
        starts = larger;
      }
      starts[count] = used;
    },
    finish: () => packedEntries(starts.slice(0, count + 1), bytes.slice(0, used)),
  };
}

/** Entries read from bytes one at a time, when asked for. */
export function packedEntries(start: Int32Array, bytes: Uint8Array): EntrySource {
  const decoder = new TextDecoder();
  return {
    start,
    bytes,
    size: start.length - 1,
    at: (entry) => {
      if (entry < 0 || entry >= start.length - 1) throw new RangeError(`no entry ${entry} of ${start.length - 1}`);
      return { ...EMPTY, ...JSON.parse(decoder.decode(bytes.subarray(start[entry], start[entry + 1]))) } as ListEntry;
    },
  };
}
