import { joinBytes } from '../join-bytes.ts';

/** Takes bytes off a stream in the amounts that a format asks for. */
export interface ByteReader {
  /** The next `length` bytes; fewer where the stream ends or breaks. */
  readonly take: (length: number) => Promise<Uint8Array>;
  /** Drops the next `length` bytes without keeping them; returns how many there were. */
  readonly skip: (length: number) => Promise<number>;
  /** Why the stream broke before its end, or `null`. */
  readonly failure: () => unknown;
}

export function createByteReader(parts: AsyncIterable<Uint8Array>): ByteReader {
  const source = parts[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  let isOver = false;
  let failure: unknown = null;
  const fill = async (): Promise<boolean> => {
    while (held.length === 0 && !isOver) {
      try {
        const next = await source.next();
        if (next.done) isOver = true;
        else held = next.value;
      } catch (error) {
        failure = error;
        isOver = true;
      }
    }
    return held.length > 0;
  };
  const each = async (length: number, use: (part: Uint8Array) => void): Promise<number> => {
    let left = length;
    while (left > 0 && (await fill())) {
      const part = held.subarray(0, left);
      held = held.subarray(part.length);
      left -= part.length;
      use(part);
    }
    return length - left;
  };
  return {
    take: async (length) => {
      const taken: Uint8Array[] = [];
      await each(length, (part) => taken.push(part));
      return joinBytes(taken);
    },
    skip: (length) => each(length, () => {}),
    failure: () => failure,
  };
}
