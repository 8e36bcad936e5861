import type { Entity } from '../model/index.ts';
import { foldWords } from '../names/index.ts';

/**
 * The names of an entity that are worth looking for: all but the short forms of a longer one. "Zarnitsa" says less than
 * "Trading House Zarnitsa", and would find whoever else is called so.
 */
export function fullNames({ names }: Pick<Entity, 'names'>): string[] {
  const words = names.map(({ text }) => ({ text, words: new Set(foldWords(text)) }));
  const isShortOf = (short: ReadonlySet<string>, long: ReadonlySet<string>): boolean =>
    short.size > 0 && short.size < long.size && [...short].every((word) => long.has(word));
  return words.filter(({ words: own }) => !words.some((other) => isShortOf(own, other.words))).map(({ text }) => text);
}
