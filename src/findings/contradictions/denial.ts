import type { ClaimEvidence } from '../evidence.ts';
import { groupBy } from '../grouping.ts';
import { asserts, type CaseRule, type Clash, type ClashContext, type FactRule, inOneLine, topic } from './clash.ts';

/** One fact affirmed and denied. */
export const findDenial: FactRule = (fact) => {
  if (fact.some(({ rule }) => rule.nature === 'voice')) return [];
  const affirmed = fact.filter((claim) => asserts(claim) && claim.claim.modality !== 'opinion');
  const denied = fact.filter(({ claim }) => claim.modality === 'denied');
  if (affirmed.length === 0 || denied.length === 0) return [];
  const sides = [affirmed, denied];
  return [
    {
      kind: 'denial',
      severity: 'hard',
      sides,
      detail: inOneLine(sides, ({ claim }) => `${claim.predicate} ${claim.modality}`.replaceAll('_', ' ')),
    },
  ];
};

const GOODS: ReadonlySet<string> = new Set(['WeaponSystem', 'Product']);

/**
 * Somebody who denies handing goods over, or getting them, against deliveries that others tell of. A state's denial covers companies
 * that have their seat there, a denial of "weapons" covers whatever goods; what the denial leaves out it denies of everybody.
 */
export const findTradeDenial: CaseRule = (facts, context) => {
  const claims = facts.flat();
  const denials = claims.filter(({ claim, rule, slots }) => {
    const isTrade = rule.family === 'transfer' || (rule.family === 'denial' && handsOver(slots, context));
    return claim.modality === 'denied' && isTrade;
  });
  if (denials.length === 0) return [];
  const factOf = new Map(facts.flatMap((fact) => fact.map((claim) => [claim, fact] as const)));
  const deliveries = claims.filter(
    (claim) => claim.rule.family === 'transfer' && asserts(claim) && isFirm(claim) && handsOver(claim.slots, context),
  );
  const byDenier = groupBy(denials, ({ slots }) =>
    [slots.get('agent')?.map((id) => context.geography.countryOf(id) ?? id), slots.get('recipient')].join('|'),
  );
  return [...byDenier.values()].flatMap((denied): Clash[] => {
    const against = deliveries.filter((delivery) =>
      denied.some((denial) => factOf.get(denial) !== factOf.get(delivery) && covers(denial, delivery, context)),
    );
    if (against.length === 0) return [];
    const sides = [against, denied];
    const show = (claim: ClaimEvidence): string => topic(claim, context);
    return [{ kind: 'denial', severity: 'hard', sides, detail: `told and denied: ${inOneLine(sides, show)}` }];
  });
};

const isFirm = ({ claim }: ClaimEvidence): boolean => claim.modality === 'documented' || claim.modality === 'reported';

const handsOver = (slots: ClaimEvidence['slots'], { evidence }: ClashContext): boolean =>
  (slots.get('thing') ?? []).some((thing) => GOODS.has(evidence.entity(thing)?.type ?? ''));

/** Whether a delivery is one that the denial rules out: same supplier or one of that state, same buyer or one of that country. */
function covers(denial: ClaimEvidence, delivery: ClaimEvidence, { evidence, geography }: ClashContext): boolean {
  const isState = (id: string): boolean => ['Place', 'PublicBody'].includes(evidence.entity(id)?.type ?? '');
  const meets = (denied: readonly string[], told: readonly string[]): boolean =>
    denied.some((one) =>
      told.some(
        (other) =>
          one === other ||
          (isState(one) &&
            geography.countryOf(one) !== null &&
            geography.countryOf(one) === geography.countryOf(other)),
      ),
    );
  const party = (claim: ClaimEvidence, slot: string): readonly string[] => claim.slots.get(slot) ?? [];
  const sellers = party(denial, 'agent');
  const buyers = [...party(denial, 'recipient'), ...(denial.rule.family === 'denial' ? party(denial, 'goal') : [])];
  if (sellers.length === 0 && buyers.length === 0) return false;
  const things = party(denial, 'thing').filter((thing) => evidence.entity(thing)?.named);
  return (
    (sellers.length === 0 || meets(sellers, party(delivery, 'agent'))) &&
    (buyers.length === 0 || meets(buyers, party(delivery, 'recipient'))) &&
    (things.length === 0 || meets(things, party(delivery, 'thing')))
  );
}
