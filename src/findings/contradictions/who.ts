import type { ClaimEvidence } from '../evidence.ts';
import { factKeys } from '../fact-keys.ts';
import { groupBy } from '../grouping.ts';
import {
  asserts,
  type CaseRule,
  type ClashContext,
  fromDifferentDocuments,
  inOneLine,
  overlap,
  takeSides,
} from './clash.ts';

/**
 * Retellings of one report that tell one thing of different actors: who supplied it, who denies it, which product has it.
 * Only where the actor follows from the rest (the `functional` part of the predicate), where both are named, and where no text
 * tells it of both: a list cut in two is no contradiction. Two bodies of one state are a matter of precision.
 */
export const findWhoClash: CaseRule = (facts, context) => {
  const candidates = facts
    .flat()
    .filter((claim) => claim.rule.functional !== null && (asserts(claim) || claim.rule.family === 'denial'));
  const groups = groupBy(
    candidates.flatMap((claim) =>
      restOf(claim, context).map((rest) => ({ claim, key: `${context.originOf(claim)} ${rest}` })),
    ),
    ({ key }) => key,
  );
  const seen = new Set<string>();
  return [...groups.values()].flatMap((members) => {
    const claims = [...new Set(members.map(({ claim }) => claim))];
    const slot = claims[0]?.rule.functional ?? '';
    const sides = takeSides(
      claims,
      (claim) => (claim.slots.get(slot) ?? []).join(' '),
      (a, b) => overlap(a.slots.get(slot) ?? [], b.slots.get(slot) ?? []),
    );
    const key = claims.map(({ claim }) => claim.id).join(' ');
    if (sides.length < 2 || sides.length > 3 || seen.has(key) || !fromDifferentDocuments(sides) || toldOfBoth(sides))
      return [];
    seen.add(key);
    const actors = sides.map((side) => side.flatMap((claim) => claim.slots.get(slot) ?? []));
    const countries = actors.map((side) => new Set(side.map(context.geography.countryOf)));
    const oneState = countries.every(
      (side) =>
        side.size === 1 && !side.has(null) && overlap([...side] as string[], [...(countries[0] ?? [])] as string[]),
    );
    const kind = slot === 'agent' ? 'who' : 'misattribution';
    const severity = oneState ? 'soft' : slot === 'agent' ? 'medium' : 'hard';
    const detail = inOneLine(sides, (claim) => (claim.slots.get(slot) ?? []).map(context.name).join(' and '));
    return [{ kind, severity, sides, detail: `${claims[0]?.rule.family}: ${detail}` }];
  });
};

/** Keys of the fact without its functional part; [] when that part or the rest is not named. */
function restOf(claim: ClaimEvidence, { evidence }: ClashContext): string[] {
  const { rule, slots } = claim;
  const isNamed = (id: string): boolean => evidence.entity(id)?.named ?? false;
  const functional = rule.functional ?? '';
  if (!(slots.get(functional) ?? []).some(isNamed) || !(slots.get(functional) ?? []).every(isNamed)) return [];
  const fullest = [...rule.keys].filter(({ scoped }) => !scoped).sort((a, b) => b.slots.length - a.slots.length)[0];
  const rest = fullest?.slots.filter(({ slot }) => slot !== functional) ?? [];
  if (rest.length === 0) return [];
  return factKeys(
    { ...claim, rule: { ...rule, keys: [{ slots: rest, scoped: false }] } },
    (id) => ({ keys: [id], named: true }),
    null,
  );
}

/** Whether one text gives two of the sides. */
const toldOfBoth = (sides: readonly (readonly ClaimEvidence[])[]): boolean =>
  sides.some((side, i) =>
    sides.some((other, j) => i !== j && side.some((a) => other.some((b) => a.document === b.document))),
  );
