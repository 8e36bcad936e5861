/** A list of 32-bit integers that grows; far smaller than an array of numbers. */
export interface Growable {
  readonly push: (value: number) => void;
  readonly length: () => number;
  readonly at: (position: number) => number;
  /** The values so far, in an array of their exact size. */
  readonly toArray: () => Int32Array;
}

export function growable(): Growable {
  let values = new Int32Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const larger = new Int32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    length: () => length,
    at: (position) => values[position] ?? 0,
    toArray: () => values.slice(0, length),
  };
}
