import { rewrite, rule } from '../rewrite.ts';

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

const RULES = [
  rule('c', /shch|schtsch|stsch|chtch|szcz|shtch/g, 'X'),
  rule('d', /dzsch|dsch|dzh|dzs|dj|dž/g, 'J'),
  rule('ct', /tsch|tch|tsh|cz|tš/g, 'C'),
  rule('c', /sch/g, 'S'),
  rule('sx', /sh|sz|^hs|^x/g, 'S'),
  rule('z', /zh/g, 'Z'),
  rule('c', /ch/g, 'C'),
  rule('k', /kh/g, 'K'),
  rule('g', /gh/g, 'G'),
  rule('p', /ph/g, 'f'),
  rule('t', /th/g, 'B'),
  rule('d', /dh/g, 'D'),
  rule('t', /ts|tz|tc/g, 'T'),
  rule('cq', /ck|qu(?=[ei])/g, 'k'),
  rule('x', /x/g, 'ks'),
  // A final c is a Slavic ts as often as a k.
  rule('c', /c(?=[eiy])|(?<=[aeiouy])c$/g, 'c'),
  rule('c', /c(?![eiy])/g, 'k'),
  rule('q', /q/g, 'Q'),
  rule('w', /w/g, 'W'),
  rule('j', /ij$/g, 'i'),
  rule('j', /j/g, 'J'),
  rule('o', /ou|oo/g, 'u'),
  rule('ey', /ee|y/g, 'i'),
  rule('', /(.)\1+/g, '$1'),
];

/** The sounds of a lower-case Latin word; letters with marks that carry a sound ("č", "ş") may still stand. */
export function soundsOf(word: string): Sounds {
  let sounds = MARKED.test(word) ? word.replace(MARKED, (letter) => DIACRITICS[letter] ?? letter) : word;
  MARKED.lastIndex = 0;
  if (/[^a-z0-9]/.test(sounds)) sounds = sounds.normalize('NFD').replace(/[^a-z0-9]/g, '');
  return rewrite(sounds, RULES);
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
