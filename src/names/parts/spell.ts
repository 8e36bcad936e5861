import { romanize } from '../romanize.ts';
import { isAbjad, romanizeAbjad, soundsOfAbjad } from '../sounds/abjad.ts';
import { romanizeHangul, romanizeHangulSouthern } from '../sounds/hangul.ts';
import { otherSoundsOf, type Sounds, soundsOf } from '../sounds/sounds.ts';

/** A folded word in Latin letters and in sounds. */
export interface SpelledWord {
  readonly latin: string;
  readonly sounds: Sounds;
  readonly isAbjad: boolean;
  /** Sounds in the other reading of letters that systems of romanisation use differently (x for kh, c for ts, â for ya), or `null`. */
  readonly otherSounds: Sounds | null;
}

const HANGUL = /\p{Script=Hangul}/u;

/** Spells a folded word. `marked` is the same word with its Latin marks left on ("čižov"), where they say how it sounds. */
export function readWord(word: string, marked = word): SpelledWord {
  if (/^[a-z0-9]*$/.test(word))
    return { latin: word, sounds: soundsOf(marked), isAbjad: false, otherSounds: otherSoundsOf(marked) };
  if (isAbjad(word)) {
    return { latin: romanizeAbjad(word), sounds: soundsOfAbjad(word), isAbjad: true, otherSounds: null };
  }
  if (HANGUL.test(word)) return readHangul(word);
  const latin = romanize(word).replaceAll(' ', '');
  return { latin, sounds: soundsOf(latin), isAbjad: false, otherSounds: null };
}

function readHangul(word: string): SpelledWord {
  const latin = romanize(romanizeHangul(word)).replaceAll(' ', '');
  const southern = romanize(romanizeHangulSouthern(word)).replaceAll(' ', '');
  return { latin, sounds: soundsOfSyllables(latin), isAbjad: false, otherSounds: soundsOfSyllables(southern) };
}

/** The h of "myong-ho" begins a syllable: it makes no gh with the letter before it. */
const soundsOfSyllables = (latin: string): Sounds =>
  latin
    .split(/(?<=ng)(?=h)/)
    .map((syllables) => soundsOf(syllables))
    .join('');
