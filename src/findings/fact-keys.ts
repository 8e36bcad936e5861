import type { ClaimEvidence } from './evidence.ts';

/** More combinations than this say nothing: a claim over ten parties and ten goods is a list, not a fact. */
const MOST = 64;

/** How one argument takes part: the keys it meets others by, and whether the text names it. */
export interface ArgumentKeys {
  readonly keys: readonly string[];
  readonly named: boolean;
}

/**
 * Keys under which a claim meets others about the same fact: its family and the entities in the slots that its predicate asks for.
 * A list argument gives a key for each member, so that two claims meet as soon as they share a member in every asked slot.
 * `origin` scopes the alternatives that hold inside one origin only; `null` leaves these out. Returns [] when a slot is empty.
 */
export function factKeys(
  evidence: ClaimEvidence,
  keysOf: (entity: string) => ArgumentKeys,
  origin: string | null,
): string[] {
  const keys = new Set<string>();
  for (const { slots, scoped } of evidence.rule.keys) {
    if (scoped && origin === null) continue;
    let partial: string[][] = [[]];
    for (const { slot, optional, unnamed } of slots) {
      const given = (evidence.slots.get(slot) ?? []).map(keysOf);
      const values = given.filter(({ named }) => !(unnamed && named)).flatMap((argument) => argument.keys);
      if (optional && given.length === 0) values.push('');
      partial = partial.flatMap((left) =>
        values.filter((value) => !left.includes(value) || value === '').map((value) => [...left, value]),
      );
      if (partial.length > MOST) return [];
    }
    const repeated = new Set(slots.map(({ slot }) => slot)).size < slots.length; // two parties of one slot have no order
    const form = slots.map(({ slot }) => slot).join('+');
    for (const values of partial) {
      if (values.filter((value) => value !== '').length < Math.min(2, slots.length)) continue;
      const ordered = repeated ? [...values].sort() : values;
      keys.add([evidence.rule.family, scoped ? origin : '', form, ...ordered].join('\u0001'));
    }
  }
  return [...keys];
}
