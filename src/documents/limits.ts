/** Limits of one root file, shared by everything nested in it. */
export interface ReadLimits {
  readonly maxTextChars: number;
  readonly maxEntries: number;
  readonly maxDepth: number;
  readonly maxUnpackedBytes: number;
  /** One entry of an archive, which lies in memory while it is read. */
  readonly maxEntryBytes: number;
  readonly maxRatio: number;
  readonly maxPages: number;
  /** Page images that are given to text recognition. */
  readonly maxRecognisedPages: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  maxTextChars: 50_000_000,
  maxEntries: 20_000,
  maxDepth: 12,
  maxUnpackedBytes: 1_000_000_000,
  maxEntryBytes: 150_000_000,
  maxRatio: 200,
  maxPages: 5_000,
  maxRecognisedPages: 500,
};
