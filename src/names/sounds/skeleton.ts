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

/**
 * The coarse consonants that all spellings of a name share, in every reading: for finding candidates, never for identity.
 * In a word from an abjad waw may be a vowel. A final h is silent, doubled classes count once.
 */
export function skeletonsOf(sounds: Sounds, isAbjad = false): string[] {
  let skeletons = [''];
  for (let at = 0; at < sounds.length; at++) {
    const sound = sounds[at] ?? '';
    if (sound === 'h' && at === sounds.length - 1) continue;
    const readings = isAbjad && sound === 'W' ? ['p', ''] : (DOUBTFUL[sound] ?? [CLASSES[sound] ?? sound]);
    const longer = skeletons.length * readings.length > MOST ? readings.slice(0, 1) : readings;
    skeletons = longer.flatMap((reading) =>
      skeletons.map((skeleton) => (reading !== '' && skeleton.endsWith(reading) ? skeleton : skeleton + reading)),
    );
  }
  return [...new Set(skeletons)].filter((skeleton) => skeleton !== '');
}
