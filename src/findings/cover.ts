import type { CoverIdentity } from '../model/index.ts';
import { contentId } from '../text/index.ts';
import { type ClaimEvidence, type Evidence, sorted } from './evidence.ts';
import { groupBy } from './grouping.ts';
import { holdsWording } from './word-lists.ts';

/** People given out as one employer's and held to be another's. */
export interface Cover {
  readonly subject: readonly string[];
  readonly described: readonly ClaimEvidence[];
  readonly assessed: readonly ClaimEvidence[];
}

/**
 * Covers: claims that give the same people two employers, where one side is wording of passing off ("described as") or stands in papers,
 * and the other is somebody's assessment. People are the same when resolution says so, or when one sentence tells both.
 */
export function findCovers(evidence: Evidence): Cover[] {
  const employments = evidence.claims.filter(
    ({ rule, claim, object, zone }) =>
      rule.family === 'employment' && claim.polarity === 'positive' && object.length > 0 && zone !== 'comment',
  );
  const groups = [
    ...groupBy(
      employments.flatMap((claim) => claim.subject.map((subject) => ({ claim, key: subject }))),
      ({ key }) => key,
    ).values(),
    ...groupBy(
      employments.map((claim) => ({ claim, key: `${claim.document.document.id} ${claim.sentence.start}` })),
      ({ key }) => key,
    ).values(),
  ];
  const covers = new Map<string, Cover>();
  for (const group of groups) {
    const claims = group.map(({ claim }) => claim);
    const described = claims.filter((claim) => isDescribed(claim, evidence));
    const assessed = claims.filter((claim) => !isDescribed(claim, evidence) && isAssessed(claim));
    for (const [claimed, apparent] of groupBy(described, ({ object }) => object.join(' '))) {
      for (const [actual, held] of groupBy(assessed, ({ object }) => object.join(' '))) {
        if (claimed === actual) continue;
        const key = [...apparent, ...held]
          .map(({ claim }) => claim.id)
          .sort()
          .join(' ');
        covers.set(key, {
          subject: sorted(held.flatMap(({ subject }) => subject)),
          described: apparent,
          assessed: held,
        });
      }
    }
  }
  return withoutParts([...covers.values()]);
}

const isDescribed = ({ claim, document, sentence }: ClaimEvidence, { lists }: Evidence): boolean =>
  claim.modality === 'documented' ||
  (claim.modality !== 'assessed' &&
    holdsWording(document.document.text.slice(sentence.start, claim.end), lists.describedAs));

const isAssessed = ({ claim }: ClaimEvidence): boolean =>
  claim.modality === 'assessed' || claim.modality === 'reported';

/** A cover whose claims all stand in a larger one says nothing more. */
function withoutParts(covers: readonly Cover[]): Cover[] {
  const idsOf = ({ described, assessed }: Cover): string[] => [...described, ...assessed].map(({ claim }) => claim.id);
  return covers.filter(
    (cover) =>
      !covers.some(
        (other) =>
          other !== cover &&
          idsOf(other).length > idsOf(cover).length &&
          idsOf(cover).every((id) => idsOf(other).includes(id)),
      ),
  );
}

/** `describedAs` and `assessedAs` are entity ids of the employers. */
export function toCoverIdentities(covers: readonly Cover[]): CoverIdentity[] {
  return covers
    .map(({ subject, described, assessed }) => {
      const claims = sorted([...described, ...assessed].map(({ claim }) => claim.id));
      return {
        id: contentId('cover', ...claims),
        subject,
        describedAs: described[0]?.object[0] ?? '',
        assessedAs: assessed[0]?.object[0] ?? '',
        claims,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
