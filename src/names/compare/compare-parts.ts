import { adjectiveStem } from '../parts/keys.ts';
import type { NamePart } from '../parts/part.ts';
import { soundDistance } from '../sounds/sound-distance.ts';
import { spellingDistance } from '../sounds/spelling-distance.ts';

/** In what way two words of names are alike; `different` when they are not. */
export type PartFeature =
  | 'different'
  | 'same-token'
  | 'look-alike'
  | 'romanisation'
  | 'translation'
  | 'name-variant'
  | 'typo'
  | 'adjective';

export interface PartLikeness {
  readonly score: number;
  readonly feature: PartFeature;
}

type Comparable = Pick<NamePart, 'latin' | 'sounds' | 'isAbjad' | 'concept'> &
  Partial<Pick<NamePart, 'text' | 'isLookAlike' | 'otherSounds'>>;

const DIFFERENT: PartLikeness = { score: 0, feature: 'different' };
/**
 * "Mohammadi" is another name than "Mohammad": a final i after a consonant makes a family name of a given one; after -sk it
 * makes the adjective of a town. Takes sounds.
 */
export const isOtherForm = (family: string, given: string): boolean =>
  family.length > 4 &&
  given.length > 2 &&
  !given.endsWith('sk') &&
  family.endsWith(`${given.at(-1)}i`) &&
  /[^aeiouiJA]$/.test(given);
/** So near words of one meaning are one word. */
const SAME_WORD = 0.84;
const LEAST = 0.66;
/** Words that sound so much alike are not compared letter by letter as well. */
const CLEAR = 0.88;
const OTHER_READING = 0.02;
/** A town and its adjective. */
const ADJECTIVE = 0.85;

/**
 * Likeness of two words of names, 0..1, whatever their scripts and spellings. Words with digits are alike only when equal.
 * `shareName`: a word list says that both spell one name; `differ`: it says that they spell two (Hasan and Husayn, Muhammad and Mahmud).
 */
export function compareParts(
  left: Comparable,
  right: Comparable,
  { shareName = false, differ = false } = {},
): PartLikeness {
  if (left.latin === right.latin) return sameLetters(left, right);
  if (/\d/.test(left.latin) || /\d/.test(right.latin)) return DIFFERENT;
  if (left.concept !== null && left.concept === right.concept) return sameMeaning(left, right);
  if (shareName) return { score: 0.93, feature: 'name-variant' };
  if (differ) return otherwiseRead(left, right);
  if (isOtherForm(left.sounds, right.sounds) || isOtherForm(right.sounds, left.sounds)) return DIFFERENT;
  const sound = compareReadings(left, right);
  const isHeld = left.isAbjad || right.isAbjad || isEastAsian(left) || isEastAsian(right);
  const typo = sound >= CLEAR || isHeld ? 0 : compareSpelling(left.latin, right.latin);
  const isAdjective = left.sounds.includes('sk') || right.sounds.includes('sk');
  const stem = !isAdjective || sound >= ADJECTIVE || typo >= ADJECTIVE ? null : adjectiveStem(left.sounds);
  if (stem !== null && stem === adjectiveStem(right.sounds)) return { score: ADJECTIVE, feature: 'adjective' };
  if (sound >= typo && sound >= LEAST) return { score: sound, feature: 'romanisation' };
  return typo >= LEAST ? { score: typo, feature: 'typo' } : DIFFERENT;
}

function sameLetters(left: Comparable, right: Comparable): PartLikeness {
  // A look-alike is evidence, never certainty: someone mixed the alphabets.
  if (left.isLookAlike || right.isLookAlike) return { score: 0.95, feature: 'look-alike' };
  const isRead = left.text !== undefined && left.text !== left.latin && left.text !== right.text;
  return { score: 1, feature: isRead ? 'romanisation' : 'same-token' };
}

/** By the sounds of either reading of their letters. */
function compareReadings(left: Comparable, right: Comparable): number {
  let best = compareSounds(left, right);
  if (left.otherSounds)
    best = Math.max(best, compareSounds(otherReading(left, left.otherSounds), right) - OTHER_READING);
  if (right.otherSounds)
    best = Math.max(best, compareSounds(left, otherReading(right, right.otherSounds)) - OTHER_READING);
  return best;
}

/** Words that spell two names may still be one in another reading of their letters, when they are equal there. */
function otherwiseRead(left: Comparable, right: Comparable): PartLikeness {
  const isSame = left.otherSounds === right.sounds || right.otherSounds === left.sounds;
  return isSame && left.sounds !== right.sounds ? { score: 1 - OTHER_READING, feature: 'romanisation' } : DIFFERENT;
}

/** Read as Chinese, a word in Cyrillic is held to its sounds like one in Chinese characters. */
const otherReading = (part: Comparable, sounds: string): Comparable => ({
  ...part,
  sounds,
  ...(/^\p{Script=Cyrillic}/u.test(part.text ?? '') ? { text: HELD } : {}),
});
const HELD = '\u4e00';

/** "Mujahidin" and "mujahideen" are one word, "managment" a slip of "management": more than a translation. */
const sameMeaning = (left: Comparable, right: Comparable): PartLikeness =>
  left.isAbjad === right.isAbjad && compareSounds(left, right) >= SAME_WORD
    ? { score: 0.97, feature: 'romanisation' }
    : { score: 0.95, feature: 'translation' };

function compareSounds(left: Comparable, right: Comparable): number {
  if (left.sounds === '' || right.sounds === '') return 0;
  const isAbjad = left.isAbjad || right.isAbjad;
  const longest = Math.max(left.sounds.length, right.sounds.length);
  // The shorter a word, the more each of its sounds tells; Chinese syllables are short and all alike.
  const room = isAbjad ? 0.34 * longest : longest < 4 ? 0.27 * longest : 0.42 * longest + 0.1;
  const strictness = isHan(left) || isHan(right) ? 3 : isEastAsian(left) || isEastAsian(right) ? 1.4 : 1;
  return 0.995 - (strictness * soundDistance(left.sounds, right.sounds, { isAbjad, limit: 0.4 * room })) / room;
}

const isEastAsian = ({ text = '' }: Comparable): boolean =>
  text > '\u2e80' && /[\p{Script=Han}\p{Script=Hangul}]/u.test(text);
const isHan = ({ text = '' }: Comparable): boolean => /\p{Script=Han}/u.test(text);

/** Short words are held to their letters: one slip of four is another word. */
function compareSpelling(left: string, right: string): number {
  const shortest = Math.min(left.length, right.length);
  if (shortest < 4 || Math.abs(left.length - right.length) > 2) return 0;
  const room = shortest < 5 ? 0.45 * shortest : 0.9 * shortest + 0.5;
  return 1 - spellingDistance(left, right) / room;
}
