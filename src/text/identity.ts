import { createHash } from 'node:crypto';

/** Lower-case hex sha256 of bytes, or of a string as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * JSON with object keys in code-unit order at every depth, so that equal records have equal bytes.
 * `undefined` properties are left out as by `JSON.stringify`.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sortKeys(value));
}

/** A copy with sorted keys. `Object.fromEntries` keeps a key called `__proto__` as data. */
function sortKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sortKeys);
  const record = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, sortKeys(record[key])]),
  );
}

/** sha256 of a record's canonical JSON. */
export function hashOf(record: unknown): string {
  return sha256(canonicalJson(record));
}

/**
 * A short content id: a prefix that names the kind of record and 20 hex digits (80 bits) of its parts' hash.
 * The same parts give the same id in every run.
 */
export function contentId(prefix: string, ...parts: readonly (string | number | null)[]): string {
  return `${prefix}_${sha256(JSON.stringify(parts)).slice(0, 20)}`;
}
