import { PART_ROLES, type PartRole } from '../../names/index.ts';

/** How much a part weighs by what it does in the name; times the weight of its rarity. Set by hand. */
export const ROLE_WEIGHTS: Readonly<Record<PartRole, number>> = {
  name: 1,
  patronymic: 0.35,
  initial: 0.12,
  number: 0.9,
  place: 0.65,
  generic: 0.4,
  particle: 0,
  legal: 0,
  title: 0,
  aside: 0.3,
};

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
