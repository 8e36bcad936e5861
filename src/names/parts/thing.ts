import { type NamePart, type PartRole, partOf } from './part.ts';
import type { PartLexicon } from './part-lexicon.ts';
import { phraseAt } from './phrases.ts';
import { type FoldedWord, foldOtherWords } from './read-words.ts';

const LETTERS_AND_DIGITS = /(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;

/** Reads the name of a ship or an aircraft; "M/T" and "(tanker)" are no part of it, digits are words of their own. */
export function readThing(text: string, lexicon: PartLexicon): NamePart[] {
  const words = foldOtherWords(text);
  const texts = words.map(({ text: word }) => word);
  const parts: NamePart[] = [];
  for (let at = 0; at < words.length; ) {
    const beside = phraseAt(texts, at, lexicon.vesselWords);
    const isBeside =
      beside !== null && beside.length < words.length && (at === 0 || at + beside.length === words.length);
    const length = isBeside ? beside.length : 1;
    for (const word of words.slice(at, at + length)) parts.push(...toParts(word, isBeside ? 'title' : 'name', lexicon));
    at += length;
  }
  const numbered = numberLast(parts);
  return numbered.some(({ role }) => role === 'name')
    ? numbered
    : parts.map((part) => ({ ...part, role: 'name' as const }));
}

/** "Aurelia V" is another ship than "Aurelia I": a Roman number at the end. */
function numberLast(parts: readonly NamePart[]): NamePart[] {
  const last = parts.findLastIndex(({ role }) => role !== 'title');
  const isAfterName = parts.slice(0, Math.max(0, last)).some(({ role }) => role === 'name');
  return parts.map((part, at) => {
    const digits = at === last && isAfterName && part.role !== 'number' ? ROMAN_DIGITS[part.text] : undefined;
    return digits === undefined ? part : { ...part, latin: digits, sounds: digits, role: 'number', concept: null };
  });
}

const ROMAN_DIGITS: Readonly<Record<string, string>> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
};

function toParts({ text, marked, isLookAlike }: FoldedWord, role: PartRole, lexicon: PartLexicon): NamePart[] {
  return text.split(LETTERS_AND_DIGITS).map((piece) => {
    const spelled = lexicon.spell(piece, piece === text ? marked : piece);
    const concept = role === 'name' ? (lexicon.meaning(piece)?.concept ?? null) : null;
    if (/^\p{N}+$/u.test(piece)) return partOf(piece, spelled, { role: 'number', isLookAlike });
    if (concept === 'small-word') return partOf(piece, spelled, { role: 'particle', isLookAlike });
    return partOf(piece, spelled, { role, concept, isLookAlike });
  });
}
