import type { Match } from './match.ts';

/** How much a name of which only its country is left over goes before others: the bank itself before its daughters. */
const PLAIN = 0.02;

/** Best first; names that say nothing more than the query but where they are at home before those that say what else they are. */
export function inOrder(matches: readonly Match[], places: ReadonlySet<string>): readonly Match[] {
  const rank = new Map(matches.map((match) => [match, match.score + (isAtHome(match, places) ? PLAIN : 0)]));
  const rankOf = (match: Match): number => rank.get(match) ?? match.score;
  return [...matches].sort((a, b) => rankOf(b) - rankOf(a) || b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
}

function isAtHome({ reasons }: Match, places: ReadonlySet<string>): boolean {
  const missing = reasons.filter(({ feature }) => feature === 'missing');
  return (
    missing.length > 0 &&
    missing.every(({ right }) => places.has(right)) &&
    reasons.every(({ feature }) => feature !== 'extra' && feature !== 'unmatched')
  );
}
