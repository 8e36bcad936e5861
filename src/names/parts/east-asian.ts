import type { FoldedWord } from './read-words.ts';
import { simplify } from './simplify.ts';

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}]/u;
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
const HANGUL_NAME = /^\p{Script=Hangul}{2,4}$/u;
const TWO_CHARACTERS =
  /^(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|独孤|남궁|황보|제갈|선우|사공|독고)/u;

/** Cuts a personal name without spaces after the family name: 赵光宗 is 赵 and 光宗. Traditional characters become simplified ones. */
export function splitEastAsian(words: readonly FoldedWord[]): readonly FoldedWord[] {
  if (!words.some(({ text }) => EAST_ASIAN.test(text))) return words;
  return words.flatMap((word) => {
    if (!EAST_ASIAN.test(word.text)) return [word];
    const text = simplify(word.text);
    const isWhole = words.length === 1 && (HAN_NAME.test(text) || HANGUL_NAME.test(text));
    if (!isWhole) return [{ ...word, text, marked: text }];
    const cut = TWO_CHARACTERS.test(text) && text.length > 2 ? 2 : 1;
    return [text.slice(0, cut), text.slice(cut)].map((part) => ({ ...word, text: part, marked: part }));
  });
}
