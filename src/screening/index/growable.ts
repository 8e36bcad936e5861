/** A list of integers that grows; far smaller than an array of numbers. */
export interface Growable<Values> {
  readonly push: (value: number) => void;
  readonly length: () => number;
  readonly at: (position: number) => number;
  /** The values so far, in an array of their exact size. */
  readonly toArray: () => Values;
}

const FIRST = 1024;
const GROWTH = 1.5;

/** For 32-bit integers. */
export function growable(): Growable<Int32Array> {
  return growing((size) => new Int32Array(size));
}

/** For integers of 0..255. */
export function growableBytes(): Growable<Uint8Array> {
  return growing((size) => new Uint8Array(size));
}

function growing<Values extends Int32Array | Uint8Array>(create: (size: number) => Values): Growable<Values> {
  let values = create(FIRST);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const larger = create(Math.ceil(values.length * GROWTH));
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    length: () => length,
    at: (position) => values[position] ?? 0,
    toArray: () => {
      const exact = create(length);
      exact.set(values.subarray(0, length));
      return exact;
    },
  };
}
