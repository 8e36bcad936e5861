import type { ClaimEvidence } from './evidence.ts';

/** More combinations than this say nothing: a claim over ten parties and ten goods is a list, not a fact. */
const MOST = 64;

/**
 * Keys under which a claim meets others about the same fact: its family and the entities in the slots that its predicate asks for.
 * `keysOf` gives the keys of one argument (none: the argument takes no part). A list argument gives a key for each member, so that
 * two claims meet as soon as they share a member in every asked slot. Returns [] when a slot is empty.
 */
export function factKeys(evidence: ClaimEvidence, keysOf: (entity: string) => readonly string[]): string[] {
  const keys = new Set<string>();
  for (const alternative of evidence.rule.keys) {
    let partial: string[][] = [[]];
    const used = new Map<string, number>();
    for (const asked of alternative) {
      const slot = asked.replace(/^\?/, '');
      const values = (evidence.slots.get(slot) ?? []).flatMap(keysOf);
      if (asked.startsWith('?') && (evidence.slots.get(slot) ?? []).length === 0) values.push('');
      used.set(slot, (used.get(slot) ?? 0) + 1);
      partial = partial.flatMap((left) =>
        values.filter((value) => !left.includes(value)).map((value) => [...left, value]),
      );
      if (partial.length > MOST) return [];
    }
    const repeated = [...used.values()].some((times) => times > 1); // two parties of one slot have no order
    for (const values of partial) {
      const ordered = repeated ? [...values].sort() : values;
      keys.add([evidence.rule.family, alternative.join('+'), ...ordered].join('\u0001'));
    }
  }
  return [...keys];
}
