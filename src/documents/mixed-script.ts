import type { Problem } from '../model/index.ts';
import { findMixedWords, foreignLetters } from '../text/index.ts';
import { problemsBy } from './reader.ts';

const problem = problemsBy('documents/unicode');

/** Words named one by one; more are only counted. */
const NAMED = 20;

/**
 * Words in which letters of another script stand for those they look like, as notes with spans: they stay in the text and
 * in every quotation. Returns [] when there is none.
 */
export function findMixedScript(text: string): Problem[] {
  const words = findMixedWords(text);
  const named = words.slice(0, NAMED).map((span) => {
    const word = text.slice(span.start, span.end);
    const detail = `"${word}" mixes letters of two scripts that look alike (${foreignLetters(word)}); it is not the word that it seems to be.`;
    return problem('mixed-script', 'note', detail, span);
  });
  const more = words.length - named.length;
  return more > 0
    ? [...named, problem('mixed-script', 'note', `There are ${more} more words that mix scripts.`)]
    : named;
}
