/** Numbers different texts in the order in which they come. */
export interface Numbering {
  /** How many different texts there were. */
  readonly size: () => number;
  /** The number of a text, given two hashes of it. */
  readonly of: (hash: number, check: number) => number;
}

const FIRST = 1024;

/**
 * Texts by two hashes of 32 bits each: far smaller than the texts, and as good as never equal for two.
 * An open table of numbers in typed arrays: a map would hold an object for each.
 */
export function numbering(): Numbering {
  let hashes = new Int32Array(FIRST);
  let checks = new Int32Array(FIRST);
  /** Numbers from 1 at the place of their hash or after it; 0 is free. At most half of it is taken. */
  let slots = new Int32Array(FIRST * 2);
  let size = 0;

  const slotOf = (hash: number, check: number): number => {
    const mask = slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0 || (hashes[number] === hash && checks[number] === check)) return slot;
    }
  };
  const grow = (): void => {
    hashes = doubled(hashes);
    checks = doubled(checks);
    slots = new Int32Array(slots.length * 2);
    for (let number = 0; number < size; number++) slots[slotOf(hashes[number] ?? 0, checks[number] ?? 0)] = number + 1;
  };

  return {
    size: () => size,
    of: (hash, check) => {
      const slot = slotOf(hash | 0, check | 0);
      const known = slots[slot] ?? 0;
      if (known > 0) return known - 1;
      hashes[size] = hash;
      checks[size] = check;
      size += 1;
      slots[slot] = size;
      if (size === hashes.length) grow();
      return size - 1;
    },
  };
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}

const START = 0x811c9dc5;

/** A hash of a text, 32 bits; another multiplier gives another hash. `after` is the hash of what stands before it. */
export function hashText(text: string, multiplier: number, after = START): number {
  // One step more than the text has letters, so that texts side by side are not taken for one.
  let hash = Math.imul(after ^ text.length, multiplier);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), multiplier);
  return hash ^ (hash >>> 15);
}

/** Multipliers of the two hashes that `Numbering` asks for. */
export const HASH = 0x01000193;
export const CHECK = 0x85ebca6b;
