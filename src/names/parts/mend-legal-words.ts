import { romanize } from '../romanize.ts';
import { type KnownWord, know, type Spelling } from './known-word.ts';
import { legalKey } from './legal-words.ts';
import type { PartLexicon } from './part-lexicon.ts';
import { phraseAt } from './phrases.ts';

/** Long words of legal forms that were split ("comp any"), and short ones misspelled between others of the form ("jont stock company"), set right. */
export function mendLegalWords(words: readonly KnownWord[], lexicon: PartLexicon): readonly KnownWord[] {
  const whole = words.some(({ mayBeHalf }) => mayBeHalf) ? joinHalves(words, lexicon) : words;
  if (whole.every(({ mayMean }) => mayMean.length === 0)) return whole;
  return whole.map((word, at) => {
    const meant = word.mayMean.find((other) => isInForm(whole, at, { other, lexicon }));
    return meant === undefined ? word : know({ ...word, text: meant, marked: meant }, lexicon);
  });
}

function joinHalves(words: readonly KnownWord[], lexicon: PartLexicon): KnownWord[] {
  const { legalWords } = lexicon;
  const whole: KnownWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (!word) continue;
    const together = next && word.mayBeHalf && !legalWords.has(next.text) ? word.text + next.text : '';
    const isSplit = legalWords.has(together);
    whole.push(isSplit ? know({ ...word, text: together, marked: together }, lexicon) : word);
    if (isSplit) at += 1;
  }
  return whole;
}

/** Whether the words around `at` are a legal form of three words or more with `other` in this place. */
function isInForm(
  words: readonly Spelling[],
  at: number,
  { other, lexicon }: { readonly other: string; readonly lexicon: PartLexicon },
): boolean {
  const keys = words.map(({ text }, place) => legalKey(place === at ? other : romanize(text)));
  for (let from = Math.max(0, at - 4); from <= at; from++) {
    const form = phraseAt(keys, from, lexicon.legalForms);
    if (form !== null && form.length > 2 && from + form.length > at) return true;
  }
  return false;
}
