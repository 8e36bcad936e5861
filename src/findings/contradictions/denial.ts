import type { ClaimEvidence } from '../evidence.ts';
import { groupBy } from '../grouping.ts';
import { asserts, type CaseRule, type Clash, type ClashContext, type FactRule, inOneLine } from './clash.ts';

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
      detail: inOneLine(sides, ({ claim }) => `${claim.predicate} ${claim.modality}`),
    },
  ];
};

const GOODS: ReadonlySet<string> = new Set(['WeaponSystem', 'Product']);

/**
 * A state that denies handing over goods at all, against deliveries by it or by companies that have their seat there.
 * The denial names no buyer, or one in the country that the buyer is in.
 */
export const findTradeDenial: CaseRule = (facts, context) => {
  const { countryOf } = context.geography;
  const claims = facts.flat();
  const denials = claims.filter((claim) => claim.claim.modality === 'denied' && isAboutGoods(claim, context));
  const deliveries = claims.filter(
    (claim) => claim.rule.family === 'transfer' && asserts(claim) && isFirm(claim) && handsOverGoods(claim, context),
  );
  const byCountry = groupBy(denials, (claim) => countryOf(claim.slots.get('agent')?.[0] ?? '') ?? '');
  return [...byCountry].flatMap(([country, denied]): Clash[] => {
    const against = deliveries.filter(
      (claim) =>
        (claim.slots.get('agent') ?? []).some((agent) => countryOf(agent) === country) &&
        denied.some((denial) => sameBuyer(denial, claim, context)),
    );
    if (country === '' || against.length === 0) return [];
    const sides = [against, denied];
    const detail = inOneLine(sides, (claim) => (claim.slots.get('agent') ?? []).map(context.name).join(', '));
    return [{ kind: 'denial', severity: 'hard', sides, detail: `delivered: ${detail} denies` }];
  });
};

const isFirm = ({ claim }: ClaimEvidence): boolean => claim.modality === 'documented' || claim.modality === 'reported';

const isGoods = (id: string, { evidence }: ClashContext): boolean => GOODS.has(evidence.entity(id)?.type ?? '');

const isAboutGoods = (claim: ClaimEvidence, context: ClashContext): boolean =>
  (claim.rule.family === 'transfer' || claim.rule.family === 'denial') &&
  (claim.slots.get('thing') ?? []).some((thing) => isGoods(thing, context));

const handsOverGoods = (claim: ClaimEvidence, context: ClashContext): boolean =>
  (claim.slots.get('thing') ?? []).some((thing) => isGoods(thing, context));

function sameBuyer(denial: ClaimEvidence, delivery: ClaimEvidence, { geography }: ClashContext): boolean {
  const denied = [...(denial.slots.get('recipient') ?? []), ...(denial.slots.get('goal') ?? [])].map(
    geography.countryOf,
  );
  const buyers = (delivery.slots.get('recipient') ?? []).map(geography.countryOf);
  return (
    denied.every((country) => country === null) ||
    buyers.some((country) => country !== null && denied.includes(country))
  );
}
