import { likenessKeys, type NamePart, ownKeys, type PartLexicon, skeletonsOf } from '../../names/index.ts';
import { growable, growableBytes } from './growable.ts';
import { TOKEN_ABJAD, TOKEN_JOINED, type TokenTable } from './name-index.ts';
import { CHECK, HASH, hashText, numbering } from './numbering.ts';
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

/** What the words that are counted together share: a name they spell, a meaning, their consonants. */
function familyOf(word: Word, skeletons: readonly string[], variants: readonly number[]): string {
  if (word.concept !== null) return `c${word.concept}`;
  if (variants.length > 0) return `v${variants[0]}`;
  const skeleton = skeletons[0] ?? '';
  if (skeleton.length >= 4) return `s${skeleton}`;
  return `t${word.sounds.replace(/[ei]/g, 'i').replace(/[ou]/g, 'u')}`;
}

function hashWord({ latin, sounds, concept }: Word, flags: number, multiplier: number): number {
  const hash = hashText(sounds, multiplier, hashText(latin, multiplier)) ^ flags;
  return concept === null ? hash : hashText(concept, multiplier, hash);
}

const NO_VARIANTS: readonly number[] = [];

export function collectTokens(lexicon: PartLexicon): TokenCollector {
  const [words, families] = [numbering(), numbering()];
  const concepts: string[] = [];
  const [family, concept, hashes, hashTokens] = [growable(), growable(), growable(), growable()];
  const flagsOf = growableBytes();
  const [latins, soundings] = [pool(), pool()];
  const counted: number[] = [];
  const lastEntry: number[] = [];

  const note = (word: Word, flags: number, token: number): void => {
    const { latin, sounds, isAbjad } = word;
    const variants = lexicon.variants.get(latin) ?? NO_VARIANTS;
    const skeletons = skeletonsOf(sounds, isAbjad);
    const group = familyOf(word, skeletons, variants);
    latins.add(latin);
    soundings.add(sounds);
    family.push(families.of(hashText(group, HASH), hashText(group, CHECK)));
    concept.push(word.concept === null ? -1 : positionIn(concepts, word.concept));
    flagsOf.push(flags);
    // Two words written together are found by their likeness only.
    const keys = likenessKeys({ latin, sounds, isAbjad }, variants, skeletons);
    if ((flags & TOKEN_JOINED) === 0) for (const key of ownKeys(word)) keys.push(key);
    keys.forEach((key, at) => {
      if (keys.indexOf(key) < at) return;
      hashes.push(key);
      hashTokens.push(token);
    });
  };

  return {
    add: (word, isJoined) => {
      const flags = (word.isAbjad ? TOKEN_ABJAD : 0) | (isJoined ? TOKEN_JOINED : 0);
      const before = words.size();
      const token = words.of(hashWord(word, flags, HASH), hashWord(word, flags, CHECK));
      if (token === before) note(word, flags, token);
      return token;
    },
    count: (token, entry) => {
      const group = family.at(token);
      if (lastEntry[group] === entry) return;
      lastEntry[group] = entry;
      counted[group] = (counted[group] ?? 0) + 1;
    },
    finish: (entries) => {
      const [latin, sounds] = [latins.finish(), soundings.finish()];
      return {
        latinStart: latin.start,
        latin: latin.bytes,
        soundsStart: sounds.start,
        sounds: sounds.bytes,
        concept: concept.toArray(),
        flags: flagsOf.toArray(),
        weight: Float32Array.from(family.toArray(), (group) => rarity(counted[group] ?? 1, entries)),
        hashes: hashes.toArray(),
        hashTokens: hashTokens.toArray(),
        concepts,
      };
    },
  };
}
