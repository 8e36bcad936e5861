import type { PartLexicon } from '../parts/part-lexicon.ts';

/** Whether the lists of variants know both words, or the given names that family names in -i are made of, and know them as two names. Takes Latin letters. */
export function areOtherNames(left: string, right: string, { variants }: Pick<PartLexicon, 'variants'>): boolean {
  const known = variants.get(left) ?? [];
  if (known.length > 0) return areApart(known, variants.get(right) ?? []);
  if (!left.endsWith('i') || !right.endsWith('i')) return false;
  const given = (word: string): readonly number[] => variants.get(word.slice(0, -1)) ?? [];
  return areApart(given(left), given(right));
}

const areApart = (left: readonly number[], right: readonly number[]): boolean =>
  left.length > 0 && right.length > 0 && !left.some((line) => right.includes(line));
