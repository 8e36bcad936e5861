import { visibleText } from '../text/index.ts';

const SINGLE: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
  ѐ: 'е',
};

const DOTTED = /(?<!\p{L})(?:\p{L}\.){2,}/gu;
// Tatweel, Arabic vowel signs, zero-width and bidi marks: they never tell two names apart.
const INVISIBLE = /[\u0640\u064B-\u0655\u0670\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

// What is no ASCII digit after NFKC.
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;

/** Unicode has the ten digits of a script side by side, from nought. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

const PLAIN = /^[\0-\x7f]*$/;

/** What `foldText` does, for text without a letter beyond ASCII, but for what separates the words: most names of lists, read much faster. */
function foldPlain(text: string): string {
  let folded = text.toLowerCase();
  if (/['`]/.test(folded)) folded = folded.replace(/['`]s(?![a-z0-9])/g, '');
  if (folded.includes('.')) folded = folded.replace(DOTTED, (match) => match.replaceAll('.', ''));
  return folded.replace(/['`]/g, '');
}

const plainWords = (text: string): string[] => foldPlain(text).match(/[a-z0-9]+/g) ?? [];

/**
 * Folds case, width (NFKC), Latin diacritics and apostrophes away; "U.S." becomes `us`, a possessive 's goes.
 * Words are separated by one space; hyphens and other punctuation separate too. The original is never needed back: callers keep it.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return plainWords(text).join(' ');
  return visibleText(text)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(OTHER_DIGITS, (digit) => String(digitOf(digit)))
    .toLowerCase()
    .replace(/[’ʼ‘`´ʹ′]/gu, "'")
    .replace(/'s(?![\p{L}\p{N}])/gu, '')
    .replace(DOTTED, (match) => match.replaceAll('.', ''))
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ßøłæœđðþıёѐ]/gu, (letter) => SINGLE[letter] ?? letter)
    .replace(/'/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Folded words of a text, in order; `[]` when it holds no letter or digit. */
export function foldWords(text: string): string[] {
  if (PLAIN.test(text)) return plainWords(text);
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
}
