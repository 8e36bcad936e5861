import type { ClaimEvidence, Evidence } from './evidence.ts';
import { groupBy } from './grouping.ts';
import { type Comparison, compareParticulars, type Particulars, particularsOf } from './particulars.ts';
import { Union } from './union.ts';

/** More tellings than these are the rows of a ledger: told apart by their exact particulars, each row for itself. */
const MOST = 300;
/** Four particulars that agree are the most, as many that differ the least. */
const BEST = 4;
const WORST = -4;

/** What one document tells of one event: claims of it with the same particulars. */
interface Telling {
  readonly claims: readonly ClaimEvidence[];
  readonly document: ClaimEvidence['document'];
  readonly origin: string;
  readonly particulars: Particulars;
}

/**
 * Parts claims about the same parties into events. Two payments are two facts: tellings that differ in amount, day, goods or paper are
 * not joined, the more alike are joined first, and one that would fit two different events is left by itself, counted for neither.
 * Copies of one origin may differ, for that is what copies change: they are one event when each document tells of only one, or when
 * another particular agrees. Each event in the order of the claims, events by their first claim.
 */
export function tellApart(
  matter: readonly ClaimEvidence[],
  evidence: Evidence,
  originOf: ReadonlyMap<string, string>,
): ClaimEvidence[][] {
  const tellings = tellingsOf(matter, evidence, originOf);
  if (tellings.length < 2) return [[...matter]];
  if (tellings.length > MOST) {
    const rows = groupBy(tellings, ({ particulars }) => JSON.stringify(particulars));
    return inTextOrder([...rows.values()], matter);
  }
  const compared = compareAll(tellings);
  const clusters = new Union(tellings.length);
  for (let least = BEST; least >= WORST; least--) joinAlike(clusters, compared, least);
  return inTextOrder(
    clusters.sets().map((set) => set.flatMap((at) => tellings[at] ?? [])),
    matter,
  );
}

function tellingsOf(
  matter: readonly ClaimEvidence[],
  evidence: Evidence,
  originOf: ReadonlyMap<string, string>,
): Telling[] {
  const told = matter.map((claim) => ({ claim, particulars: particularsOf(claim, evidence) }));
  const groups = groupBy(told, ({ claim, particulars }) =>
    [claim.document.document.id, originOf.get(claim.claim.id), JSON.stringify(particulars)].join(' '),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      claims: group.map(({ claim }) => claim),
      document: first.claim.document,
      origin: originOf.get(first.claim.claim.id) ?? '',
      particulars: first.particulars,
    };
  });
}

const inTextOrder = (events: readonly (readonly Telling[])[], matter: readonly ClaimEvidence[]): ClaimEvidence[][] => {
  const eventOf = new Map(events.flatMap((event, n) => event.flatMap(({ claims }) => claims.map((one) => [one, n]))));
  return [...groupBy(matter, (claim) => eventOf.get(claim)).values()];
};

/** How alike two tellings are; `null` when they cannot be one event. */
type Likeness = (a: number, b: number) => number | null;

function compareAll(tellings: readonly Telling[]): Likeness {
  const size = tellings.length;
  const compare = (a: Telling, b: Telling): Comparison =>
    compareParticulars(a.particulars, b.particulars, {
      isSameText: a.document === b.document,
      isBill: a.claims[0]?.rule.family === 'billing',
    });
  const table: Comparison[] = [];
  const severalIn = new Set<Telling['document']>();
  tellings.forEach((a, i) => {
    for (let j = i + 1; j < size; j++) {
      const b = tellings[j] as Telling;
      const comparison = compare(a, b);
      table[i * size + j] = comparison;
      if (a.document === b.document && comparison.conflicts > 0) severalIn.add(a.document);
    }
  });
  return (left, right) => {
    const [a, b] = [tellings[left], tellings[right]];
    const comparison = table[Math.min(left, right) * size + Math.max(left, right)];
    if (!a || !b || !comparison) return null;
    const { agreements, conflicts } = comparison;
    const areCopies = a.origin === b.origin && a.document !== b.document;
    const eachTellsOne = !severalIn.has(a.document) && !severalIn.has(b.document);
    const isDrift = areCopies && (eachTellsOne || (conflicts === 1 && agreements > 0));
    return conflicts === 0 || isDrift ? agreements - conflicts : null;
  };
}

/**
 * Joins clusters that share a telling at least so alike, all of whose tellings can be one event. One that is that much like two
 * clusters which exclude each other is left alone.
 */
function joinAlike(clusters: Union, likeness: Likeness, least: number): void {
  const sets = clusters.sets();
  const between = (a: readonly number[], b: readonly number[]): number | null => {
    let best: number | null = WORST - 1;
    for (const x of a) {
      for (const y of b) {
        const score = likeness(x, y);
        if (score === null) return null;
        best = Math.max(best, score);
      }
    }
    return best;
  };
  const scores = sets.map((a, i) => sets.map((b, j) => (i === j ? null : between(a, b))));
  const fits = (i: number, j: number): boolean => i === j || scores[i]?.[j] !== null;
  const near = sets.map((_, i) => sets.flatMap((_set, j) => ((scores[i]?.[j] ?? WORST - 1) >= least ? [j] : [])));
  const isTorn = near.map((others) => others.some((a) => others.some((b) => !fits(a, b))));
  const joined = new Union(sets.length);
  near.forEach((others, i) => {
    for (const j of others) if (!isTorn[i] && !isTorn[j]) joined.join(i, j);
  });
  for (const component of joined.sets()) {
    if (!component.every((i) => component.every((j) => fits(i, j)))) continue;
    const [first, ...rest] = component.flatMap((i) => sets[i]?.[0] ?? []);
    for (const other of rest) clusters.join(first ?? other, other);
  }
}
