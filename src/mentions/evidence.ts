import { stemOf } from './stem.ts';
import { isCommonWord, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

/** What the whole document says about its capital letters: a word that is written small elsewhere is no name. */
export interface Evidence {
  /** Times a word has a capital letter where none was forced. */
  readonly capital: ReadonlyMap<string, number>;
  readonly small: ReadonlyMap<string, number>;
  /** Stems of inflected words that are written small somewhere. */
  readonly smallStems: ReadonlySet<string>;
  /** ISO 639-1. */
  readonly language: string;
  /** Share of nouns for weapons among all words tells what a model number is likely to be. */
  readonly weapons: number;
}

export function evidenceOf(sentences: readonly Sentence[], language: string, vocabulary: Vocabulary): Evidence {
  let weapons = 0;
  const capital = new Map<string, number>();
  const small = new Map<string, number>();
  const smallStems = new Set<string>();
  for (const sentence of sentences) {
    for (const word of sentence.words) {
      if (vocabulary.classNouns.get(word.lower) === 'weapon') weapons++;
      if (word.kind === 'lower') {
        small.set(word.lower, (small.get(word.lower) ?? 0) + 1);
        if (word.lower.length > 4 && CYRILLIC.test(word.lower)) smallStems.add(stemOf(word.lower));
      }
      if (word.kind === 'name' && !word.forced && !sentence.titleCase)
        capital.set(word.lower, (capital.get(word.lower) ?? 0) + 1);
    }
  }
  return { capital, small, smallStems, language, weapons };
}

const CYRILLIC = /^\p{Script=Cyrillic}/u;

/** A Cyrillic word that stands small elsewhere in any of its cases. */
export function isSmallElsewhere(lower: string, evidence: Evidence): boolean {
  return lower.length > 4 && CYRILLIC.test(lower) && evidence.smallStems.has(stemOf(lower));
}

/** Capital letters inside or throughout, or digits: not an ordinary word even where a capital is forced. */
export function isMarked(word: Word): boolean {
  return /^\p{Lu}[\p{L}.]*\p{Lu}|\p{N}|^\p{Ll}+\p{Lu}|-\p{Lu}/u.test(word.text);
}

/**
 * Whether a capitalised word where any word would have a capital may still begin a name:
 * it is written so elsewhere and hardly ever small, or it is no common word and never small.
 */
export function mayBeName(word: Word, evidence: Evidence, vocabulary: Vocabulary): boolean {
  if (vocabulary.starters.has(word.lower) || vocabulary.calendar.has(word.lower)) return false;
  if (isMarked(word)) return true;
  const capital = evidence.capital.get(word.lower) ?? 0;
  const small = evidence.small.get(word.lower) ?? 0;
  if (small > capital) return false;
  if (capital > 0) return true;
  // The list of common words is English (and German): elsewhere a forced capital alone tells nothing.
  if (evidence.language !== 'en' && evidence.language !== 'und') return false;
  return !isCommonWord(word.lower, vocabulary);
}
