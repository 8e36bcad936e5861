const FIRST = ['k', 'kk', 'n', 't', 'tt', 'r', 'm', 'p', 'pp', 's', 'ss', '', 'ch', 'tch', 'ch', 'k', 't', 'p', 'h'];
const VOICED: Readonly<Record<string, string>> = { k: 'g', t: 'd', p: 'b', ch: 'j' };
const VOWELS = 'a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i'.split(' ');
const LAST = ' k k ks n nj nh t l lk lm lb ls lt lp lh m p ps t t ng t t k t p h'.split(' ');

/** The spelling of the South as its people write their names: stops as they sound, "eo" as u. */
const SOUTHERN_FIRST: Readonly<Record<string, string>> = { k: 'g', t: 'd', p: 'b' };
const SOUTHERN_VOWELS = 'a ae ya yae u e yu ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const JIEUT = 12;

const BASE = 0xac00;
const COUNT = 11_172;

/**
 * One Hangul syllable in the spelling of the North (near McCune-Reischauer without marks: 김 kim, 정 chong, 은 un).
 * Inside a word single stops between voiced sounds are written voiced. The newer Southern spelling differs in vowels and stops that
 * the comparison of sounds forgives.
 */
export function romanizeHangul(syllables: string): string {
  let latin = '';
  for (const character of syllables) {
    const code = (character.codePointAt(0) ?? 0) - BASE;
    if (code < 0 || code >= COUNT) {
      latin += character;
      continue;
    }
    const first = FIRST[Math.floor(code / 588)] ?? '';
    const isVoiced = /[aeioungmlr]$/.test(latin);
    latin += isVoiced ? (VOICED[first] ?? first) : first;
    latin += VOWELS[Math.floor((code % 588) / 28)] ?? '';
    latin += LAST[code % 28] ?? '';
  }
  return latin;
}

/** The same syllables as names are customarily written in the South: 동 dong, 명 myung. A j is left as ch: read by others it may be a y. */
export function romanizeHangulSouthern(syllables: string): string {
  let latin = '';
  for (const character of syllables) {
    const code = (character.codePointAt(0) ?? 0) - BASE;
    if (code < 0 || code >= COUNT) {
      latin += character;
      continue;
    }
    const initial = Math.floor(code / 588);
    const first = FIRST[initial] ?? '';
    // Aspirated stops come last in the table and keep their letter.
    latin += initial > JIEUT ? first : (SOUTHERN_FIRST[first] ?? first);
    latin += SOUTHERN_VOWELS[Math.floor((code % 588) / 28)] ?? '';
    latin += LAST[code % 28] ?? '';
  }
  return latin;
}
