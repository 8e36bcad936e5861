import type { Word } from './words.ts';

/** Phrases of one or more words with a value each, for longest-match look-up. */
export interface Phrases<T> {
  readonly values: ReadonlyMap<string, T>;
  /** First word -> the most words a phrase with it has. */
  readonly longest: ReadonlyMap<string, number>;
}

export function phrasesOf<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const values = new Map<string, T>();
  const longest = new Map<string, number>();
  for (const [phrase, value] of entries) {
    values.set(phrase, value);
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  return { values, longest };
}

/** The longest phrase that begins at word `at`: its value and its last word; `null` when none does. Punctuation and possessives end it. */
export function phraseAt<T>(
  words: readonly Word[],
  at: number,
  phrases: Phrases<T>,
): { readonly value: T; readonly to: number } | null {
  const first = words[at];
  const most = first === undefined ? undefined : phrases.longest.get(first.lower);
  if (first === undefined || most === undefined) return null;
  let phrase = '';
  let best: { value: T; to: number } | null = null;
  for (let to = at; to < words.length && to < at + most; to++) {
    const word = words[to];
    if (!word || word.kind === 'punctuation' || word.kind === 'number') break;
    phrase = to > at ? `${phrase} ${word.lower}` : word.lower;
    const value = phrases.values.get(phrase);
    if (value !== undefined) best = { value, to };
    if (word.possessive || word.hyphened) break;
  }
  return best;
}
