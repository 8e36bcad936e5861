import { PART_ROLES, ROLE_WEIGHTS } from '../../names/index.ts';

/** By number of the role, for the arrays of the index. */
export const WEIGHT_OF_ROLE: readonly number[] = PART_ROLES.map((role) => ROLE_WEIGHTS[role]);

const LEAST = 0.15;
const STEEPNESS = 1.5;
/** Below this size a list says little about how rare a word is: the words of a small list all count as rare. */
const USUAL_SIZE = 20_000;

/** 0.15..1: how much a word tells that `count` of `entries` bear. */
export function rarity(count: number, entries: number): number {
  const size = Math.max(entries, USUAL_SIZE);
  const share = Math.max(0, Math.log(size / Math.max(1, count)) / Math.log(size));
  return LEAST + (1 - LEAST) * share ** STEEPNESS;
}
