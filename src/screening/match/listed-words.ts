import { type NamePair, PART_ROLES, type WeighedWord } from '../../names/index.ts';
import { latinOf, type NameIndex, soundsOf, TOKEN_ABJAD } from '../index/name-index.ts';
import { WEIGHT_OF_ROLE } from '../index/part-weights.ts';
import type { Seeker } from './candidates.ts';

/** A word of a listed name: `token` and `joined` (written together with the next; -1 for none) are its numbers in the index. */
export interface ListedWord extends WeighedWord {
  readonly token: number;
  readonly joined: number;
}

/** The words of name number `name`; the index keeps their Latin letters only. */
export function listedWords(name: number, { names, tokens, concepts }: NameIndex): ListedWord[] {
  const words: ListedWord[] = [];
  for (let at = names.partStart[name] ?? 0; at < (names.partStart[name + 1] ?? 0); at++) {
    const token = names.partToken[at] ?? 0;
    const role = names.partRole[at] ?? 0;
    const latin = latinOf(tokens, token);
    words.push({
      token,
      joined: names.partJoined[at] ?? -1,
      role: PART_ROLES[role] ?? 'name',
      text: latin,
      latin,
      sounds: soundsOf(tokens, token),
      isAbjad: ((tokens.flags[token] ?? 0) & TOKEN_ABJAD) !== 0,
      concept: concepts[tokens.concept[token] ?? -1] ?? null,
      weight: (tokens.weight[token] ?? 1) * (WEIGHT_OF_ROLE[role] ?? 1),
    });
  }
  return words;
}

interface Seekers {
  readonly seekers: readonly Seeker[];
  /** For each word of the query written together with the next. */
  readonly joined: readonly (Seeker | null)[];
}

/** The likenesses that the search in the index found already. */
export function likenessesIn({ seekers, joined }: Seekers, listed: readonly ListedWord[]): NamePair['likenesses'] {
  const find = (seeker: Seeker | null | undefined, token: number | undefined) =>
    seeker?.neighbours.byToken.get(token ?? -1) ?? null;
  return {
    ofWords: (i, j) => find(seekers[i], listed[j]?.token),
    ofLeftTogether: (i, j) => find(joined[i], listed[j]?.token),
    ofRightTogether: (i, j) => find(seekers[i], listed[j]?.joined),
  };
}
