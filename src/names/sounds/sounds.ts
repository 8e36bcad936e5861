/**
 * The one key space of all romanisations: a letter a sound. Vowels `a e i o u`, plain consonants as themselves, and
 * `S` sh, `Z` zh, `C` ch, `T` ts, `X` shch, `J` what is written j, `K` kh, `G` gh, `Q` q, `W` w, `B` th, `D` dh, `c` a soft c, `A` ayn, `E` ta marbuta.
 * `y` is `i`: systems of romanisation differ in nothing more often.
 */
export type Sounds = string;

const DIACRITICS: Readonly<Record<string, string>> = {
  č: 'ch',
  š: 'sh',
  ž: 'zh',
  ć: 'ch',
  ş: 'sh',
  ș: 'sh',
  ç: 'ch',
  ŝ: 'shch',
  ż: 'zh',
  ź: 'z',
  ś: 's',
  ð: 'dh',
  þ: 'th',
  ñ: 'ny',
  ğ: 'gh',
  ä: 'e',
  ö: 'o',
  ü: 'u',
  è: 'e',
  ë: 'e',
};

const MARKED = /[čšžćşșçŝżźśðþñğäöüèë]/g;

const RULES: readonly (readonly [pattern: RegExp, sounds: string])[] = [
  [/shch|schtsch|stsch|chtch|szcz|shtch/g, 'X'],
  [/dzsch|dsch|dzh|dzs|dj|dž/g, 'J'],
  [/tsch|tch|tsh|cz|tš/g, 'C'],
  [/sch/g, 'S'],
  [/sh|sz|^hs|^x/g, 'S'],
  [/zh/g, 'Z'],
  [/ch/g, 'C'],
  [/kh/g, 'K'],
  [/gh/g, 'G'],
  [/ph/g, 'f'],
  [/th/g, 'B'],
  [/dh/g, 'D'],
  [/ts|tz|tc/g, 'T'],
  [/ck|qu(?=[ei])/g, 'k'],
  [/x/g, 'ks'],
  // A final c is a Slavic ts as often as a k.
  [/c(?=[eiy])|(?<=[aeiouy])c$/g, 'c'],
  [/c(?![eiy])/g, 'k'],
  [/q/g, 'Q'],
  [/w/g, 'W'],
  [/ij$/g, 'i'],
  [/j/g, 'J'],
  [/ou|oo/g, 'u'],
  [/ee|y/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** The sounds of a lower-case Latin word; letters with marks that carry a sound ("č", "ş") may still stand. */
export function soundsOf(word: string): Sounds {
  let sounds = MARKED.test(word) ? word.replace(MARKED, (letter) => DIACRITICS[letter] ?? letter) : word;
  MARKED.lastIndex = 0;
  if (/[^a-z0-9]/.test(sounds)) sounds = sounds.normalize('NFD').replace(/[^a-z0-9]/g, '');
  for (const [pattern, sound] of RULES) sounds = sounds.replace(pattern, sound);
  return sounds;
}

const SLAVIC: Readonly<Record<string, string>> = { x: 'kh', c: 'ts', â: 'ya', û: 'yu' };
const AMBIGUOUS = /[xâû]|(?<!s)c(?![hz])/;

/** English words written as they are spoken, and back: "treid" is "trade", "kargolayn" "cargoline". */
const SPOKEN: readonly (readonly [pattern: RegExp, sounds: string])[] = [
  [/(?<=[a-z]{2})e[iy]([bdfgklmnprstvz])$/, 'a$1e'],
  [/(?<=[a-z]{2})a[iy]([bdfgklmnprstvz])$/, 'i$1e'],
  [/(?<=[a-z]{2})a([bdfgklmnprstvz])e$/, 'ei$1'],
  [/(?<=[a-z]{2})i([bdfgklmnprstvz])e$/, 'ai$1'],
];

function spokenSounds(word: string): Sounds | null {
  for (const [pattern, letters] of SPOKEN) if (pattern.test(word)) return soundsOf(word.replace(pattern, letters));
  return null;
}

/**
 * Sounds of a word in another reading: x, c, â or û as the scholar's kh, ts, ya and yu ("Mixail", "Blockij"), English vowels as they are
 * spoken ("treid"); `null` for a word without one.
 */
export function otherSoundsOf(word: string): Sounds | null {
  if (!AMBIGUOUS.test(word)) return spokenSounds(word);
  const sounds = soundsOf(word.replace(/[xâû]|(?<!s)c(?![hz])/g, (letter) => SLAVIC[letter] ?? letter));
  return sounds === soundsOf(word) ? null : sounds;
}
