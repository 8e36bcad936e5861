import { skeletonsOf } from '../sounds/skeleton.ts';
import type { NamePart } from './part.ts';

type Spelled = Pick<NamePart, 'latin' | 'sounds' | 'isAbjad'> & Partial<Pick<NamePart, 'otherSounds'>>;

/** 32 bits of a key's text (FNV-1a), signed; equal keys have equal hashes, other keys rarely. */
export function hashKey(kind: number, text: string, without = -1): number {
  let hash = Math.imul(0x811c9dc5 ^ kind, 0x01000193);
  for (let at = 0; at < text.length; at++) {
    if (at === without) continue;
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}

const LATIN = 1;
const SKELETON = 2;
const DELETION = 3;
const VARIANT = 4;
const STEM = 5;
const CONCEPT = 6;

const SHORTEST_TYPO = 4;
const LONGEST_TYPO = 24;

/** Keys under which a word is found again when its sounds or its spelling are near: written alike, sounding alike. */
export function likenessKeys(
  word: Spelled,
  variants: readonly number[],
  skeletons: readonly string[] = skeletonsOf(word.sounds, word.isAbjad),
): number[] {
  const keys = [hashKey(LATIN, word.latin)];
  if (/\d/.test(word.latin)) return keys;
  for (const skeleton of skeletons) keys.push(hashKey(SKELETON, skeleton));
  if (word.otherSounds) for (const skeleton of skeletonsOf(word.otherSounds)) keys.push(hashKey(SKELETON, skeleton));
  if (variants.length > 0) keys.push(...variantKeys(variants));
  return keys;
}

/** Keys of the names that a word may spell, by the lines of the lists of variants. */
export const variantKeys = (variants: readonly number[]): number[] =>
  variants.map((line) => hashKey(VARIANT, String(line)));

/** Keys that a word shares with every word one slip of the pen away: the word itself and the word without any one letter. */
export function slipKeys({ latin, isAbjad }: Spelled): number[] {
  if (isAbjad || latin.length < SHORTEST_TYPO || latin.length > LONGEST_TYPO || /\d/.test(latin)) return [];
  const keys = [hashKey(DELETION, latin)];
  for (let at = 0; at < latin.length; at++)
    if (at === 0 || latin.charCodeAt(at) !== latin.charCodeAt(at - 1)) keys.push(hashKey(DELETION, latin, at));
  return keys;
}

const ADJECTIVE = /^(.{3,}?)(?:in|en|ov|ev|an)?sk(?:i|ai|aia|oi|oe|oie|oo|ogo|oho|ie|a|e|aJa)?$/;

/** What is left of a Slavic adjective and of the noun it is made of, and of any other word without its last vowels: "mirgorodskii" and "mirgorod" give `mirgorod`; `null` for short words. */
export function adjectiveStem(sounds: string): string | null {
  if (sounds.length < 5) return null;
  const noun = sounds.includes('sk') ? (ADJECTIVE.exec(sounds)?.[1] ?? sounds) : sounds;
  const stem = noun.replace(/[aeiou]+$/, '');
  return stem.length < 4 ? null : stem;
}

/** Key of the stem that a noun and its adjectives share. */
export function stemKey(sounds: string): number | null {
  const stem = adjectiveStem(sounds);
  return stem === null ? null : hashKey(STEM, stem);
}

/** Key of all words with one meaning. */
export const conceptKey = (concept: string): number => hashKey(CONCEPT, concept);

/** Keys of a word by its own letters and meaning, besides those of its likeness. */
export function ownKeys(word: Spelled & Pick<NamePart, 'concept'>): number[] {
  const keys = slipKeys(word);
  const stem = stemKey(word.sounds);
  if (stem !== null) keys.push(stem);
  if (word.concept !== null) keys.push(conceptKey(word.concept));
  return keys;
}

/** All keys of a word; words without one in common are not alike. `variants`: the lines of the lists of variants that it stands in. */
export const wordKeys = (word: NamePart, variants: readonly number[]): number[] => [
  ...likenessKeys(word, variants),
  ...ownKeys(word),
];
