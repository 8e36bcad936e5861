import type { Row } from '../../model/index.ts';
import { foldText } from '../fold.ts';

/** Letters; no name of one word is longer, and hostile input must not cost more. */
const LONGEST = 30;

/**
 * Reads a folded word in Cyrillic that is Chinese after Palladius, syllable by syllable, as pinyin: "чжунго" is "zhongguo". `null` for
 * a word that does not fall into such syllables. A Russian word may do so by chance ("Иван" as "yiwang"): it is another reading, not
 * the reading. "э" is often printed "е" ("Жень"): tried when the word does not fit otherwise.
 */
export function palladiusReader(syllables: readonly Row[]): (word: string) => string | null {
  const exact = new Map<string, string>();
  const loose = new Map<string, string>();
  for (const [pinyin = '', cyrillic = ''] of syllables) {
    const key = foldText(cyrillic);
    // Folded, "ё" is "е": the commoner syllable stands first.
    if (!exact.has(key)) exact.set(key, pinyin.replace('v', 'u'));
    if (!key.includes('э')) loose.set(key, exact.get(key) ?? '');
  }
  for (const [key, pinyin] of exact) {
    const plain = key.replace('э', 'е');
    if (!loose.has(plain)) loose.set(plain, pinyin);
  }
  return (word) => {
    if (word.length > LONGEST || !CYRILLIC.test(word)) return null;
    return split(word, exact) ?? split(word.replaceAll('э', 'е'), loose);
  };
}

const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const LONGEST_SYLLABLE = 6;
/** A syllable that begins with a vowel follows another only where a sign parts them ("Чанъань") or nothing else fits. */
const VOWEL = /^[аеиоуэюяъ]/;
const VOWEL_COST = 1.5;

interface Reading {
  readonly pinyin: string;
  readonly cost: number;
}

/** The reading in the fewest syllables. */
function split(word: string, syllables: ReadonlyMap<string, string>): string | null {
  const best: (Reading | null)[] = [{ pinyin: '', cost: 0 }];
  for (let end = 1; end <= word.length; end++) {
    let found: Reading | null = null;
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const before = best[start];
      const text = word.slice(start, end);
      const isParted = text.startsWith('ъ') && start > 0;
      const pinyin = syllables.get(isParted ? text.slice(1) : text);
      if (!before || pinyin === undefined) continue;
      const cost = before.cost + (start > 0 && !isParted && VOWEL.test(text) ? 1 + VOWEL_COST : 1);
      if (found === null || cost < found.cost) found = { pinyin: before.pinyin + pinyin, cost };
    }
    best[end] = found;
  }
  return best[word.length]?.pinyin ?? null;
}
