import { detect } from 'tinyld';

/** Fewer letters than this do not show a language; a guess would look like knowledge. */
const LETTERS_NEEDED = 40;
/** More text than this makes the answer no better, only slower. */
const SAMPLE = 1_500;

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/**
 * ISO 639-1 code of the language most of the text's beginning is in, `und` when undetermined.
 * Capitalised words are left out where enough others remain: foreign names say nothing about the language around them.
 */
export function detectLanguage(text: string): string {
  const words = text
    .slice(0, 8 * SAMPLE)
    .replace(/[^\p{L}\p{M}\s'’-]+/gu, ' ')
    .split(/\s+/);
  const plain = words.filter((word) => !/^\p{Lu}/u.test(word)).join(' ');
  const sample = (lettersIn(plain) >= LETTERS_NEEDED ? plain : words.join(' ')).slice(0, SAMPLE);
  // A Han character says about as much as two letters.
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (lettersIn(sample) + han < LETTERS_NEEDED) return 'und';
  return detect(sample) || 'und';
}
