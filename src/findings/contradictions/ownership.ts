import type { ClaimEvidence } from '../evidence.ts';
import { asserts, type CaseRule, type Clash, type ClashContext, inOneLine } from './clash.ts';

/** A tie told as ownership here and as a vague link there; and a company said to belong to two owners that are no chain. */
export const findOwnershipClash: CaseRule = (facts, context) => {
  const owned = facts.flat().filter((claim) => claim.rule.family === 'ownership' && asserts(claim));
  const owners = new Map<string, Set<string>>();
  for (const claim of owned) {
    if (claim.claim.predicate === 'associated_with') continue;
    for (const thing of claim.slots.get('thing') ?? [])
      owners.set(thing, new Set([...(owners.get(thing) ?? []), ...(claim.slots.get('agent') ?? [])]));
  }
  return [...facts.flatMap((fact) => vagueTie(fact, context)), ...twoOwners(owned, owners, context)];
};

function vagueTie(fact: readonly ClaimEvidence[], context: ClashContext): Clash[] {
  const ties = fact.filter((claim) => claim.rule.family === 'ownership' && asserts(claim));
  const vague = ties.filter(({ claim }) => claim.predicate === 'associated_with');
  const firm = ties.filter(({ claim }) => claim.predicate !== 'associated_with');
  if (vague.length === 0 || firm.length === 0) return [];
  const sides = [firm, vague];
  const detail = inOneLine(sides, ({ claim }) => claim.predicate.replaceAll('_', ' '));
  return [{ kind: 'ownership', severity: 'soft', sides, detail: `${partiesOf(firm[0], context)}: ${detail}` }];
}

const partiesOf = (claim: ClaimEvidence | undefined, { name }: ClashContext): string =>
  [...(claim?.subject ?? []), ...(claim?.object ?? [])].map(name).join(', ');

/** Two companies or persons as owners, neither owned by the other, never named together. States own through companies: left out. */
function twoOwners(
  owned: readonly ClaimEvidence[],
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  context: ClashContext,
): Clash[] {
  const isParty = (id: string): boolean => {
    const entity = context.evidence.entity(id);
    return entity?.named === true && (entity.type === 'Company' || entity.type === 'Person');
  };
  const above = (id: string): Set<string> => {
    const all = new Set([id]);
    for (const one of all) for (const owner of owners.get(one) ?? []) if (all.size < 50) all.add(owner);
    return all;
  };
  return [...owners].flatMap(([thing, all]) => {
    const parties = [...all].filter(isParty).sort();
    const [one, other] = parties;
    if (
      parties.length !== 2 ||
      one === undefined ||
      other === undefined ||
      above(one).has(other) ||
      above(other).has(one)
    )
      return [];
    const claimsFor = (owner: string) =>
      owned.filter(
        ({ claim, slots }) =>
          claim.predicate === 'owned_by' && slots.get('thing')?.includes(thing) && slots.get('agent')?.includes(owner),
      );
    const sides = [claimsFor(one), claimsFor(other)];
    const shared = sides[0]?.some((a) => sides[1]?.some((b) => a.document === b.document));
    if (shared || sides.some((side) => side.length === 0)) return [];
    return [
      {
        kind: 'ownership',
        severity: 'medium',
        sides,
        detail: `${context.name(thing)}: ${context.name(one)} / ${context.name(other)}`,
      },
    ];
  });
}
