import type { PartLexicon } from './part-lexicon.ts';
import type { FoldedWord } from './read-words.ts';
import { simplify } from './simplify.ts';

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}]/u;
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
const HANGUL_NAME = /^\p{Script=Hangul}{2,4}$/u;
/** Cuts a personal name without spaces after the family name: 赵光宗 is 赵 and 光宗, and 单 is Shan there, not Dan. Traditional characters become simplified ones. */
export function splitEastAsian(
  words: readonly FoldedWord[],
  families: PartLexicon['hanFamilies'],
): readonly FoldedWord[] {
  if (!words.some(({ text }) => EAST_ASIAN.test(text))) return words;
  return words.flatMap((word, at) => {
    if (!EAST_ASIAN.test(word.text)) return [word];
    const text = simplify(word.text);
    const isWhole = words.length === 1 && (HAN_NAME.test(text) || HANGUL_NAME.test(text));
    if (!isWhole) {
      // Written apart, the family name comes first too.
      const readings = at === 0 && words.length > 1 ? families.get(text) : undefined;
      return [{ ...word, text, marked: text, ...(readings ? { readings } : {}) }];
    }
    const cut = text.length > 2 && families.has(text.slice(0, 2)) ? 2 : 1;
    const [family, given] = [text.slice(0, cut), text.slice(cut)];
    const readings = families.get(family);
    return [
      { ...word, text: family, marked: family, ...(readings ? { readings } : {}) },
      { ...word, text: given, marked: given },
    ];
  });
}
