import { detect } from 'tinyld';

/** Fewer letters than this do not show a language; a guess would look like knowledge. */
const LETTERS_NEEDED = 40;
/** More text than this makes the answer no better, only slower. */
const SAMPLE = 1_500;

/** ISO 639-1 code of the language most of the text's beginning is in, `und` when undetermined. */
export function detectLanguage(text: string): string {
  const sample = text
    .slice(0, 4 * SAMPLE)
    .replace(/[^\p{L}\p{M}\s'’-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  // A Han character says about as much as two letters.
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (letters + han < LETTERS_NEEDED) return 'und';
  return detect(sample) || 'und';
}
