import { type NounList, readList } from './noun-phrase.ts';
import type { Sentence } from './sentence.ts';
import type { VerbGroup } from './verb-group.ts';
import type { Word } from './word.ts';

/** Noun phrases by grammatical role: `obj`, `obj2` or a preposition ("to", "from"). `end` is the first word not consumed. */
export interface Roles {
  readonly filled: ReadonlyMap<string, NounList>;
  readonly end: number;
}

const isExample = (words: readonly Word[], at: number): boolean =>
  words[at]?.lower === 'including' || (words[at]?.class === 'comma' && words[at + 1]?.lower === 'including');

/** A quotation mark right after punctuation ends direct speech: what follows is the tag. */
const closesSpeech = (words: readonly Word[], at: number): boolean =>
  words[at]?.class === 'quote' && (words[at - 1]?.class === 'comma' || words[at - 1]?.class === 'stop');

/** Most words a verb's complements are looked for in; keeps reading linear in very long sentences. */
const REACH = 60;

/** Index after a short parenthesis that opens with the comma at `at` and closes with another, or -1. */
function afterParenthesis(sentence: Sentence, at: number): number {
  const { words } = sentence;
  for (let end = at + 1; end < Math.min(words.length, at + 14); end++) {
    const word = words[end];
    if (
      !word ||
      word.class === 'stop' ||
      word.class === 'auxiliary' ||
      word.class === 'relative' ||
      word.class === 'quote'
    )
      return -1;
    if (word.class === 'verb' && word.lower !== 'including' && end > at + 1) return -1;
    if (word.class === 'comma') return end + 1;
  }
  return -1;
}

/**
 * Complements of a verb or noun, read to the right from word `from` until the clause ends.
 * The first phrase of each role wins; a second bare phrase ("told the Herald a story") is `obj2`.
 */
export function readRoles(sentence: Sentence, from: number, own: VerbGroup | null): Roles {
  const { words, lexicon } = sentence;
  const filled = new Map<string, NounList>();
  let role = 'obj';
  let at = from;
  let end = from;
  const limit = Math.min(words.length, from + REACH);
  const starts = new Map(sentence.groups.map((group) => [group.start, group]));
  while (at < limit) {
    const word = words[at];
    if (!word) break;
    const group = starts.get(at);
    if ((group && group !== own) || word.lower === 'according' || closesSpeech(words, at)) break;
    if (word.class === 'preposition' && word.lower !== 'including') {
      role = word.lower === 'onto' ? 'on' : word.lower === 'towards' ? 'toward' : word.lower;
      at++;
    } else if (word.class === 'time' || word.class === 'adverb' || word.class === 'quote') at++;
    else if (word.class === 'open') {
      let close = at;
      while (close < limit && words[close]?.class !== 'close') close++;
      at = close + 1;
    } else if (isExample(words, at)) {
      // "drones, including the K-7": examples stand for goods that only have a common noun.
      const list = readList(words, at + (word.class === 'comma' ? 2 : 1), lexicon);
      if (!list) break;
      for (const [name, known] of filled) {
        if (known.end === end && known.phrases.every(({ head }) => head === null))
          filled.set(name, { ...known, phrases: [...known.phrases, ...list.phrases] });
      }
      at = words[list.end]?.class === 'comma' ? list.end + 1 : list.end;
      end = list.end;
    } else if (word.class === 'comma') {
      if (words[at + 1]?.class === 'quote') break;
      const next = afterParenthesis(sentence, at);
      if (next < 0) break;
      at = next;
    } else {
      const list = readList(words, at, lexicon);
      if (!list) break;
      const name = role === 'obj' && filled.has('obj') ? 'obj2' : role;
      if (!filled.has(name)) filled.set(name, list);
      at = list.end;
      end = at;
      role = 'obj';
    }
  }
  return { filled, end };
}
