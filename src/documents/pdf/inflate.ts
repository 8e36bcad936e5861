import { Inflate } from 'pako/lib/inflate.js';
import { joinBytes } from '../join-bytes.ts';

/** Bytes unpacked so far by one reading of one file, so that many small streams share one bound. */
export interface Allowance {
  left: number;
}

class Enough extends Error {}

/**
 * Unpacks a zlib stream as far as it goes: what is cut off or damaged gives what came before. At most `limit` bytes,
 * fewer where the allowance ends; never throws.
 */
export function inflatePrefix(
  packed: Uint8Array,
  { limit, allowance }: { readonly limit: number; readonly allowance: Allowance },
): Uint8Array {
  const parts: Uint8Array[] = [];
  const most = Math.min(limit, allowance.left);
  let size = 0;
  const take = (part: Uint8Array): void => {
    const room = most - size;
    parts.push(part.length > room ? part.slice(0, room) : part);
    size += Math.min(part.length, room);
    if (size >= most) throw new Enough();
  };
  const engine = new Inflate({ chunkSize: 16_384 });
  engine.onData = take;
  try {
    if (most > 0) engine.push(packed, SYNC_FLUSH);
    // What was unpacked before the damage still lies in the engine's buffer.
    if (engine.err < 0) take(engine.strm.output.subarray(0, engine.strm.next_out));
  } catch (error) {
    if (!(error instanceof Enough)) return joinBytes(parts);
  } finally {
    allowance.left -= size;
  }
  return joinBytes(parts);
}

/** Hands out what there is when the input ends early. */
const SYNC_FLUSH = 2;
