import { wordAmount } from '../../text/index.ts';
import type { ClaimEvidence } from '../evidence.ts';
import { groupBy } from '../grouping.ts';
import { agree, type Quantity, toQuantity } from '../quantities.ts';
import type { WordLists } from '../word-lists.ts';
import {
  asserts,
  type Clash,
  type ClashContext,
  type FactRule,
  fromDifferentDocuments,
  inOneLine,
  takeSides,
  topic,
} from './clash.ts';

/** Numbers in one unit may differ by rounding, numbers converted between units by more ("500 miles" for "800 km"). */
const ROUNDING = 0.02;
const CONVERSION = 0.1;
const EXACT_CONVERSION = 0.005;

type Difference = 'none' | 'number' | 'unit' | 'bound';

/**
 * Two values of one fact, compared in base units: numbers that cannot both hold, one figure in two units that do not quite agree,
 * and one figure whose bound changed on the way ("about 800", "up to 800"). Counts of what may happen again (deliveries, visits)
 * differ between independent reports without clashing.
 */
export const findQuantityClash: FactRule = (fact, context) => {
  const { lists } = context.evidence;
  const valued = fact.filter((claim) => asserts(claim) && quantityOf(claim, lists) !== null);
  const byUnit = groupBy(valued, (claim) => (quantityOf(claim, lists)?.unit ?? '').toLowerCase().replace(/s$/, ''));
  return [...byUnit.values()].flatMap((claims) => {
    const measured = claims.every(({ rule }) => rule.once || rule.keys.every(({ slots }) => slots.length === 1));
    const origins = new Set(claims.map(context.originOf));
    return measured || origins.size === 1 ? clashesOf(claims, context) : [];
  });
};

function clashesOf(claims: readonly ClaimEvidence[], context: ClashContext): Clash[] {
  const { lists } = context.evidence;
  const clashes: Clash[] = [];
  const show = ({ claim: { value } }: ClaimEvidence): string => (value === null ? '' : wordAmount(value));

  const kinds = [
    ['number', 'number', 'hard'],
    ['unit', 'unit', 'soft'],
    ['bound', 'number', 'soft'],
  ] as const;
  for (const [difference, kind, severity] of kinds) {
    const sides = takeSides(claims, show, (a, b) => differenceOf(a, b, lists) !== difference);
    if (sides.length < 2 || !fromDifferentDocuments(sides)) continue;
    clashes.push({ kind, severity, sides, detail: `${topic(claims[0], context)}: ${inOneLine(sides, show)}` });
  }
  return clashes;
}

const quantityOf = ({ claim }: ClaimEvidence, lists: WordLists): Quantity | null =>
  claim.value === null ? null : toQuantity(claim.value, lists);

function differenceOf(a: ClaimEvidence, b: ClaimEvidence, lists: WordLists): Difference {
  const [left, right] = [quantityOf(a, lists), quantityOf(b, lists)];
  if (left === null || right === null) return 'none';
  const apart = Math.abs(left.number - right.number) / Math.max(Math.abs(left.number), Math.abs(right.number), 1e-9);
  if (a.claim.value?.unit !== b.claim.value?.unit && apart <= CONVERSION)
    return apart > EXACT_CONVERSION ? 'unit' : 'none';
  // "up to 8 years" and "up to 15 years" are two maxima, though any number under 8 would satisfy both
  const maximum = lists.upperBounds.has(a.claim.predicate);
  const flat = (quantity: Quantity): Quantity => (maximum ? { ...quantity, op: '=' } : quantity);
  if (!agree(flat(left), flat(right), ROUNDING)) return 'number';
  const bounds = [left.op, right.op];
  return apart === 0 &&
    a.claim.value?.unit === b.claim.value?.unit &&
    bounds.includes('~') &&
    bounds.some((op) => op !== '~' && op !== '=')
    ? 'bound'
    : 'none';
}
