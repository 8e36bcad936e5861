import type { ReadLimits } from './limits.ts';

/** A small archive may unpack to this much whatever its ratio: white space compresses a thousandfold and harms nobody. */
const UNPACKED_FLOOR = 20_000_000;

/**
 * What one root file may still cost. One budget is handed down through every nesting, so that ten archives of ten
 * archives share the allowance of one file.
 */
export interface Budget {
  readonly limits: ReadLimits;
  /** How many of `wanted` characters may still be kept; they count as used. */
  readonly takeText: (wanted: number) => number;
  /** Characters that may still be kept. */
  readonly textLeft: () => number;
  /** How many of `wanted` pages may still be read; they count as used. */
  readonly takePages: (wanted: number) => number;
  /** How many of `wanted` page images may still be given to text recognition; they count as used. */
  readonly takeRecognised: (wanted: number) => number;
  /** `false` when no further entry (archive member, attachment) may be opened. */
  readonly takeEntry: () => boolean;
  /** `false` when unpacking `bytes` more would pass the total or the ratio of unpacked to packed bytes. */
  readonly takeUnpacked: (bytes: number) => boolean;
  /** Bytes that unpacking may come to over the whole root. */
  readonly unpackedAllowance: number;
}

/** A fresh budget for a root file of `rootSize` bytes. */
export function createBudget(limits: ReadLimits, rootSize: number): Budget {
  const left = {
    text: limits.maxTextChars,
    pages: limits.maxPages,
    entries: limits.maxEntries,
    recognised: limits.maxRecognisedPages,
  };
  const unpackedAllowance = Math.min(limits.maxUnpackedBytes, Math.max(UNPACKED_FLOOR, rootSize * limits.maxRatio));
  let unpacked = 0;
  const take = (kind: 'text' | 'pages' | 'recognised', wanted: number): number => {
    const taken = Math.min(left[kind], wanted);
    left[kind] -= taken;
    return taken;
  };
  return {
    limits,
    unpackedAllowance,
    takeText: (wanted) => take('text', wanted),
    textLeft: () => left.text,
    takePages: (wanted) => take('pages', wanted),
    takeRecognised: (wanted) => take('recognised', wanted),
    takeEntry: () => left.entries-- > 0,
    takeUnpacked: (bytes) => {
      unpacked += bytes;
      return unpacked <= unpackedAllowance;
    },
  };
}
