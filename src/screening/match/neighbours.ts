import {
  areOtherNames,
  compareParts,
  conceptKey,
  LEAST_TOGETHER,
  likenessKeys,
  type NamePart,
  type PartFeature,
  type PartLexicon,
  slipKeys,
  stemKey,
  variantKeys,
} from '../../names/index.ts';
import { visitKey } from '../index/key-table.ts';
import { latinOf, type NameIndex, soundsOf, TOKEN_ABJAD, TOKEN_JOINED } from '../index/name-index.ts';

/** A word of the index that is like a word of the query. */
export interface Neighbour {
  readonly token: number;
  readonly score: number;
  readonly feature: PartFeature;
}

/** Words of the index like one word of a query, best first, and by token. */
export interface Neighbours {
  readonly list: readonly Neighbour[];
  readonly byToken: ReadonlyMap<number, Neighbour>;
}

/** More words under one key say that the key says nothing. */
const MOST_UNDER_KEY = 300;

export interface Among {
  readonly index: NameIndex;
  readonly lexicon: PartLexicon;
  readonly isJoined: boolean;
}

/** Words of the same consonants that differ more in length are no spellings of one another. */
const MOST_LONGER = 3;

/**
 * Finds the words of the index that are like `part`: equal, sounding alike, one slip away, of one meaning.
 * Two words of the query written together (`isJoined`) are compared with single words only: pairs of pairs say nothing new.
 */
export function findNeighbours(part: NamePart, { index, lexicon, isJoined }: Among): Neighbours {
  const byToken = new Map<number, Neighbour>();
  const seen = new Set<number>();
  const variants = lexicon.variants.get(part.latin) ?? [];
  const { latinStart, flags } = index.tokens;
  const length = part.latin.length;
  // Cyrillic takes more letters for Chinese syllables than pinyin does.
  const otherLength = part.otherSounds?.length ?? length;
  const compareAll = (keys: readonly number[], { shareName = false, isNear = false } = {}): void => {
    for (const key of keys) {
      visitKey(index.keys, key, MOST_UNDER_KEY, (token) => {
        if (seen.has(token) || (isJoined && ((flags[token] ?? 0) & TOKEN_JOINED) !== 0)) return;
        const own = (latinStart[token + 1] ?? 0) - (latinStart[token] ?? 0);
        const longer = Math.min(Math.abs(own - length), Math.abs(own - otherLength));
        if (isNear && longer > MOST_LONGER && !part.isAbjad && ((flags[token] ?? 0) & TOKEN_ABJAD) === 0) return;
        seen.add(token);
        const neighbour = compareWith(part, token, { index, shareName, lexicon });
        if (neighbour) byToken.set(token, neighbour);
      });
    }
  };
  if (variants.length > 0) compareAll(variantKeys(variants), { shareName: true });
  if (part.concept !== null) compareAll([conceptKey(part.concept)]);
  compareAll(likenessKeys(part, []), { isNear: true });
  compareAll(slipKeys(part));
  const stem = stemKey(part.sounds);
  if (stem !== null) compareAll([stem]);
  return { list: [...byToken.values()].sort((a, b) => b.score - a.score), byToken };
}

interface With {
  readonly index: NameIndex;
  readonly lexicon: PartLexicon;
  readonly shareName: boolean;
}

function compareWith(part: NamePart, token: number, { index, shareName, lexicon }: With): Neighbour | null {
  const flags = index.tokens.flags[token] ?? 0;
  const concept = index.tokens.concept[token] ?? -1;
  const other = {
    latin: latinOf(index.tokens, token),
    sounds: soundsOf(index.tokens, token),
    concept: concept < 0 ? null : (index.concepts[concept] ?? null),
    isAbjad: (flags & TOKEN_ABJAD) !== 0,
  };
  const differ = !shareName && areOtherNames(part.latin, other.latin, lexicon);
  const { score, feature } = compareParts(part, other, { shareName, differ });
  if (feature === 'different' || ((flags & TOKEN_JOINED) !== 0 && score < LEAST_TOGETHER)) return null;
  return { token, score, feature };
}
