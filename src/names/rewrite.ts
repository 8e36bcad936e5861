/** Letters as bits: a in the lowest, z in the 26th, everything else together in the next. */
const OTHER = 26;

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at) - 97;
    letters |= 1 << (letter >= 0 && letter < OTHER ? letter : OTHER);
  }
  return letters;
}

/** Every match of a pattern becomes `sound`. */
export interface Rule {
  readonly pattern: RegExp;
  readonly sound: string;
  readonly needs: number;
  readonly adds: number;
}

/** A rule for words that hold one of the letters `needs`, as every match must; `''` when a match may hold any. */
export const rule = (needs: string, pattern: RegExp, sound: string): Rule => ({
  pattern,
  sound,
  needs: needs === '' ? -1 : lettersOf(needs),
  adds: lettersOf(sound),
});

/** The word after all rules, in order: each works on what the ones before it left. Most need letters that most words have not. */
export function rewrite(word: string, rules: readonly Rule[]): string {
  let rewritten = word;
  let letters = lettersOf(word);
  for (const { pattern, sound, needs, adds } of rules) {
    if ((letters & needs) === 0) continue;
    rewritten = rewritten.replace(pattern, sound);
    letters |= adds;
  }
  return rewritten;
}
