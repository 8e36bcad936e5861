import type { NamePart } from '../../names/index.ts';

type Word = Pick<NamePart, 'latin' | 'concept' | 'role'>;

/** Letters that a word of a known meaning may give to an abbreviation in any language, by concept. */
export type Initials = ReadonlyMap<string, readonly string[]>;

const COMPANY: readonly string[] = ['k', 'c'];

/** How many letters of an abbreviation, from `at`, a word accounts for; 0 when it is another. */
export function lettersTaken(word: Word, abbreviation: string, at: number, initials: Initials): number {
  if (word.role === 'legal' && word.concept !== 'company') return 0;
  const own = word.role === 'legal' ? COMPANY : word.concept === null ? [] : (initials.get(word.concept) ?? []);
  let most = word.role !== 'legal' && abbreviation[at] === word.latin[0] ? 1 : 0;
  for (const letters of own) if (letters.length > most && abbreviation.startsWith(letters, at)) most = letters.length;
  return most;
}
