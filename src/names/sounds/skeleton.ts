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
const DOUBTFUL: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['J', ['s', '']],
  ['B', ['t', 's']],
  ['D', ['t', 's']],
  // German and scholarly spellings write ch for kh.
  ['C', ['s', 'h']],
  ['c', ['s', 'k']],
]);

const MOST = 8;

const NONE: readonly string[] = [''];
const SINGLE = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'].map((sound) => [sound, CLASSES[sound] ?? sound]),
);

function readingsOf(sound: string, isAbjad: boolean, isLast: boolean): readonly string[] | null {
  if (isAbjad && sound === 'W') return ['p', ''];
  if (sound === 'h' && isLast) return isAbjad ? ['', 'h'] : NONE;
  return DOUBTFUL.get(sound) ?? null;
}

/**
 * The coarse consonants that all spellings of a name share, in every reading: for finding candidates, never for identity.
 * In a word from an abjad waw may be a vowel. A final h is silent, doubled classes count once.
 */
export function skeletonsOf(sounds: Sounds, isAbjad = false): string[] {
  // Most words have one reading: no list is made before a second.
  let first = '';
  for (let at = 0; at < sounds.length; at++) {
    const sound = sounds[at] ?? '';
    const readings = readingsOf(sound, isAbjad, at === sounds.length - 1);
    if (readings !== null && readings.length > 1) return inAllReadings(first, sounds, { from: at, isAbjad });
    first = extend(first, readings === null ? (SINGLE.get(sound) ?? sound) : '');
  }
  return first === '' ? [] : [first];
}

function inAllReadings(
  beginning: string,
  sounds: Sounds,
  { from, isAbjad }: { readonly from: number; readonly isAbjad: boolean },
): string[] {
  const skeletons = [beginning];
  for (let at = from; at < sounds.length; at++) {
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
  return skeletons.filter((skeleton, at) => skeleton !== '' && skeletons.indexOf(skeleton) === at);
}

const extend = (skeleton: string, reading: string): string =>
  reading === '' || skeleton.endsWith(reading) ? skeleton : skeleton + reading;
