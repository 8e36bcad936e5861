import {
  conceptKey,
  likenessKeys,
  type NamePart,
  type PartLexicon,
  skeletonsOf,
  slipKeys,
  stemKey,
} from '../../names/index.ts';
import { growable, growableBytes } from './growable.ts';
import { TOKEN_ABJAD, TOKEN_JOINED, type TokenTable } from './name-index.ts';
import { rarity } from './part-weights.ts';

type Word = Pick<NamePart, 'latin' | 'sounds' | 'isAbjad' | 'concept'>;

/** Numbers the different words of the names and notes under which keys each is found. */
export interface TokenCollector {
  readonly add: (word: Word, isJoined: boolean) => number;
  /** Counts an entry for all words that sound like this one. */
  readonly count: (token: number, entry: number) => void;
  readonly finish: (entries: number) => CollectedTokens;
}

/** The table of tokens but for where each occurs, and the keys that each is found under. */
export interface CollectedTokens extends Omit<TokenTable, 'postingStart' | 'postings'> {
  readonly hashes: Int32Array;
  readonly hashTokens: Int32Array;
  readonly concepts: readonly string[];
}

interface Numbers {
  readonly of: (text: string) => { readonly number: number; readonly isNew: boolean };
}

/**
 * Two hashes of a text, made in one pass, as one exact number of 53 bits: far smaller in a map of millions than the text,
 * and as good as never equal for two.
 */
function fingerprint(text: string): number {
  let [first, second] = [0x811c9dc5, 0x9e3779b1];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x85ebca6b);
  }
  second ^= second >>> 15;
  return (first >>> 0) * 0x20_0000 + (second >>> 11);
}

function numbers(): Numbers {
  const known = new Map<number, number>();
  return {
    of: (text) => {
      const print = fingerprint(text);
      const old = known.get(print);
      if (old !== undefined) return { number: old, isNew: false };
      known.set(print, known.size);
      return { number: known.size - 1, isNew: true };
    },
  };
}

function positionIn(texts: string[], text: string): number {
  const at = texts.indexOf(text);
  return at < 0 ? texts.push(text) - 1 : at;
}

interface Pool {
  readonly add: (text: string) => void;
  readonly finish: () => { start: Int32Array; bytes: Uint8Array };
}

function pool(): Pool {
  const start = growable();
  const bytes = growableBytes();
  start.push(0);
  return {
    add: (text) => {
      for (let at = 0; at < text.length; at++) bytes.push(text.charCodeAt(at));
      start.push(bytes.length());
    },
    finish: () => ({ start: start.toArray(), bytes: bytes.toArray() }),
  };
}

/** Words that are counted together: variants of a name, words of a meaning, words of the same consonants. */
function familyOf(word: Word, lexicon: PartLexicon): string {
  if (word.concept !== null) return `c${word.concept}`;
  const [variant] = lexicon.variants.get(word.latin) ?? [];
  if (variant !== undefined) return `v${variant}`;
  const [skeleton = ''] = skeletonsOf(word.sounds, word.isAbjad);
  if (skeleton.length >= 4) return `s${skeleton}`;
  return `t${word.sounds.replace(/[ei]/g, 'i').replace(/[ou]/g, 'u')}`;
}

export function collectTokens(lexicon: PartLexicon): TokenCollector {
  const words = numbers();
  const families = numbers();
  const concepts: string[] = [];
  const [family, concept, hashes, hashTokens] = [growable(), growable(), growable(), growable()];
  const flags = growableBytes();
  const [latin, sounds] = [pool(), pool()];
  const counted: number[] = [];
  const lastEntry: number[] = [];

  const addKeys = (word: Word, isJoined: boolean, token: number): void => {
    const keys = likenessKeys({ ...word, otherSounds: null }, lexicon.variants.get(word.latin) ?? []);
    if (!isJoined) {
      keys.push(...slipKeys(word));
      const stem = stemKey(word.sounds);
      if (stem !== null) keys.push(stem);
      if (word.concept !== null) keys.push(conceptKey(word.concept));
    }
    for (const key of new Set(keys)) {
      hashes.push(key);
      hashTokens.push(token);
    }
  };

  return {
    add: (word, isJoined) => {
      const id = `${word.latin} ${word.sounds} ${word.concept ?? ''} ${word.isAbjad ? 1 : 0}${isJoined ? 1 : 0}`;
      const { number: token, isNew } = words.of(id);
      if (!isNew) return token;
      latin.add(word.latin);
      sounds.add(word.sounds);
      family.push(families.of(familyOf(word, lexicon)).number);
      concept.push(word.concept === null ? -1 : positionIn(concepts, word.concept));
      flags.push((word.isAbjad ? TOKEN_ABJAD : 0) | (isJoined ? TOKEN_JOINED : 0));
      addKeys(word, isJoined, token);
      return token;
    },
    count: (token, entry) => {
      const group = family.at(token);
      if (lastEntry[group] === entry) return;
      lastEntry[group] = entry;
      counted[group] = (counted[group] ?? 0) + 1;
    },
    finish: (entries) => {
      const [latins, soundings] = [latin.finish(), sounds.finish()];
      return {
        latinStart: latins.start,
        latin: latins.bytes,
        soundsStart: soundings.start,
        sounds: soundings.bytes,
        concept: concept.toArray(),
        flags: flags.toArray(),
        weight: Float32Array.from(family.toArray(), (group) => rarity(counted[group] ?? 1, entries)),
        hashes: hashes.toArray(),
        hashTokens: hashTokens.toArray(),
        concepts,
      };
    },
  };
}
