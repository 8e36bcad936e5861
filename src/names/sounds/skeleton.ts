import type { Sounds } from './sounds.ts';

const CLASSES: Readonly<Record<string, string>> = {
  b: 'p',
  f: 'p',
  v: 'p',
  W: 'p',
  g: 'k',
  G: 'k',
  Q: 'k',
  K: 'h',
  z: 's',
  Z: 's',
  S: 's',
  T: 's',
  X: 's',
  d: 't',
  A: '',
  E: '',
  a: '',
  e: '',
  i: '',
  o: '',
  u: '',
};

/** Sounds that belong to two classes; every reading gives a skeleton. */
const DOUBTFUL: Readonly<Record<string, readonly [string, string]>> = {
  J: ['s', ''],
  B: ['t', 's'],
  D: ['t', 's'],
  // German and scholarly spellings write ch for kh.
  C: ['s', 'h'],
  c: ['s', 'k'],
};

const MOST = 8;

const NONE: readonly string[] = [''];
const SINGLE = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'].map((sound) => [sound, CLASSES[sound] ?? sound]),
);

function readingsOf(sound: string, isAbjad: boolean, isLast: boolean): readonly string[] | null {
  if (isAbjad && sound === 'W') return ['p', ''];
  if (sound === 'h' && isLast) return isAbjad ? ['', 'h'] : NONE;
  return DOUBTFUL[sound] ?? null;
}

/**
 * The coarse consonants that all spellings of a name share, in every reading: for finding candidates, never for identity.
 * In a word from an abjad waw may be a vowel. A final h is silent, doubled classes count once.
 */
export function skeletonsOf(sounds: Sounds, isAbjad = false): string[] {
  const skeletons = [''];
  for (let at = 0; at < sounds.length; at++) {
    const sound = sounds[at] ?? '';
    const readings = readingsOf(sound, isAbjad, at === sounds.length - 1);
    const count = skeletons.length;
    const first = readings === null ? (SINGLE.get(sound) ?? sound) : (readings[0] ?? '');
    const second = readings !== null && readings.length > 1 && count * 2 <= MOST ? (readings[1] ?? '') : null;
    for (let old = 0; old < count; old++) {
      const skeleton = skeletons[old] ?? '';
      if (second !== null) skeletons.push(extend(skeleton, second));
      skeletons[old] = extend(skeleton, first);
    }
  }
  return skeletons.length === 1 ? skeletons.filter(Boolean) : [...new Set(skeletons)].filter(Boolean);
}

const extend = (skeleton: string, reading: string): string =>
  reading === '' || skeleton.endsWith(reading) ? skeleton : skeleton + reading;
