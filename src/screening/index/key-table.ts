/** Hash -> tokens, as one run of pairs grouped by the hash's first bits. */
export interface KeyTable {
  readonly start: Int32Array;
  readonly hash: Int32Array;
  readonly token: Int32Array;
}

const MOST_BITS = 22;

/** Groups pairs of hash and token; about one pair a group. */
export function buildKeyTable(hashes: Int32Array, tokens: Int32Array): KeyTable {
  const bits = Math.min(MOST_BITS, Math.max(4, Math.ceil(Math.log2(hashes.length + 1))));
  const shift = 32 - bits;
  const start = new Int32Array(2 ** bits + 1);
  for (const hash of hashes) {
    const group = (hash >>> shift) + 1;
    start[group] = (start[group] ?? 0) + 1;
  }
  for (let group = 1; group < start.length; group++) start[group] = (start[group] ?? 0) + (start[group - 1] ?? 0);
  const next = start.slice();
  const hash = new Int32Array(hashes.length);
  const token = new Int32Array(hashes.length);
  for (let at = 0; at < hashes.length; at++) {
    const group = (hashes[at] ?? 0) >>> shift;
    const to = next[group] ?? 0;
    next[group] = to + 1;
    hash[to] = hashes[at] ?? 0;
    token[to] = tokens[at] ?? 0;
  }
  return { start, hash, token };
}

/** Calls `visit` for the tokens under a hash, at most `most` of them. */
export function visitKey(table: KeyTable, hash: number, most: number, visit: (token: number) => void): void {
  const shift = 32 - Math.log2(table.start.length - 1);
  const signed = hash | 0;
  const group = hash >>> shift;
  let visited = 0;
  const end = table.start[group + 1] ?? 0;
  for (let at = table.start[group] ?? 0; at < end && visited < most; at++) {
    if (table.hash[at] !== signed) continue;
    visited += 1;
    visit(table.token[at] ?? 0);
  }
}
