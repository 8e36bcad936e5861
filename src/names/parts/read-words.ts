import { foldWords } from '../fold.ts';
import { unmixWords } from '../sounds/look-alikes.ts';

/** Words of a name, folded; `marked` keeps the marks of Latin letters ("č"). */
export interface FoldedWord {
  readonly text: string;
  readonly marked: string;
  /** Stands before the comma of "SURNAME, Given". */
  readonly beforeComma: boolean;
  /** Letters of several alphabets stood in it or beside it and were read as the Latin ones they look like. */
  readonly isLookAlike: boolean;
  /** How it is read in Latin letters where it stands, if otherwise than elsewhere; the customary reading first. */
  readonly readings?: readonly string[];
}

const PLAIN = /^[\0-\x7f]*$/;
const MARKS = /[\u00c0-\u024f]/;
const APOSTROPHES = /[’ʼ‘`´ʹ′ʻʾʿ']/gu;
const INITIALS = /(?<![\p{L}.])(?:\p{Lu}[\p{Ll}]?\.[ -]?)+(?=\p{L}|$|\s|,)/gu;

const markedWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

function foldPart(text: string, beforeComma: boolean): FoldedWord[] {
  const words = foldWords(text);
  if (PLAIN.test(text)) return words.map((word) => ({ text: word, marked: word, beforeComma, isLookAlike: false }));
  const unmixed = unmixWords(words);
  const marked = MARKS.test(text) ? markedWords(text) : words;
  return words.map((word, at) => {
    const plain = unmixed[at] ?? null;
    const own = marked.length === words.length ? (marked[at] ?? word) : word;
    return { text: plain ?? word, marked: plain ?? own, beforeComma, isLookAlike: plain !== null };
  });
}

/** Folds a person's name; dotted initials fall apart, and what stands before the only comma is remembered as the surname. */
export function foldPersonWords(text: string): FoldedWord[] {
  const spaced = text.includes('.')
    ? text.replace(INITIALS, (run) => `${run.replaceAll('.', ' ').replaceAll('-', ' ')} `)
    : text;
  const comma = spaced.indexOf(',');
  if (comma < 0) return foldPart(spaced, false);
  const [surname, given] = [foldPart(spaced.slice(0, comma), true), foldPart(spaced.slice(comma + 1), false)];
  // "RAHMAN, Abdul": the first half of the name stands behind the comma.
  return /^(?:abd|abd[aeou][lr]?|abdoul)$/.test(given.at(-1)?.text ?? '')
    ? [...given, ...surname]
    : [...surname, ...given];
}

/** Folds the name of an organisation or a thing. */
export const foldOtherWords = (text: string): FoldedWord[] => foldPart(text.replaceAll('№', ' № '), false);
