import type { ClaimEvidence } from '../evidence.ts';
import { groupBy } from '../grouping.ts';
import { asserts, type FactRule, fromDifferentDocuments, inOneLine, topic } from './clash.ts';

/** How far a claim says that something has come about; what one text tells as done cannot be another's plan in the same report. */
const STAGES: Readonly<Record<string, string>> = {
  reported: 'done',
  documented: 'done',
  assessed: 'done',
  alleged: 'alleged',
  capability: 'capability',
  planned: 'planned',
};

/**
 * Retellings of one report that tell one event as done, alleged, possible or planned. Between independent reports a plan may
 * simply have come true. A charge is an allegation however it is told. Properties (a range, a payload) are capabilities by nature and take no part.
 */
export const findModalityClash: FactRule = (fact, context) => {
  const events = fact.filter(
    (claim) =>
      claim.rule.nature === 'event' &&
      claim.rule.family !== 'charge' &&
      asserts(claim) &&
      STAGES[claim.claim.modality] !== undefined,
  );
  return [...groupBy(events, context.originOf).values()].flatMap((claims) => {
    const sides = [...groupBy(claims, ({ claim }) => STAGES[claim.modality] ?? '').values()];
    if (sides.length < 2 || !fromDifferentDocuments(sides) || sameTextSaysAll(sides)) return [];
    const stages = new Set(claims.map(({ claim }) => STAGES[claim.modality]));
    const severity = stages.has('planned') || stages.has('capability') || has(claims, 'documented') ? 'medium' : 'soft';
    return [
      {
        kind: 'modality',
        severity,
        sides,
        detail: `${topic(claims[0], context)}: ${inOneLine(sides, ({ claim }) => claim.modality.replaceAll('_', ' '))}`,
      },
    ];
  });
};

const has = (claims: readonly ClaimEvidence[], modality: string): boolean =>
  claims.some(({ claim }) => claim.modality === modality);

/** One text that goes through all stages tells a development. */
function sameTextSaysAll(sides: readonly (readonly ClaimEvidence[])[]): boolean {
  const [first, ...others] = sides;
  return (
    first?.some(({ document }) => others.every((side) => side.some((claim) => claim.document === document))) ?? false
  );
}
