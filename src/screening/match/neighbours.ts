import {
  compareParts,
  conceptKey,
  hashKey,
  likenessKeys,
  type NamePart,
  type PartFeature,
  type PartLexicon,
  slipKeys,
  stemKey,
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
const LEAST_JOINED = 0.84;

/** Finds the words of the index that are like `part`: equal, sounding alike, one slip away, of one meaning. */
export function findNeighbours(part: NamePart, index: NameIndex, lexicon: PartLexicon): Neighbours {
  const byToken = new Map<number, Neighbour>();
  const variants = lexicon.variants.get(part.latin) ?? [];
  const compareAll = (keys: readonly number[], shareName: boolean): void => {
    for (const key of keys) {
      visitKey(index.keys, key, MOST_UNDER_KEY, (token) => {
        if (byToken.has(token)) return;
        const neighbour = compareWith(part, token, { index, shareName, variants, lexicon });
        if (neighbour) byToken.set(token, neighbour);
      });
    }
  };
  if (variants.length > 0) compareAll(variants.map((line) => hashKey(4, String(line))), true);
  if (part.concept !== null) compareAll([conceptKey(part.concept)], false);
  compareAll(likenessKeys(part, []), false);
  compareAll(slipKeys(part), false);
  const stem = stemKey(part.sounds);
  if (stem !== null) compareAll([stem], false);
  return { list: [...byToken.values()].sort((a, b) => b.score - a.score), byToken };
}

interface With {
  readonly index: NameIndex;
  readonly lexicon: PartLexicon;
  readonly shareName: boolean;
  /** Lines of the lists of name variants that the part stands in. */
  readonly variants: readonly number[];
}

function compareWith(
  part: NamePart,
  token: number,
  { index, shareName, variants, lexicon }: With,
): Neighbour | null {
  const flags = index.tokens.flags[token] ?? 0;
  const concept = index.tokens.concept[token] ?? -1;
  const other = {
    latin: latinOf(index.tokens, token),
    sounds: soundsOf(index.tokens, token),
    concept: concept < 0 ? null : (index.concepts[concept] ?? null),
    isAbjad: (flags & TOKEN_ABJAD) !== 0,
  };
  const others = variants.length === 0 ? [] : (lexicon.variants.get(other.latin) ?? []);
  const differ = others.length > 0 && !shareName && !variants.some((line) => others.includes(line));
  const { score, feature } = compareParts(part, other, { shareName, differ });
  if (feature === 'different' || ((flags & TOKEN_JOINED) !== 0 && score < LEAST_JOINED)) return null;
  return { token, score, feature };
}
