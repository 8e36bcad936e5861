const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters and digits that a reader or a scanner takes for one another. */
const LOOK_ALIKE = 'o0l1i1liijuvvymnceceaoqgbhrnfts5z2b8g6';

const NEAR = 0.7;
/** Added for the first letter, which is seldom mistaken. */
const FIRST = 0.25;
const near = new Uint8Array(128 * 128);
function markNear(left: string, right: string): void {
  near[left.charCodeAt(0) * 128 + right.charCodeAt(0)] = 1;
  near[right.charCodeAt(0) * 128 + left.charCodeAt(0)] = 1;
}
KEYBOARD.forEach((row, level) => {
  for (let at = 0; at < row.length; at++) {
    if (at > 0) markNear(row[at] ?? '', row[at - 1] ?? '');
    const below = KEYBOARD[level + 1];
    if (below?.[at]) markNear(row[at] ?? '', below[at] ?? '');
    if (at > 0 && below?.[at - 1]) markNear(row[at] ?? '', below[at - 1] ?? '');
  }
});
for (let at = 0; at + 1 < LOOK_ALIKE.length; at += 2) markNear(LOOK_ALIKE[at] ?? '', LOOK_ALIKE[at + 1] ?? '');

const LONGEST = 48;
const rows = new Float64Array((LONGEST + 1) * (LONGEST + 1));

/**
 * Slips of the pen between two lower-case Latin words: letters left out, added, changed or swapped, about 1 each; less for a
 * doubled letter (0.4), a swap (0.75) and for letters that lie side by side on a keyboard or look alike (0.7).
 * A first letter is seldom mistaken: it costs a quarter as much again.
 */
export function spellingDistance(left: string, right: string): number {
  const n = Math.min(left.length, LONGEST);
  const m = Math.min(right.length, LONGEST);
  const width = m + 1;
  for (let j = 0; j <= m; j++) rows[j] = j === 0 ? 0 : j + FIRST;
  for (let i = 1; i <= n; i++) {
    const a = left.charCodeAt(i - 1);
    const base = i * width;
    rows[base] = i + FIRST;
    for (let j = 1; j <= m; j++) {
      const b = right.charCodeAt(j - 1);
      const first = i === 1 && j === 1 ? 1 + FIRST : 1;
      let best =
        (rows[base - width + j - 1] ?? 0) + (a === b ? 0 : first * (near[(a & 127) * 128 + (b & 127)] ? NEAR : 1));
      best = Math.min(best, (rows[base - width + j] ?? 0) + (i > 1 && a === left.charCodeAt(i - 2) ? 0.4 : 1));
      best = Math.min(best, (rows[base + j - 1] ?? 0) + (j > 1 && b === right.charCodeAt(j - 2) ? 0.4 : 1));
      if (i > 1 && j > 1 && a === right.charCodeAt(j - 2) && b === left.charCodeAt(i - 2))
        best = Math.min(best, (rows[base - 2 * width + j - 2] ?? 0) + 0.75);
      rows[base + j] = best;
    }
  }
  return rows[n * width + m] ?? Number.POSITIVE_INFINITY;
}
