const FIRST = ['k', 'kk', 'n', 't', 'tt', 'r', 'm', 'p', 'pp', 's', 'ss', '', 'ch', 'tch', 'ch', 'k', 't', 'p', 'h'];
const VOICED: Readonly<Record<string, string>> = { k: 'g', t: 'd', p: 'b', ch: 'j' };
const VOWELS = 'a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i'.split(' ');
const LAST = ' k k ks n nj nh t l lk lm lb ls lt lp lh m p ps t t ng t t k t p h'.split(' ');

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
