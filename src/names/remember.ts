const LONGEST_MEMORY = 200_000;

/** `find` with a memory of its answers: the words of names come again and again. A full memory is emptied. */
export function remember<T>(find: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const old = known.get(word);
    if (old !== undefined) return old;
    const found = find(word);
    if (known.size > LONGEST_MEMORY) known.clear();
    known.set(word, found);
    return found;
  };
}

/** The same for answers that depend on word lists too: a memory for each compiled lexicon. */
export function rememberWith<L extends object, T>(
  find: (word: string, lexicon: L) => T,
): (word: string, lexicon: L) => T {
  const memories = new WeakMap<L, (word: string) => T>();
  let last: { readonly lexicon: L; readonly recall: (word: string) => T } | null = null;
  return (word, lexicon) => {
    if (last?.lexicon === lexicon) return last.recall(word);
    const recall = memories.get(lexicon) ?? remember((other) => find(other, lexicon));
    memories.set(lexicon, recall);
    last = { lexicon, recall };
    return recall(word);
  };
}

/** `find`, asked once for each object. */
export function rememberFor<K extends object, T>(find: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
