/** Phrases by their first word, longest first; each with what it stands for. */
export type Phrases<T> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;

/** Phrases from pairs of folded words and a value; the first of equal phrases wins. */
export function compilePhrases<T>(pairs: readonly (readonly [words: readonly string[], value: T])[]): Phrases<T> {
  const phrases = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [words, value] of pairs) {
    const [first] = words;
    if (first === undefined) continue;
    const known = phrases.get(first);
    if (known) known.push({ words, value });
    else phrases.set(first, [{ words, value }]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

/** The longest phrase that stands at `at`, or `null`. */
export function phraseAt<T>(
  words: readonly string[],
  at: number,
  phrases: Phrases<T>,
): { readonly length: number; readonly value: T } | null {
  const known = phrases.get(words[at] ?? '');
  if (!known) return null;
  for (const { words: phrase, value } of known) {
    if (phrase.every((word, offset) => words[at + offset] === word)) return { length: phrase.length, value };
  }
  return null;
}
