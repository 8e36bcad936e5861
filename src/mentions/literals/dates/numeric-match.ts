import type { Scan } from '../scan.ts';

/** What a sticky pattern matches in the text at a piece, when its match ends with a piece: its groups, and the piece behind. */
export function matchAt(
  scan: Scan,
  at: number,
  pattern: RegExp,
): { readonly groups: readonly string[]; readonly to: number } | null {
  const piece = scan.pieces[at];
  if (!piece) return null;
  pattern.lastIndex = piece.start;
  const match = pattern.exec(scan.text);
  if (!match) return null;
  const end = piece.start + match[0].length;
  let to = at;
  while ((scan.pieces[to]?.end ?? Number.POSITIVE_INFINITY) <= end) to += 1;
  return scan.pieces[to - 1]?.end === end ? { groups: match.slice(1).map((group) => group ?? ''), to } : null;
}

/** Two-digit years are read as 1970 to 2069. */
export function fullYear(written: string): number {
  const year = Number(written);
  return written.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}
