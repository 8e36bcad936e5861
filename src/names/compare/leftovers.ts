import type { PartRole } from '../parts/part.ts';
import type { WeighedWord } from './name-pair.ts';
import { WEIGHTS } from './weights.ts';

/** The words of one side that have no counterpart, by weight. */
export interface Leftovers {
  /** All but numbers. */
  readonly all: number;
  /** What they cost: words that tell little cost less than they weigh. */
  readonly cost: number;
  /** As far as they tell this name from others. */
  readonly telling: number;
  readonly numbers: number;
  readonly hasPatronymic: boolean;
  /** How many. */
  readonly initials: number;
}

/** `isPlain`: only dictionary words agree, so that what is left over of that kind tells all the more. */
export function leftovers(positions: readonly number[], words: readonly WeighedWord[], isPlain: boolean): Leftovers {
  const shares: Partial<Record<PartRole, number>> = {
    generic: isPlain ? WEIGHTS.plainLeft : WEIGHTS.genericLeft,
    place: WEIGHTS.placeLeft,
  };
  let [all, cost, telling, numbers, initials] = [0, 0, 0, 0, 0];
  let hasPatronymic = false;
  for (const position of positions) {
    const word = words[position];
    if (!word) continue;
    const { role, weight } = word;
    if (role === 'number') numbers += weight;
    else {
      all += weight;
      cost += weight * (shares[role] ?? 1);
    }
    if (role === 'name') telling += weight;
    if (role === 'place') telling += weight * WEIGHTS.place;
    if (role === 'generic') telling += weight * WEIGHTS.generic;
    if (role === 'initial') initials += 1;
    if (role === 'patronymic') hasPatronymic = true;
  }
  return { all, cost, telling, numbers, hasPatronymic, initials };
}
