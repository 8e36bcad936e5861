import { romanize } from '../romanize.ts';
import { isAbjad, romanizeAbjad, soundsOfAbjad } from '../sounds/abjad.ts';
import { romanizeHangul } from '../sounds/hangul.ts';
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
  const latin = (HANGUL.test(word) ? romanize(romanizeHangul(word)) : romanize(word)).replaceAll(' ', '');
  return { latin, sounds: soundsOf(latin), isAbjad: false, otherSounds: null };
}
