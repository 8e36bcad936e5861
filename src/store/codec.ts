import { canonicalJson, sha256 } from '../text/index.ts';

/**
 * How values cross the border to a database. Databases disagree on JSON types (key order, NUL characters), on booleans
 * and on 64-bit integers, so that records are stored as text and only text and integers are used.
 */

/** A record as a row holds it: its canonical JSON, whose sha256 is the hash that the journal vouches for. */
export interface Encoded {
  readonly json: string;
  readonly hash: string;
}

/** Equal records have equal text and hash (`hashOf(record)`). Lone surrogates and NULs are escaped, hence safe in any database. */
export function encodeRecord(record: unknown): Encoded {
  const json = canonicalJson(record);
  return { json, hash: sha256(json) };
}

/** The record under a row's text. Its shape is trusted because only `encodeRecord` writes rows; `verifyCase` checks that it did. */
export function decodeRecord<T>(json: string): T {
  return JSON.parse(json) as T;
}

/** A 64-bit integer column or aggregate: SQLite answers a number, PostgreSQL a string, an empty sum is null. */
export function decodeInteger(value: number | string | bigint | null | undefined): number {
  return Number(value ?? 0);
}
