const SCRIPTS: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
];

/** ISO 15924 code of the script that most letters of `text` belong to; `Zyyy` (common) when there is no letter. */
export function scriptOf(text: string): string {
  const counts = new Map<string, number>();
  for (const character of text) {
    for (const [code, pattern] of SCRIPTS) {
      if (pattern.test(character)) {
        counts.set(code, (counts.get(code) ?? 0) + 1);
        break;
      }
    }
  }
  let best = 'Zyyy';
  let most = 0;
  for (const [code] of SCRIPTS) {
    const count = counts.get(code) ?? 0;
    if (count > most) {
      best = code;
      most = count;
    }
  }
  return best;
}
