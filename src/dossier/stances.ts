import type { Claim } from '../model/index.ts';
import { type CaseIndex, nameDocument } from './case-index.ts';
import type { Line, Run } from './dossier.ts';
import { evidenceOf, requireClaim } from './evidence.ts';
import { readStance } from './reading.ts';
import { enumerate, founded, text, wordsOf } from './runs.ts';

/** How many origins a sentence names before it counts the rest. */
const NAMED_ORIGINS = 4;

/** Claims that say the same of the same with the same certainty. */
function stancesOf(claims: readonly Claim[], index: CaseIndex): Claim[][] {
  const entities = (mentions: readonly string[]): string =>
    mentions
      .map((mention) => index.entityOf.get(mention)?.id ?? mention)
      .sort()
      .join(' ');
  const stances = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = [claim.predicate, claim.modality, claim.polarity, entities(claim.subject), entities(claim.object)].join(
      '\n',
    );
    stances.set(key, [...(stances.get(key) ?? []), claim]);
  }
  return [...stances.values()].sort((a, b) => b.length - a.length);
}

/** The publisher origins behind claims, by label; a claim without one is spoken by its document. */
function nameOrigins(claims: readonly Claim[], index: CaseIndex): Run[] {
  const names = new Map<string, Run[]>();
  for (const claim of claims) {
    const origin = index.origins.get(index.view.weighing.originOf[claim.id] ?? '');
    const { document } = requireClaim(claim.id, index);
    if (origin) names.set(origin.id, [{ kind: 'name', text: origin.label, script: 'Zyyy', target: null }]);
    else names.set(document.id, nameDocument(document));
  }
  const all = [...names.values()];
  if (all.length <= NAMED_ORIGINS) return enumerate(all);
  return enumerate([...all.slice(0, NAMED_ORIGINS - 1), [text(`${all.length - NAMED_ORIGINS + 1} more origins`)]]);
}

/** Claims as one sentence for each way in which they are told, by the origins that tell it so; the most told first. */
export function readStances(ids: readonly string[], index: CaseIndex): Line[] {
  const claims = ids.map((id) => requireClaim(id, index).claim);
  // Parties that nobody named are parties of their own in each document, and may be told in the same words.
  const told = new Map<string, { readonly runs: readonly Run[]; readonly claims: readonly Claim[] }>();
  for (const stance of stancesOf(claims, index)) {
    const runs = readStance(stance, nameOrigins(stance, index), index);
    const same = told.get(wordsOf(runs))?.claims ?? [];
    told.set(wordsOf(runs), { runs, claims: [...same, ...stance] });
  }
  return [...told.values()].map(({ runs, claims: stance }) =>
    founded(
      stance.map(({ id }) => evidenceOf(id)),
      runs,
    ),
  );
}
