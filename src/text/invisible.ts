/**
 * Characters that take no room inside a word: soft hyphen, zero-width space, joiners and non-joiner, word joiner and
 * invisible operators, a byte-order mark, tag characters. As the inside of a character class, for patterns with the `u` flag.
 */
export const INVISIBLE_IN_WORDS = String.raw`\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff\u{e0000}-\u{e007f}`;

const INVISIBLE = new RegExp(`[${INVISIBLE_IN_WORDS}]+`, 'gu');
const MAYBE = /[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff\udb40]/;

/** The word as it shows, without the invisible characters in it. Offsets do not survive: only for look-ups and comparison. */
export function visibleText(word: string): string {
  return MAYBE.test(word) ? word.replace(INVISIBLE, '') : word;
}
