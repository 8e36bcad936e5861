import { COMMON_HAN, LATIN_LANGUAGES, SCRIPT_LETTERS } from './letters.ts';

/**
 * How much a decoded text looks like writing rather than like bytes read with the wrong table.
 * A wrong table betrays itself within a few dozen characters: symbols inside words, capitals after small letters, two
 * scripts in one word, letters that are rare in the language or that no one language has together.
 */
const SAMPLE = 20_000;

const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const LATIN = /\p{Script=Latin}/u;
const PUNCTUATION = /[«»“”„‘’–—…№§°©®€£\u00a0·•‚‹›¡¿]/;
const CONTROL = /[\ufffd\u0000-\u0008\u000e-\u001a\u001c-\u001f\u0080-\u009f\ue000-\uf8ff]/;

/** Mean score of the characters that are not ASCII: about -6 (wrong) to 1 (right); 0 when there are none. */
export function scorePlausibility(
  decoded: string,
  scoreLetter: (letter: string) => number = letterScorer(decoded),
): number {
  const text = decoded.slice(0, SAMPLE);
  let score = 0;
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const here = text[i] ?? '';
    if (here <= '\u007f' && !CONTROL.test(here)) continue;
    seen += 1;
    score += scoreCharacter(text[i - 1] ?? '', here, text[i + 1] ?? '', scoreLetter);
  }
  return seen === 0 ? 0 : score / seen;
}

function scoreCharacter(before: string, here: string, after: string, scoreLetter: (letter: string) => number): number {
  if (CONTROL.test(here)) return -6;
  // Vowels and tones of Thai and its like hang on the letter before them.
  if (MARK.test(here)) return LETTER.test(before) || MARK.test(before) ? 0.5 : -2;
  if (!LETTER.test(here)) {
    // An apostrophe may stand inside a word; hardly anything else does.
    if (here !== '’' && LETTER.test(before) && LETTER.test(after) && !isIdeographic(before)) return -3;
    return PUNCTUATION.test(here) || isIdeographic(here) ? 0.3 : -1;
  }
  const caseBreak = LOWER.test(before) && UPPER.test(here) ? 2.5 : 0;
  return scoreLetter(here) - caseBreak - 1.5 * (clashes(before, here) + clashes(here, after));
}

/** 1 when two neighbours belong to scripts that do not meet in a word. */
function clashes(left: string, right: string): number {
  if (!LETTER.test(left) || !LETTER.test(right)) return 0;
  return LATIN.test(left) === LATIN.test(right) ? 0 : 1;
}

const isIdeographic = (character: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u.test(character);

/** How well letters fit: by rank in their script, for Latin by the one language that covers most of them. */
function letterScorer(decoded: string): (letter: string) => number {
  const found = new Map<string, number>();
  for (const [letter] of decoded
    .slice(0, SAMPLE)
    .toLowerCase()
    .matchAll(/[^\u0000-\u007f]/g)) {
    if (LATIN.test(letter)) found.set(letter, (found.get(letter) ?? 0) + 1);
  }
  const covered = (language: string) =>
    [...found].reduce((sum, [letter, n]) => (language.includes(letter) ? sum + n : sum), 0);
  const best = LATIN_LANGUAGES.reduce((a, b) => (covered(b) > covered(a) ? b : a), '');
  return (letter) => {
    const lower = letter.toLowerCase();
    if (LATIN.test(letter))
      return best.includes(lower) ? 1 : LATIN_LANGUAGES.some((l) => l.includes(lower)) ? -0.2 : -1;
    const letters = SCRIPT_LETTERS.find(([script]) => script.test(letter))?.[1];
    const rank = letters?.indexOf(lower) ?? -1;
    return rank < 0 ? -1 : rank < 12 ? 1 : rank < 24 ? 0.5 : 0.1;
  };
}

/** Score of one East Asian character for a table that serves `language`. */
export const scoreEastAsian: Readonly<Record<'zh' | 'ja' | 'ko', (letter: string) => number>> = {
  zh: (letter) => (COMMON_HAN.includes(letter) ? 1 : /\p{Script=Han}/u.test(letter) ? 0 : -2),
  ja: (letter) => {
    if (/[\uff61-\uff9f]/.test(letter)) return -1.5;
    if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) return 1;
    return COMMON_HAN.includes(letter) ? 0.8 : /\p{Script=Han}/u.test(letter) ? 0 : -2;
  },
  ko: (letter) => (/\p{Script=Hangul}/u.test(letter) ? 1 : -1),
};
