import type { Lexicons, MentionType } from '../model/index.ts';
import {
  type ComparableName,
  createNameComparer,
  type Name,
  type NameComparer,
  type NameKind,
  type NameLexicon,
  nameKind,
  nameLexicon,
  type PartLexicon,
  partLexicon,
  readName,
} from '../names/index.ts';
import type { Item } from './item.ts';

export interface SurfaceType {
  readonly type: MentionType;
  /** Mean certainty of the votes for `type`, 0..1. */
  readonly certainty: number;
}

/**
 * What the whole case knows of a surface: its type by weighted votes (a name has one type a case, however single mentions were
 * typed) and its parts.
 */
export class Vocabulary {
  readonly lexicon: NameLexicon;
  readonly parts: PartLexicon;
  readonly comparer: NameComparer;
  readonly #types = new Map<string, SurfaceType>();
  readonly #names = new Map<NameKind, Map<string, Name>>();
  readonly #comparables = new Map<NameKind, Map<string, ComparableName>>();

  constructor(items: readonly Item[], lexicons: Lexicons) {
    this.lexicon = nameLexicon(lexicons);
    this.parts = partLexicon(lexicons);
    this.comparer = createNameComparer(this.parts);
    const votes = new Map<string, Votes>();
    for (const { key, sense, mention } of items) {
      if (sense !== 'name') continue;
      const tally = votes.get(key) ?? new Votes();
      tally.add(mention.type, mention.typeScore);
      votes.set(key, tally);
    }
    for (const [key, tally] of votes) this.#types.set(key, tally.winner());
  }

  typeOf({ key, mention }: Item): SurfaceType {
    return this.#types.get(key) ?? { type: mention.type, certainty: mention.typeScore };
  }

  /** Words of the item's name with their roles, read as a name of `type` (its own by default). */
  nameOf(item: Item, type: MentionType = this.typeOf(item).type): Name {
    return remembered(this.#names, nameKind(type), item.mention.text, (text) => readName(text, type, this.lexicon));
  }

  /** The item's name, read for comparison as a name of its own type. */
  comparableOf(item: Item): ComparableName {
    const kind = nameKind(this.typeOf(item).type);
    return remembered(this.#comparables, kind, item.mention.text, (text) => this.comparer.read(text, READINGS[kind]));
  }
}

const READINGS = { person: 'person', organisation: 'organization', thing: 'thing', other: 'thing' } as const;

function remembered<T>(
  memory: Map<NameKind, Map<string, T>>,
  kind: NameKind,
  text: string,
  read: (text: string) => T,
): T {
  const names = memory.get(kind) ?? new Map<string, T>();
  memory.set(kind, names);
  const known = names.get(text);
  if (known) return known;
  const name = read(text);
  names.set(text, name);
  return name;
}

/** Weighted votes for a type. */
export class Votes {
  readonly #tally = new Map<MentionType, { weight: number; count: number }>();

  add(type: MentionType, score: number): void {
    const { weight, count } = this.#tally.get(type) ?? { weight: 0, count: 0 };
    // A vote without any certainty still counts a little, so that some type wins.
    this.#tally.set(type, { weight: weight + Math.max(score, 0.01), count: count + 1 });
  }

  winner(): SurfaceType {
    let best: SurfaceType = { type: 'Organization', certainty: 0 };
    let most = 0;
    for (const [type, { weight, count }] of [...this.#tally].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (weight > most) {
        most = weight;
        best = { type, certainty: weight / count };
      }
    }
    return best;
  }
}
