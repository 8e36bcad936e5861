import type { PassageKind } from '../../model/index.ts';
import type { Marks } from './marks.ts';
import type { Zone } from './zones.ts';

/** What the elements around a text say of it. */
export interface Context extends Marks {
  readonly zone: Zone;
  readonly kind: PassageKind;
  readonly isHidden: boolean;
  readonly isPre: boolean;
  /** Inside a table row that is one block, cells parted by tabs. */
  readonly inRow: boolean;
  /** Block quotations around it. */
  readonly depth: number;
}
