import type { Claim } from '../model/index.ts';
import type { CaseIndex } from './case-index.ts';
import type { Line, Run } from './dossier.ts';
import { evidenceOf, requireClaim } from './evidence.ts';
import { wordValue } from './quantity.ts';
import { readStance } from './reading.ts';
import { enumerate, founded, text, wordsOf } from './runs.ts';
import { sayWho } from './speaker.ts';

/** How many documents a sentence names before it counts the rest. */
const NAMED = 4;

/** Claims that say the same of the same with the same certainty, amount and time: no sentence holds two figures of two tellings. */
function stancesOf(claims: readonly Claim[], index: CaseIndex): Claim[][] {
  const entities = (mentions: readonly string[]): string =>
    mentions
      .map((mention) => index.entityOf.get(mention)?.id ?? mention)
      .sort()
      .join(' ');
  const stances = new Map<string, Claim[]>();
  for (const claim of claims) {
    const { value, time } = claim;
    const key = [
      claim.predicate,
      claim.modality,
      claim.polarity,
      ...[claim.subject, claim.object, claim.theme, claim.place].map(entities),
      value === null ? '' : wordValue(value, index.wording),
      time === null ? '' : (time.edtf ?? time.text),
    ].join('\n');
    stances.set(key, [...(stances.get(key) ?? []), claim]);
  }
  return [...stances.values()].sort((a, b) => b.length - a.length);
}

/** Who says it: each document by its name or publisher, with whom it cites. A group of copies never speaks, each copy does. */
function nameSpeaking(claims: readonly Claim[], index: CaseIndex): Run[] {
  const speaking = claims.map((claim) => sayWho(requireClaim(claim.id, index), index));
  const all = [...new Map(speaking.map((runs) => [wordsOf(runs), runs])).values()];
  const more = all.length - NAMED;
  const named = more > 0 ? [...all.slice(0, NAMED - 1), [text(`${more + 1} more documents`)]] : all;
  if (!named.some((runs) => wordsOf(runs).includes(', citing '))) return enumerate(named);
  // "A, citing B and C" would make C one whom A cites.
  return named.flatMap((runs, n) => (n === 0 ? runs : [text('; as well as '), ...runs]));
}

/** Claims as one sentence for each way in which they are told, by the documents that tell it so; the most told first. */
export function readStances(ids: readonly string[], index: CaseIndex): Line[] {
  const claims = ids.map((id) => requireClaim(id, index).claim);
  // Parties that nobody named are parties of their own in each document, and may be told in the same words.
  const told = new Map<string, { readonly runs: readonly Run[]; readonly claims: readonly Claim[] }>();
  for (const stance of stancesOf(claims, index)) {
    const runs = readStance(stance, nameSpeaking(stance, index), index);
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
