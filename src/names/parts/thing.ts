import { type NamePart, type PartRole, partOf } from './part.ts';
import type { PartLexicon } from './part-lexicon.ts';
import { phraseAt } from './phrases.ts';
import { type FoldedWord, foldOtherWords } from './read-words.ts';
import { readLast } from './roman.ts';

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
  const numbered = [...readLast(parts, 'name')];
  return numbered.some(({ role }) => role === 'name')
    ? numbered
    : parts.map((part) => ({ ...part, role: 'name' as const }));
}

function toParts({ text, marked, isLookAlike }: FoldedWord, role: PartRole, lexicon: PartLexicon): NamePart[] {
  return text.split(LETTERS_AND_DIGITS).map((piece) => {
    const spelled = lexicon.spell(piece, piece === text ? marked : piece);
    const concept = role === 'name' ? (lexicon.meaning(piece)?.concept ?? null) : null;
    if (/^\p{N}+$/u.test(piece)) return partOf(piece, spelled, { role: 'number', isLookAlike });
    // A letter of a designation ("K-2 E") is part of it, whatever it means elsewhere.
    if (concept === 'small-word') {
      const own = text === piece ? 'particle' : role;
      return partOf(piece, spelled, { role: own, isLookAlike });
    }
    return partOf(piece, spelled, { role, concept, isLookAlike });
  });
}
