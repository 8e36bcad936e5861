import { readHeadNoun } from './head-noun.ts';
import type { Scan } from './scan.ts';

/** What an English "m" glued to a number means: a million of the noun behind it, metres, or neither for sure. */
export type MillionReading =
  | { readonly reading: 'counted'; readonly unit: string }
  | { readonly reading: 'measured' | 'open' };

/** Reads the letter at a piece ("3.2m rounds", "12m wide", "6m pipes"), or `null` when it is no such letter. */
export function readMillion(scan: Scan, at: number): MillionReading | null {
  const letter = scan.pieces[at];
  if (scan.language !== 'en' || !letter?.glued || !/^[mM]$/.test(letter.text)) return null;
  const { millionNouns } = scan.vocabulary;
  if (millionNouns.get(scan.pieces[at + 1]?.lower ?? '') === 'measured') return { reading: 'measured' };
  const unit = readHeadNoun(scan, at + 1, 'many')?.unit ?? '';
  if (unit === '') return { reading: 'measured' };
  return millionNouns.get(unit) === 'counted' ? { reading: 'counted', unit } : { reading: 'open' };
}
