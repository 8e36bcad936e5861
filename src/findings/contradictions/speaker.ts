import type { ClaimEvidence } from '../evidence.ts';
import { headsOf } from '../own-origins.ts';
import { asserts, type FactRule, fromDifferentDocuments, inOneLine, overlap, takeSides } from './clash.ts';

/** The same words, or one fact of one report, credited to different named people or bodies. */
export const findSpeakerClash: FactRule = (fact, context) => {
  const { evidence, originOf, name } = context;
  const named = (claim: ClaimEvidence): string[] =>
    headsOf(claim).filter((head) => {
      const entity = evidence.entity(head);
      return entity?.named && entity.type !== 'Publication' && entity.type !== 'Document';
    });
  const credited = fact.filter((claim) => named(claim).length > 0 && (asserts(claim) || claim.rule.nature === 'voice'));
  const sides = takeSides(
    credited,
    (claim) => named(claim).join(' '),
    (a, b) => overlap(named(a), named(b)),
  );
  if (sides.length < 2 || !fromDifferentDocuments(sides)) return [];
  const oneOrigin = credited.every((claim) => originOf(claim) === originOf(credited[0] ?? claim));
  const sameWords = sides.some((side, i) =>
    sides.some((other, j) => i < j && side.some((a) => other.some((b) => a.claim.quotation === b.claim.quotation))),
  );
  if (!sameWords && (!oneOrigin || fact.some(({ rule }) => rule.family === 'denial'))) return [];
  const detail = inOneLine(sides, (claim) => named(claim).map(name).join(' and '));
  return [
    { kind: sameWords ? 'misattribution' : 'attribution', severity: sameWords ? 'hard' : 'medium', sides, detail },
  ];
};
