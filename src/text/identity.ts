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
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    const record = inner as Record<string, unknown>;
    return Object.fromEntries(
      Object.keys(record)
        .sort()
        .map((key) => [key, record[key]]),
    );
  });
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
