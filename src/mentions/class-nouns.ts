import type { MentionType } from '../model/index.ts';
import type { Votes } from './candidate.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

const BY_CLASS: Readonly<Record<string, MentionType>> = {
  weapon: 'WeaponSystem',
  product: 'Product',
  vessel: 'Vessel',
  company: 'Company',
  organization: 'Organization',
  body: 'PublicBody',
  publication: 'Publication',
  place: 'Place',
  facility: 'Place',
  person: 'Person',
};

export function votesOf(kind: string, vote: number): Votes {
  const type = BY_CLASS[kind];
  return type === undefined ? {} : { [type]: vote };
}

/** Class nouns that are written in capitals. */
const ACRONYM_CLASS = /^(?:UAVs?|UCAVs?|UASs?|SAMs?|ICBMs?|MLRS|ATGMs?|БПЛА|ЗРК|РСЗО)$/;

/** The class of the noun that ends at `at`, of two words or one; a plural of persons is no title. */
export function classAt(words: readonly Word[], at: number, vocabulary: Vocabulary): string | undefined {
  const word = words[at];
  if (!word || (word.kind !== 'lower' && !ACRONYM_CLASS.test(word.text)) || word.possessive) return undefined;
  const two =
    words[at - 1]?.kind === 'lower' ? vocabulary.classNouns.get(`${words[at - 1]?.lower} ${word.lower}`) : undefined;
  return two ?? vocabulary.classNouns.get(word.lower);
}

/** "X attack drone", "X newspaper", "X province", "X spokesman". */
export function nounAfter(words: readonly Word[], start: number, vocabulary: Vocabulary): Votes | null {
  for (let at = start; at < Math.min(words.length, start + 5); at++) {
    const word = words[at];
    if (!word) return null;
    if (ACRONYM_CLASS.test(word.text)) return { WeaponSystem: 1.4 };
    if (/^(?:and|or)$/.test(word.lower) && at > start && words[at + 1]?.kind === 'lower') continue;
    if (word.kind !== 'lower') return null;
    const two =
      words[at + 1]?.kind === 'lower' ? vocabulary.classNouns.get(`${word.lower} ${words[at + 1]?.lower}`) : undefined;
    const kind = two ?? vocabulary.classNouns.get(word.lower);
    const more = words[at + 1];
    const modifies =
      more?.kind === 'lower' && vocabulary.classNouns.has(more.lower) && !vocabulary.afterNames.has(more.lower);
    if (kind && !modifies) {
      if (kind === 'person') return at === start ? { Organization: 0.4, Company: 0.4, PublicBody: 0.2 } : null;
      if (kind === 'weapon') return { WeaponSystem: at === start ? 1.4 : 1 };
      if (kind === 'product') return { Product: at === start ? 0.6 : 0.3 };
      if (kind === 'document') return { Company: 0.3, Organization: 0.2 };
      return at <= start + 1 ? votesOf(kind, 1.3) : null;
    }
    if (vocabulary.afterNames.has(word.lower) && !/^(?:attack|surveillance|strike|fire)$/.test(word.lower)) return null;
    if (vocabulary.starters.has(word.lower)) return null;
  }
  return null;
}

export const isCode = (word: Word): boolean => word.kind === 'name' && /\p{N}/u.test(word.text);

/** "X1, X2 and X3 drones": what follows the last of a list of models is said of each. */
export function listVotes(words: readonly Word[], start: number, vocabulary: Vocabulary): Votes | null {
  let at = start;
  for (let steps = 0; steps < 12; steps++) {
    const word = words[at];
    if (!word) return null;
    if (isCode(word)) {
      const next = words[at + 1];
      if (next?.kind === 'lower' && !/^(?:and|or|и|und|e|et)$/.test(next.lower))
        return nounAfter(words, at + 1, vocabulary);
    } else if (!/^(?:,|and|or|the|и|und|e|et)$/.test(word.lower)) return null;
    at++;
  }
  return null;
}
