import { coreTokens, type Name } from '../names/index.ts';

// A word that more names than this share ("general trading") brings no useful pairs; the rarer words of the same names do.
const LARGEST_BLOCK = 200;

const consonants = (key: string): string => key.slice(0, 1) + key.slice(1).replace(/[aeiou]/g, '');

/**
 * Pairs of names worth comparing: those that share a telling word by sound, by its consonants or by its first half.
 * Returns index pairs with the smaller first, each once, in order.
 */
export function blockPairs(names: readonly Name[]): [number, number][] {
  const blocks = new Map<string, number[]>();
  names.forEach((name, at) => {
    for (const key of blockKeys(name)) {
      const block = blocks.get(key);
      if (block) block.push(at);
      else blocks.set(key, [at]);
    }
  });
  const pairs = new Set<number>();
  for (const block of blocks.values()) {
    if (block.length > LARGEST_BLOCK) continue;
    for (let i = 0; i < block.length; i++) {
      for (let j = i + 1; j < block.length; j++) pairs.add((block[i] ?? 0) * names.length + (block[j] ?? 0));
    }
  }
  return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / names.length), pair % names.length]);
}

function blockKeys(name: Name): Set<string> {
  const keys = new Set<string>();
  const telling = coreTokens(name).filter(({ role }) => role !== 'number');
  for (const { key, concept } of telling) {
    keys.add(`w ${concept ?? key}`);
    if (key.length >= 5) keys.add(`c ${consonants(key)}`).add(`p ${key.slice(0, Math.ceil(key.length / 2))}`);
  }
  keys.add(`j ${telling.map(({ key }) => key).join('')}`);
  return keys;
}
