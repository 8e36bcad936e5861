import { type Sounds, soundsOf } from './sounds.ts';

const LETTERS: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ٱ: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'dh',
  ط: 't',
  ظ: 'dh',
  ع: '3',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ک: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ہ: 'h',
  ھ: 'h',
  ۀ: 'h',
  ة: '4',
  و: 'w',
  ؤ: 'u',
  ي: 'i',
  ی: 'i',
  ى: 'a',
  ې: 'i',
  ئ: 'i',
  ے: 'i',
  ء: '',
  پ: 'p',
  چ: 'ch',
  ژ: 'zh',
  گ: 'g',
  ټ: 't',
  ډ: 'd',
  ړ: 'r',
  ښ: 'sh',
  ځ: 'z',
  څ: 'ts',
  ڼ: 'n',
  ٹ: 't',
  ڈ: 'd',
  ڑ: 'r',
  ں: 'n',
  א: 'a',
  ב: 'b',
  ג: 'g',
  ד: 'd',
  ה: 'h',
  ו: 'w',
  ז: 'z',
  ח: 'kh',
  ט: 't',
  י: 'i',
  כ: 'k',
  ך: 'k',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  ע: '3',
  פ: 'p',
  ף: 'f',
  צ: 'ts',
  ץ: 'ts',
  ק: 'k',
  ר: 'r',
  ש: 'sh',
  ת: 't',
};

const ABJAD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Whether a word is written in a script that leaves short vowels out. */
export const isAbjad = (word: string): boolean => ABJAD.test(word);

/**
 * Consonants and long vowels of an Arabic, Persian, Pashto, Urdu or Hebrew word in Latin letters; ayn and hamza vanish, letters that
 * the languages read differently get the sound between the two ("dh" for what is d in Arabic and z in Persian).
 */
export const romanizeAbjad = (word: string): string =>
  [...word].map((letter) => MARKS[LETTERS[letter] ?? ''] ?? LETTERS[letter] ?? '').join('');

const MARKS: Readonly<Record<string, string>> = { '3': '', '4': 'a' };
const SOUNDS: Readonly<Record<string, Sounds>> = { '3': 'A', '4': 'E' };

/** The sounds of the same word, letter by letter: s and h side by side are no sh. */
export const soundsOfAbjad = (word: string): Sounds =>
  [...word]
    .map((letter) => LETTERS[letter] ?? '')
    .map((latin) => SOUNDS[latin] ?? soundsOf(latin))
    .join('')
    .replace(/(.)\1+/g, '$1');
