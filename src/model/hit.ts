import type { Reason } from './score.ts';

/** One possible match of an entity with a list entry, explained. A proposal until a person decides. */
export interface Hit {
  readonly id: string;
  readonly entity: string;
  readonly list: string;
  readonly entry: string;
  readonly name: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly listedFrom: string | null;
  readonly listedUntil: string | null;
}
