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

/** The same for answers that depend on word lists too; one memory for each compiled lexicon. */
export function rememberWith<L extends object, T>(
  find: (word: string, lexicon: L) => T,
): (word: string, lexicon: L) => T {
  const memories = new WeakMap<L, (word: string) => T>();
  return (word, lexicon) => {
    let recall = memories.get(lexicon);
    if (!recall) {
      recall = remember((other) => find(other, lexicon));
      memories.set(lexicon, recall);
    }
    return recall(word);
  };
}
