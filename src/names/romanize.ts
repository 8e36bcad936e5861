import anyAscii from 'any-ascii';
import { pinyin } from 'pinyin-pro';

// Closest to the BGN/PCGN romanisation without apostrophes; `soundKey` evens out the other customary systems.
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ў: 'u',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ђ: 'dj',
  џ: 'dz',
  қ: 'q',
  ғ: 'gh',
  ң: 'ng',
  ө: 'o',
  ү: 'u',
  ұ: 'u',
  һ: 'h',
  ә: 'a',
  ӣ: 'i',
  ӯ: 'u',
  ҳ: 'h',
  ҷ: 'j',
};

const HAN = /\p{Script=Han}+/gu;

/**
 * Latin letters, digits and spaces for a folded text of any script: Cyrillic by our table, Han by pinyin (syllables joined), the rest by any-ascii.
 * Lossy by nature: two different names may romanise alike.
 */
export function romanize(folded: string): string {
  if (/^[a-z0-9 ]*$/.test(folded)) return folded;
  const spelled = folded
    .replace(HAN, (run) => pinyin(run, { toneType: 'none', type: 'array', v: true }).join(''))
    .replace(/\p{Script=Cyrillic}/gu, (letter) => CYRILLIC[letter] ?? letter);
  return anyAscii(spelled)
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, '');
}
