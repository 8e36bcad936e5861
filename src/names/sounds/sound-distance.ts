import type { Sounds } from './sounds.ts';

const SIZE = 128;
const INDEL = 1;
/** What it costs to hear one sound for another, for pairs that systems of romanisation or clerks confuse; every other pair costs 1. */
const CONFUSED: readonly (readonly [pairs: string, cost: number])[] = [
  ['QkvWGghKiJcTCJZJAaAeAiAoAuEaEeEhEt', 0.06],
  ['cCBtDdDz', 0.12],
  ['KhKkCKeiouaeSXCXZSCSGQZzJG', 0.18],
  ['aoTCTSgQWuzsSsZSJSfpTsTzckcs', 0.28],
  ['aieoKGhGvfdtgkbpiuBscZJzKQghDBaukCJTChck', 0.4],
  ['vu', 0.35],
  ['bvWouaouWidZzJcSC', 0.5],
  ['mnlrauoi', 0.62],
];

const SUBSTITUTION = new Float64Array(SIZE * SIZE).fill(1);
for (const [pairs, cost] of [...CONFUSED].reverse()) {
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const [left, right] = [pairs.charCodeAt(at), pairs.charCodeAt(at + 1)];
    SUBSTITUTION[left * SIZE + right] = cost;
    SUBSTITUTION[right * SIZE + left] = cost;
  }
}
for (let code = 0; code < SIZE; code++) SUBSTITUTION[code * SIZE + code] = 0;

const VOWELS = new Uint8Array(SIZE);
for (const letter of 'aeiou') VOWELS[letter.charCodeAt(0)] = 1;
const isVowel = (code: number): boolean => VOWELS[code & 127] === 1;

/** Cost of a sound that only one side writes. `before` is the sound it follows; abjads leave vowels out altogether. */
function dropCost(code: number, before: number, isAbjad: boolean): number {
  if (code === 65 || code === 69) return 0.15;
  if (isVowel(code)) {
    // Alif is written at the beginning of a word, short vowels inside it are not.
    if (isAbjad) return before < 0 ? 0.5 : code === 97 || code === 101 ? 0.06 : 0.15;
    // "Sergeyev", "Sergeev": a glide beside a vowel is written or not.
    if (code === 105) return before >= 0 && isVowel(before) ? 0.1 : 0.3;
    return before >= 0 && isVowel(before) ? 0.3 : 0.55;
  }
  if (code === 104) return before >= 0 && isVowel(before) ? 0.25 : 0.4;
  if (code === 74 && before === 105) return 0.1;
  if (isAbjad && code === 87) return 0.2;
  return INDEL;
}

const LONGEST = 48;
const rows = new Float64Array((LONGEST + 1) * (LONGEST + 1));

/**
 * How far apart two words sound, in units of one altogether different consonant; 0 for the same sounds.
 * `isAbjad`: at least one of them comes from a script that leaves vowels out. Stops with `Infinity` beyond `limit`.
 */
export function soundDistance(left: Sounds, right: Sounds, { isAbjad = false, limit = 4 } = {}): number {
  const n = Math.min(left.length, LONGEST);
  const m = Math.min(right.length, LONGEST);
  const width = m + 1;
  rows[0] = 0;
  for (let j = 1; j <= m; j++)
    rows[j] = (rows[j - 1] ?? 0) + dropCost(right.charCodeAt(j - 1), j > 1 ? right.charCodeAt(j - 2) : -1, isAbjad);
  for (let i = 1; i <= n; i++) {
    const a = left.charCodeAt(i - 1);
    const dropA = dropCost(a, i > 1 ? left.charCodeAt(i - 2) : -1, isAbjad);
    const base = i * width;
    let least = (rows[base - width] ?? 0) + dropA;
    rows[base] = least;
    for (let j = 1; j <= m; j++) {
      const b = right.charCodeAt(j - 1);
      const before = j > 1 ? right.charCodeAt(j - 2) : -1;
      let substitution = SUBSTITUTION[(a & 127) * SIZE + (b & 127)] ?? 1;
      // Alif at the beginning carries any vowel.
      if (isAbjad && i === 1 && j === 1 && isVowel(a) && isVowel(b)) substitution = Math.min(substitution, 0.1);
      if (isAbjad && substitution > 0.1 && substitution < 1) substitution *= a === 87 || b === 87 ? 0.35 : 0.8;
      let best = (rows[base - width + j - 1] ?? 0) + substitution;
      const up = (rows[base - width + j] ?? 0) + dropA;
      if (up < best) best = up;
      const along = (rows[base + j - 1] ?? 0) + dropCost(b, before, isAbjad);
      if (along < best) best = along;
      rows[base + j] = best;
      if (best < least) least = best;
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
  }
  return rows[n * width + m] ?? Number.POSITIVE_INFINITY;
}
