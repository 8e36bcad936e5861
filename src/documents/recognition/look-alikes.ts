import type { RecognisedWord } from './recogniser.ts';

/** Letters that look alike in print, pair by pair. */
const LATIN = 'aceiopxyABCEHIKMOPTXY';
const CYRILLIC = 'асеіорхуАВСЕНІКМОРТХУ';
const LETTER = { latin: /\p{Script=Latin}/u, cyrillic: /\p{Script=Cyrillic}/u };
type Script = keyof typeof LETTER;

const swap = (text: string, from: string, to: string): string =>
  [...text].map((letter) => to[from.indexOf(letter)] ?? letter).join('');
const count = (text: string, script: Script): number =>
  [...text].filter((letter) => LETTER[script].test(letter)).length;

/** The text with every letter of the other script exchanged for its look-alike, or `null` when one of them has none. */
function inScript(text: string, script: Script): string | null {
  const [other, from, to] =
    script === 'latin' ? (['cyrillic', CYRILLIC, LATIN] as const) : (['latin', LATIN, CYRILLIC] as const);
  const swapped = swap(text, from, to);
  return LETTER[other].test(swapped) ? null : swapped;
}

/** The script that a text is in beyond doubt: it has letters of it that the other script has nothing like. */
function plainScript(text: string): Script | null {
  const isLatin = LETTER.latin.test(text) && inScript(text, 'cyrillic') === null;
  const isCyrillic = LETTER.cyrillic.test(text) && inScript(text, 'latin') === null;
  return isLatin === isCyrillic ? null : isLatin ? 'latin' : 'cyrillic';
}

/**
 * The words of a line with each in one script where letters of two look alike: on paper nothing tells a Cyrillic from a
 * Latin "a", so that the engine, when it expects both, picks either. A word goes by its own plain letters, a word of
 * look-alikes alone by the line. Words that are truly mixed stay.
 */
export function settleScripts(words: readonly RecognisedWord[]): RecognisedWord[] {
  const line = words.map(({ text }) => text).join(' ');
  const [latin, cyrillic] = [count(line, 'latin'), count(line, 'cyrillic')];
  if (latin === 0 || cyrillic === 0) return [...words];
  const usual: Script = latin >= cyrillic ? 'latin' : 'cyrillic';
  return words.map((word) => ({ ...word, text: inScript(word.text, plainScript(word.text) ?? usual) ?? word.text }));
}
