import { type ComparableName, type NamePart, type PartLexicon, wordKeys } from '../names/index.ts';

// A word that more names than this share ("general trading") brings no useful pairs; the rarer words of the same names do.
const LARGEST_BLOCK = 200;

/** A name under a key; bit n of `words` says that its word n brought it there. */
interface Blocked {
  readonly at: number;
  readonly words: number;
}

/**
 * Pairs of names worth comparing: those with words that are written or sound alike, are a slip away, or may spell the same name (the
 * keys that lists are searched by); of two persons named in full, two words. Returns index pairs with the smaller first, each once,
 * in order.
 */
export function blockPairs(names: readonly ComparableName[], lexicon: PartLexicon): [number, number][] {
  const blocks = new Map<number, Blocked[]>();
  names.forEach((name, at) => {
    for (const [key, words] of blockKeys(name, lexicon)) {
      const block = blocks.get(key);
      if (block) block.push({ at, words });
      else blocks.set(key, [{ at, words }]);
    }
  });
  const needed = names.map(wordsNeeded);
  for (const [at, words] of tooCommon(blocks)) needed[at] = Math.max(1, (needed[at] ?? 1) - bits(words));
  return [...sharedWords(blocks, names.length)]
    .map(([pair, words]) => ({ pair, words, left: Math.floor(pair / names.length), right: pair % names.length }))
    .filter(({ words, left, right }) => bits(words) >= Math.min(needed[left] ?? 1, needed[right] ?? 1))
    .sort((a, b) => a.pair - b.pair)
    .map(({ left, right }) => [left, right]);
}

/** Words of names that so many share that no pairs are made by them: they cannot be asked for. */
function tooCommon(blocks: ReadonlyMap<number, readonly Blocked[]>): Map<number, number> {
  const common = new Map<number, number>();
  for (const block of blocks.values()) {
    if (block.length <= LARGEST_BLOCK) continue;
    for (const { at, words } of block) common.set(at, (common.get(at) ?? 0) | words);
  }
  return common;
}

/** For each pair of names with a key in common, as left * count + right, the words of the left one that they share. */
function sharedWords(blocks: ReadonlyMap<number, readonly Blocked[]>, count: number): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const block of blocks.values()) {
    if (block.length > LARGEST_BLOCK) continue;
    for (let i = 0; i < block.length; i++) {
      const left = block[i];
      for (let j = i + 1; left && j < block.length; j++) {
        const pair = left.at * count + (block[j]?.at ?? 0);
        pairs.set(pair, (pairs.get(pair) ?? 0) | left.words);
      }
    }
  }
  return pairs;
}

function bits(words: number): number {
  let count = 0;
  for (let rest = words; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** One word in common says nothing of two people who have a given name and a surname each. */
const wordsNeeded = ({ reading, parts }: ComparableName): number =>
  reading === 'person' && parts.filter(({ role }) => role === 'name').length > 1 ? 2 : 1;

const TELLING: ReadonlySet<string> = new Set(['name', 'patronymic']);
const UNTOLD: ReadonlySet<string> = new Set(['legal', 'title', 'particle', 'initial', 'number']);

const READINGS: readonly ComparableName['reading'][] = ['person', 'organization', 'thing'];

function blockKeys({ reading, parts, joined }: ComparableName, lexicon: PartLexicon): Map<number, number> {
  const keys = new Map<number, number>();
  // Names that are read differently are not compared.
  const base = READINGS.indexOf(reading) * 2 ** 32;
  const add = (part: NamePart | null | undefined, words: number) => {
    if (!part) return;
    for (const key of wordKeys(part, lexicon.variants.get(part.latin) ?? []))
      keys.set(base + key, (keys.get(base + key) ?? 0) | words);
  };
  // A name of nothing but words for what it is, is told by them.
  const isTold = parts.some(({ role }) => TELLING.has(role));
  parts.forEach((part, at) => {
    if (isTold ? TELLING.has(part.role) : !UNTOLD.has(part.role)) add(part, 1 << at);
    add(joined[at], (1 << at) | (1 << (at + 1)));
  });
  return keys;
}
