import { isLegalForm } from './heads.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/**
 * All German nouns have capitals: a name opens with an acronym, a known or given name, after a title or a word such as "Firma",
 * or a few words before a legal form.
 */
export function opensGerman(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const word = words[at];
  if (!word) return false;
  if (/^\p{Lu}{2,}|^\p{L}[\p{Ll}]*\p{Lu}|\p{N}/u.test(word.text) || vocabulary.givenNames.has(word.lower)) return true;
  if (vocabulary.knownNames.has(word.text) || vocabulary.places.get(word.lower)?.kind === 'country') return true;
  if (vocabulary.germanWords.has(word.lower)) return false;
  const before = words[at - 1];
  if (
    before &&
    !vocabulary.germanWords.has(word.lower) &&
    (vocabulary.titles.has(before.lower) || vocabulary.classNouns.has(before.lower))
  ) {
    return before.kind === 'name' && word.spaced;
  }
  for (let to = at + 1; to < words.length && to <= at + 5; to++) {
    // "Roe Muster, 59, ...": an age stands behind people.
    const aged =
      words[to]?.text === ',' && to > at + 1 && /^[1-9]\d$/.test(words[to + 1]?.text ?? '') && !words[to + 2]?.spaced;
    if (aged) return true;
    if (words[to]?.kind !== 'name') break;
    if (
      isLegalForm(words, to, vocabulary) ||
      /^(?:Company|Group|Trading|Corporation|Holding|Industries|Technologies)$/.test(words[to]?.text ?? '')
    )
      return true;
  }
  return false;
}

/** A German name goes on with a legal form, another part of a person's name or before a legal form; not with any noun. */
export function goesOnInGerman(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): boolean {
  const next = words[to + 1];
  const first = words[from];
  if (!next || !first) return false;
  if (vocabulary.germanWords.has(next.lower) || vocabulary.places.get(next.lower)?.kind === 'country') return false;
  if (isLegalForm(words, to + 1, vocabulary) || opensGerman(words, to + 1, vocabulary)) return true;
  return vocabulary.givenNames.has(words[to]?.lower ?? '') || (vocabulary.heads.has(next.lower) && to - from < 4);
}
