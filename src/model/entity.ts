import type { MentionType } from './mention.ts';
import type { Reason } from './score.ts';

export interface EntityName {
  readonly text: string;
  /** ISO 15924 code of the script, e.g. `Latn`, `Cyrl`, `Hans`. */
  readonly script: string;
  readonly count: number;
}

/** What mentions refer to after resolution. `id` hashes the sorted anchors of its mentions. */
export interface Entity {
  readonly id: string;
  readonly type: MentionType;
  /** What to call it: the cleanest, fullest, then commonest of its names in its commonest script. */
  readonly canonical: string;
  readonly named: boolean;
  readonly names: readonly EntityName[];
  readonly identifiers: Readonly<Record<string, readonly string[]>>;
  /** ISO 3166-1 alpha-2 code where a document says or implies one, else `null`. */
  readonly country: string | null;
  /** Mention ids, sorted. */
  readonly mentions: readonly string[];
}

/**
 * Same / not same / unsure between two entities, by a person or a rule; reversible.
 * `left` and `right` are mention ids, one of each: they outlive a change of what belongs to which entity.
 */
export interface Judgement {
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'not-same' | 'unsure';
  readonly by: { readonly kind: 'person' | 'rule'; readonly name: string };
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Resolution {
  readonly entities: readonly Entity[];
  readonly judgements: readonly Judgement[];
}
