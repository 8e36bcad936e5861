import type { Row } from '../model/index.ts';
import { foldText } from './fold.ts';
import { romanize } from './romanize.ts';
import { soundKey } from './sound-key.ts';

const LONGEST_ENDING = 4;
const ONE_CHARACTER = /^\p{Script=Han}$/u;
const SHORTEST_STEM = 3;

/**
 * Words -> concept, from rows of `concept <tab> words separated by spaces`.
 * A final `*` stands for any ending of up to four letters, a leading `*` for any beginning (compounds);
 * a word written in another script also stands for its romanisations, from four letters up.
 */
export class WordTable {
  readonly #words = new Map<string, string>();
  readonly #keys = new Map<string, string>();
  readonly #stems = new Map<string, string>();
  /** First letters of the stems: most words begin otherwise and need not be cut at all. */
  readonly #heads = new Set<string>();
  readonly #inner: (readonly [part: string, open: boolean, concept: string])[] = [];

  constructor(rows: readonly Row[], separator = ' ') {
    for (const [concept, words] of rows) {
      if (concept === undefined || words === undefined) continue;
      for (const word of words.split(separator)) this.#add(word.trim(), concept);
    }
  }

  #add(word: string, concept: string): void {
    const folded = foldText(word.replaceAll('*', ''));
    if (folded === '') return;
    const open = word.endsWith('*');
    if (word.startsWith('*')) {
      this.#inner.push([folded, open, concept]);
      return;
    }
    if (open) this.#addStem(folded, concept);
    else if (!this.#words.has(folded)) this.#words.set(folded, concept);
    // One character reads like dozens of others: a company called Hong is not red.
    if (ONE_CHARACTER.test(folded)) return;
    const latin = romanize(folded);
    if (latin === folded) return;
    const key = soundKey(latin);
    if (key.length < 4) return;
    if (open) this.#addStem(key, concept);
    else if (!this.#keys.has(key)) this.#keys.set(key, concept);
  }

  #addStem(stem: string, concept: string): void {
    if (this.#stems.has(stem)) return;
    this.#stems.set(stem, concept);
    this.#heads.add(stem.slice(0, SHORTEST_STEM));
  }

  /** The concept of a folded word (its sound key helps with romanisations), or `null`. */
  find(folded: string, key = ''): string | null {
    return (
      this.#words.get(folded) ?? this.#keys.get(key) ?? this.#stem(folded) ?? this.#stem(key) ?? this.#compound(folded)
    );
  }

  #stem(word: string): string | null {
    if (!this.#heads.has(word.slice(0, SHORTEST_STEM))) return null;
    for (let cut = 0; cut <= LONGEST_ENDING && word.length - cut >= SHORTEST_STEM; cut++) {
      const concept = this.#stems.get(word.slice(0, word.length - cut));
      if (concept !== undefined) return concept;
    }
    return null;
  }

  #compound(word: string): string | null {
    for (const [part, open, concept] of this.#inner) {
      const at = word.lastIndexOf(part);
      if (at < 0) continue;
      const rest = word.length - at - part.length;
      if (open ? rest <= LONGEST_ENDING : rest === 0) return concept;
    }
    return null;
  }
}
