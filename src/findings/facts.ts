import { tellApart } from './events.ts';
import type { ClaimEvidence, Evidence } from './evidence.ts';
import { type ArgumentKeys, factKeys } from './fact-keys.ts';
import { headClass } from './head-class.ts';
import { Union } from './union.ts';

/**
 * Groups claims that are about one matter: of one family of predicates, sharing the entities that its line in `predicates.tsv` asks for,
 * or told in the same words. Unnamed people and things meet by what they are called ("experts", "specialists"), inside one origin only:
 * two investigations' "experts" need not be the same men. Each group in text order, groups by their first claim.
 */
export function groupMatters(evidence: Evidence, originOf: ReadonlyMap<string, string>): ClaimEvidence[][] {
  const { claims } = evidence;
  const union = new Union(claims.length);
  const first = new Map<string, number>();
  const meet = (key: string, at: number): void => {
    const known = first.get(key);
    if (known === undefined) first.set(key, at);
    else union.join(known, at);
  };
  claims.forEach((claim, at) => {
    const origin = originOf.get(claim.claim.id) ?? '';
    const keysOf = (id: string): ArgumentKeys => {
      const entity = evidence.entity(id);
      if (entity === undefined || entity.named) return { keys: [id], named: true };
      const kind = headClass(entity.canonical, evidence.lists);
      return { keys: kind === null ? [id] : [id, `${origin} ${kind}`], named: false };
    };
    for (const key of factKeys(claim, keysOf, origin)) meet(key, at);
    const words = wordingOf(claim);
    if (words !== null) meet(words, at);
  });
  return union.sets().map((set) => set.flatMap((at) => claims[at] ?? []));
}

/** The facts of a matter: the events that may happen again between the same parties are told apart, anything else is one fact. */
export const toFacts = (
  matters: readonly (readonly ClaimEvidence[])[],
  evidence: Evidence,
  originOf: ReadonlyMap<string, string>,
): ClaimEvidence[][] =>
  matters.flatMap((matter) => (matter[0]?.rule.again ? tellApart(matter, evidence, originOf) : [[...matter]]));

/** The same words with the same kind of predicate state the same fact, whatever was made of its arguments. */
function wordingOf({ claim, rule }: ClaimEvidence): string | null {
  const words = claim.quotation.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 6 ? null : `words ${rule.family} ${words.join(' ')}`;
}
