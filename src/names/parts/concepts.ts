import type { Row } from '../../model/index.ts';
import { foldText } from '../fold.ts';
import { romanize } from '../romanize.ts';
import { soundKey } from '../sound-key.ts';

/** A field of words that lists put for one another, and how near two of them are (0..1). */
export interface Field {
  readonly name: string;
  readonly near: number;
}

const SHORTEST_SPELT = 6;

/** Sound keys of long Latin words: "khayriyya" and "khairiyah", "muassasat" and "mu'assassat" are one word. */
export function compileSpellings(rows: readonly Row[]): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const [concept = '', words = ''] of rows) {
    for (const word of words.split(' ').map(foldText)) {
      const key = /^[a-z]+$/.test(word) && word.length >= SHORTEST_SPELT ? soundKey(word) : '';
      if (key.length >= SHORTEST_SPELT - 1 && !spellings.has(key)) spellings.set(key, concept);
    }
  }
  return spellings;
}

const DIGRAPH = /^(?:shch|ts|ch|sh|zh|kh|yu|ya)/;

/** Letters that a word of a concept gives to an abbreviation: in English, then in Russian. */
export function compileInitials(rows: readonly Row[]): Map<string, string[]>[] {
  const initials = new Map<string, Set<string>>();
  for (const [concept = '', words = '', letters = ''] of rows) {
    const own = initials.get(concept) ?? new Set<string>();
    for (const word of words.split(' ').filter((text) => /^\p{Script=Cyrillic}/u.test(text))) {
      const latin = romanize(foldText(word));
      own.add(DIGRAPH.exec(latin)?.[0] ?? latin.charAt(0));
    }
    if (letters !== '') own.add(letters);
    initials.set(concept, own);
  }
  return [
    new Map(rows.map(([concept = '']) => [concept, [concept.charAt(0)]])),
    new Map([...initials].map(([concept, own]) => [concept, [...own].filter((text) => text !== '')])),
  ];
}

/** Fields by concept, from rows of name, nearness and concepts. */
export function compileFields(rows: readonly Row[]): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  for (const [name = '', near = '', concepts = ''] of rows)
    for (const concept of concepts.split(' '))
      fields.set(concept, [...(fields.get(concept) ?? []), { name, near: Number(near) }]);
  return fields;
}
