import type { PartRole } from '../parts/part.ts';

/** How much a part weighs by what it does in the name; times how rare it is, where that is known. Set by hand. */
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
