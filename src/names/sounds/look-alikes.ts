const PAIRS: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  ё: 'e',
  һ: 'h',
  н: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  ү: 'y',
  х: 'x',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  ӏ: 'l',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
};

const LATIN = /\p{Script=Latin}/u;
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/**
 * The Latin word that a lower-case word of mixed alphabets looks like, or `null` when it is not mixed or has a letter without a
 * Latin twin. A word all in one alphabet is never touched: Cyrillic "сор" is a word of its own.
 */
export const unmixAlphabets = (word: string): string | null =>
  OTHER.test(word) && LATIN.test(word) ? latinTwin(word) : null;

/**
 * The words of one name with mixed alphabets read as Latin. Where one word is mixed, somebody disguised the name: the words beside it that are
 * Latin by looks only ("СО" for CO) are read so too. `null` for a word that stays as it is.
 */
export function unmixWords(words: readonly string[]): (string | null)[] {
  const unmixed = words.map(unmixAlphabets);
  if (unmixed.every((word) => word === null)) return unmixed;
  return words.map((word, at) => unmixed[at] ?? (OTHER.test(word) ? latinTwin(word) : null));
}

function latinTwin(word: string): string | null {
  let plain = '';
  for (const letter of word) {
    const twin = OTHER.test(letter) ? PAIRS[letter] : letter;
    if (twin === undefined) return null;
    plain += twin;
  }
  return plain;
}
