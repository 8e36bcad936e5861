import type { ListedNameReading, NamePart } from './part.ts';
import type { PartLexicon } from './part-lexicon.ts';
import { readParts } from './read-parts.ts';

/** A name read one way, ready for comparison. */
export interface ComparableName {
  readonly text: string;
  readonly reading: ListedNameReading;
  readonly parts: readonly NamePart[];
  /** Each part written together with the next, or `null` when nobody would write them so. */
  readonly joined: readonly (NamePart | null)[];
}

/** Words beyond these are not compared: no name has more, and hostile input must not cost more. */
const MOST_WORDS = 24;
const LONGEST_TEXT = 400;

/** Reads `text`, at most 400 characters and 24 words of it; `parts` is empty when it has no letter or digit. */
export function readComparable(text: string, reading: ListedNameReading, lexicon: PartLexicon): ComparableName {
  const parts = readParts(text.slice(0, LONGEST_TEXT), reading, lexicon).slice(0, MOST_WORDS);
  const joined = parts.map((part, at) => {
    const next = parts[at + 1];
    return next ? joinParts(part, next) : null;
  });
  return { text, reading, parts, joined };
}

const LONGEST_JOINED = 32;
const APART: ReadonlySet<string> = new Set(['initial', 'number', 'title']);

/** Two neighbouring words as one, or `null` when nobody would write them together. */
export function joinParts(left: NamePart, right: NamePart): NamePart | null {
  const latin = left.latin + right.latin;
  if (left.text === right.text || latin.length > LONGEST_JOINED || latin.length < 4) return null;
  if (APART.has(left.role) || APART.has(right.role)) return null;
  if (left.isAbjad !== right.isAbjad || /\d/.test(latin)) return null;
  return {
    text: `${left.text} ${right.text}`,
    latin,
    sounds: left.sounds + right.sounds,
    role: 'name',
    concept: null,
    isAbjad: left.isAbjad,
    isLookAlike: false,
    otherSounds: null,
  };
}
