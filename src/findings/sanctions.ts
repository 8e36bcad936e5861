import type { SanctionRecord } from '../model/index.ts';
import { type ClaimEvidence, type Evidence, sorted } from './evidence.ts';
import { groupBy } from './grouping.ts';

const SAID: ReadonlySet<string> = new Set(['reported', 'documented', 'alleged', 'assessed']);

/** Who is said to be under whose sanctions, since when: one record a target, authority and date. Sorted by these. */
export function toSanctions(evidence: Evidence): SanctionRecord[] {
  const listings = evidence.claims
    .filter(
      ({ claim, rule, zone }) =>
        rule.family === 'sanction' && claim.polarity === 'positive' && SAID.has(claim.modality) && zone !== 'comment',
    )
    .flatMap((claim) =>
      claim.subject.flatMap((target) =>
        (claim.object.length > 0 ? claim.object : [null]).map((authority) => ({ target, authority, claim })),
      ),
    );
  const date = (claim: ClaimEvidence): string | null => claim.claim.time?.edtf ?? null;
  const dated = new Set(
    listings.filter(({ claim }) => date(claim) !== null).map(({ target, authority }) => `${target} ${authority}`),
  );
  const told = listings.filter(
    ({ target, authority, claim }) => date(claim) !== null || !dated.has(`${target} ${authority}`),
  );
  return [...groupBy(told, ({ target, authority, claim }) => [target, authority, date(claim) ?? ''].join('\u0001'))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const undated = listings.filter(
        ({ target, authority, claim }) =>
          target === first.target && authority === first.authority && date(claim) === null,
      );
      const claims = sorted([...group, ...undated].map(({ claim }) => claim.claim.id));
      return [{ target: first.target, authority: first.authority, date: date(first.claim), claims }];
    });
}
