import type { WeighedWord } from './name-pair.ts';
import { WEIGHTS } from './weights.ts';

/** The words of one side that have no counterpart, by weight. */
export interface Leftovers {
  /** All but numbers. */
  readonly all: number;
  /** As far as they tell this name from others. */
  readonly telling: number;
  readonly numbers: number;
  readonly hasPatronymic: boolean;
  /** How many. */
  readonly initials: number;
}

export function leftovers(positions: readonly number[], words: readonly WeighedWord[]): Leftovers {
  let [all, telling, numbers, initials] = [0, 0, 0, 0];
  let hasPatronymic = false;
  for (const position of positions) {
    const word = words[position];
    if (!word) continue;
    const { role, weight } = word;
    if (role === 'number') numbers += weight;
    else all += weight;
    if (role === 'name') telling += weight;
    if (role === 'place') telling += weight * WEIGHTS.place;
    if (role === 'generic') telling += weight * WEIGHTS.generic;
    if (role === 'initial') initials += 1;
    if (role === 'patronymic') hasPatronymic = true;
  }
  return { all, telling, numbers, hasPatronymic, initials };
}
