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

/** The readings of each ASCII character, by its code. */
const READINGS: readonly (readonly string[])[] = Array.from({ length: 128 }, (_, code) => {
  const sound = String.fromCharCode(code);
  return DOUBTFUL[sound] ?? [CLASSES[sound] ?? sound];
});
const SILENT: readonly string[] = [''];

function readingsAt(sounds: Sounds, at: number, isAbjad: boolean): readonly string[] {
  const sound = sounds[at] ?? '';
  if (isAbjad && sound === 'W') return ['p', ''];
  if (sound === 'h' && at === sounds.length - 1) return isAbjad ? ['', 'h'] : SILENT;
  return READINGS[sounds.charCodeAt(at)] ?? [sound];
}

/**
 * The coarse consonants that all spellings of a name share, in every reading: for finding candidates, never for identity.
 * In a word from an abjad waw may be a vowel. A final h is silent, doubled classes count once.
 */
export function skeletonsOf(sounds: Sounds, isAbjad = false): string[] {
  // Most words have one reading: no list is made before a second.
  let skeleton = '';
  for (let at = 0; at < sounds.length; at++) {
    const readings = readingsAt(sounds, at, isAbjad);
    if (readings.length > 1) return inAllReadings(skeleton, sounds, { from: at, isAbjad });
    skeleton = extend(skeleton, readings[0] ?? '');
  }
  return skeleton === '' ? [] : [skeleton];
}

function inAllReadings(
  beginning: string,
  sounds: Sounds,
  { from, isAbjad }: { readonly from: number; readonly isAbjad: boolean },
): string[] {
  const skeletons = [beginning];
  for (let at = from; at < sounds.length; at++) {
    const readings = readingsAt(sounds, at, isAbjad);
    const count = skeletons.length;
    const second = count * 2 <= MOST ? readings[1] : undefined;
    for (let old = 0; old < count; old++) {
      const skeleton = skeletons[old] ?? '';
      if (second !== undefined) skeletons.push(extend(skeleton, second));
      skeletons[old] = extend(skeleton, readings[0] ?? '');
    }
  }
  return skeletons.filter((skeleton, at) => skeleton !== '' && skeletons.indexOf(skeleton) === at);
}

const extend = (skeleton: string, reading: string): string =>
  reading === '' || skeleton.endsWith(reading) ? skeleton : skeleton + reading;
