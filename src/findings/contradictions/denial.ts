import type { ClaimEvidence } from '../evidence.ts';
import { groupBy } from '../grouping.ts';
import { compareParticulars, particularsOf } from '../particulars.ts';
import { asserts, type CaseRule, type Clash, type ClashContext, inOneLine, OUTSIDE, topic } from './clash.ts';

const SAID: ReadonlySet<string> = new Set(['reported', 'documented', 'assessed', 'alleged']);

/** Whether a claim says that something is not so, in somebody's mouth or flatly: "denied that", "was never charged". */
const denies = ({ claim, zone }: ClaimEvidence): boolean =>
  !OUTSIDE.has(zone) && (claim.modality === 'denied' || (claim.polarity === 'negative' && SAID.has(claim.modality)));

/**
 * One matter affirmed and denied. It is looked for in the whole matter, not in one event of it: who denies having paid gives no sum and
 * no day. A denial of one day says nothing of another.
 */
export const findDenial: CaseRule = (_facts, { matters, evidence }) =>
  matters.flatMap((matter): Clash[] => {
    if (matter.length < 2 || matter.some(({ rule }) => rule.nature === 'voice')) return [];
    const denied = matter.filter(denies);
    const affirmed = matter.filter((claim) => asserts(claim) && SAID.has(claim.claim.modality));
    if (denied.length === 0 || affirmed.length === 0) return [];
    const meet = (a: ClaimEvidence, b: ClaimEvidence): boolean =>
      compareParticulars(particularsOf(a, evidence), particularsOf(b, evidence), { isSameText: false, isBill: false })
        .conflicts === 0;
    const told = affirmed.filter((one) => denied.some((other) => meet(one, other)));
    const untold = denied.filter((one) => told.some((other) => meet(one, other)));
    if (told.length === 0) return [];
    const sides = [told, untold];
    const detail = inOneLine(sides, ({ claim }) =>
      `${claim.predicate} ${claim.polarity === 'negative' && claim.modality !== 'denied' ? 'not so' : claim.modality}`.replaceAll(
        '_',
        ' ',
      ),
    );
    return [{ kind: 'denial', severity: 'hard', sides, detail }];
  });

const GOODS: ReadonlySet<string> = new Set(['WeaponSystem', 'Product']);

/**
 * Somebody who denies handing goods over, or getting them, against deliveries that others tell of. A state's denial covers companies
 * that have their seat there, a denial of "weapons" covers whatever goods; what the denial leaves out it denies of everybody.
 */
export const findTradeDenial: CaseRule = (facts, context) => {
  const claims = facts.flat();
  const denials = claims.filter((one) => {
    const { claim, rule, slots } = one;
    if (!denies(one)) return false;
    const isTrade = rule.family === 'transfer' || (rule.family === 'denial' && handsOver(slots, context));
    return isTrade && (claim.modality === 'denied' || rule.family === 'transfer');
  });
  if (denials.length === 0) return [];
  const factOf = new Map(facts.flatMap((fact) => fact.map((claim) => [claim, fact] as const)));
  const deliveries = claims.filter(
    (claim) =>
      claim.rule.family === 'transfer' &&
      asserts(claim) &&
      isFirm(claim) &&
      (handsOver(claim.slots, context) || isCounted(claim)),
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

/** "40 engines": goods that no name stands for. */
const isCounted = ({ claim: { value } }: ClaimEvidence): boolean => value !== null && value.currency === undefined;

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
          (isState(one) && geography.countryOf(one) !== null && geography.countryOf(one) === geography.seatOf(other)),
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
