import type { ClaimEvidence } from '../evidence.ts';
import {
  asserts,
  type ClashContext,
  type FactRule,
  fromDifferentDocuments,
  inOneLine,
  takeSides,
  topic,
} from './clash.ts';

/** One fact in two places of which neither lies in the other; places in two countries weigh more than two towns of one. */
export const findPlaceClash: FactRule = (fact, context) => {
  const placed = fact.filter((claim) => asserts(claim) && placesOf(claim, context).length > 0);
  const meet = (a: ClaimEvidence, b: ClaimEvidence): boolean =>
    placesOf(a, context).some((one) => placesOf(b, context).some((other) => context.geography.nested(one, other)));
  const sides = takeSides(placed, (claim) => placesOf(claim, context).join(' '), meet);
  if (sides.length < 2 || !fromDifferentDocuments(sides)) return [];
  const countries = new Set(placed.flatMap((claim) => placesOf(claim, context).map(context.geography.countryOf)));
  const detail = inOneLine(sides, (claim) => placesOf(claim, context).map(context.name).join(' and '));
  return [
    {
      kind: 'place',
      severity: countries.size > 1 ? 'hard' : 'medium',
      sides,
      detail: `${topic(placed[0], context)}: ${detail}`,
    },
  ];
};

/** Where it happened; a predicate may hold the place as its object (arrested in ...), if that slot does not tell facts apart. */
function placesOf(claim: ClaimEvidence, { evidence }: ClashContext): readonly string[] {
  const isKey = claim.rule.keys.some(({ slots }) => slots.some(({ slot }) => slot === 'place'));
  const places = [...claim.place, ...(isKey ? [] : (claim.slots.get('place') ?? []))];
  return places.filter((place) => evidence.entity(place)?.type === 'Place');
}
