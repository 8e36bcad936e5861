import type { Sounds } from '../sounds/sounds.ts';
import type { SpelledWord } from './spell.ts';

export const PART_ROLES = [
  'name',
  'patronymic',
  'initial',
  'number',
  'place',
  'generic',
  'particle',
  'legal',
  'title',
  'aside',
] as const;
/**
 * What a word does in a listed name. `name` tells it from others; `generic` says what kind of organisation it is;
 * `particle` covers articles, kinship particles and small words; `aside` is whom an organisation is named after, and where it sits.
 */
export type PartRole = (typeof PART_ROLES)[number];

/** A word of a name, ready for comparison with words of any script. */
export interface NamePart {
  /** Folded, in the script it was written in; for an abbreviation spelled out, the word it stands for. */
  readonly text: string;
  /** Lower-case Latin letters and digits. */
  readonly latin: string;
  readonly sounds: Sounds;
  /** Sounds in another reading of its letters, or `null`. */
  readonly otherSounds: Sounds | null;
  readonly role: PartRole;
  /** What a word with a known meaning means, whatever its language; else `null`. */
  readonly concept: string | null;
  /** From a script that leaves short vowels out. */
  readonly isAbjad: boolean;
  /** Letters of several alphabets stood in it and were read as the Latin ones they look like. */
  readonly isLookAlike: boolean;
}

/** How a name is read: `person`, `organization`, or `thing` (ship, aircraft). */
export type ListedNameReading = 'person' | 'organization' | 'thing';

/** A part of a word as spelled. Written out: spreading `spelled` into it is several times slower, and lists hold hundreds of thousands. */
export const partOf = (
  text: string,
  { latin, sounds, otherSounds, isAbjad }: SpelledWord,
  {
    role,
    concept = null,
    isLookAlike = false,
  }: Pick<NamePart, 'role'> & Partial<Pick<NamePart, 'concept' | 'isLookAlike'>>,
): NamePart => ({ text, latin, sounds, otherSounds, role, concept, isAbjad, isLookAlike });
