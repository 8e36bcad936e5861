import type { RareFact } from './rare-facts.ts';

/** Two groups of copies (by number) that tell of the same: score 0..1 and what they share, heaviest first. */
export interface Retelling {
  readonly left: number;
  readonly right: number;
  /** Share of the poorer group's particulars that the richer one has too. */
  readonly score: number;
  /** The same without names: values, who did what to whom, quotations. */
  readonly particulars: number;
  readonly weight: number;
  /** Sentences that hold what is shared besides names, in whichever of the two has fewer. */
  readonly sentences: number;
  readonly shared: readonly { readonly left: RareFact; readonly right: RareFact }[];
}

/** What more groups than these state is tried against the first few of them only, which keeps the work linear. */
const WIDE = 16;
const PIVOTS = 8;
/** Pairs that share less than this besides names are no retellings and not looked at any closer. */
const WORTH_A_LOOK = 0.05;

/**
 * Pairs of groups that share particulars, best first. A particular that many groups state weighs less, `weight / log2(1 + groups)`:
 * what a whole case is about (its main company) tells nothing, and all retellings of one report are discounted alike, which leaves
 * their share unchanged. No weight grows with the size of the case. Copies were put together before, so a copy changes no weight.
 */
export function compareTellings(groups: readonly (readonly RareFact[])[]): Retelling[] {
  const postings = postingsOf(groups);
  const worth = new Map(
    [...postings].map(([key, { weight, groups: stating }]) => [key, weight / Math.log2(1 + stating.length)]),
  );
  const total = (facts: readonly RareFact[]): number => facts.reduce((sum, { key }) => sum + (worth.get(key) ?? 0), 0);
  const totals = groups.map((facts) => ({ all: total(facts), particulars: total(facts.filter(isParticular)) }));
  const poorer = (part: 'all' | 'particulars', left: number, right: number): number =>
    Math.max(Math.min(totals[left]?.[part] ?? 0, totals[right]?.[part] ?? 0), 1e-9);
  const tellings: Retelling[] = [];
  for (const [pair, common] of commonParticulars(postings, worth, groups.length)) {
    const [left, right] = [Math.floor(pair / groups.length), pair % groups.length];
    if (common / poorer('particulars', left, right) < WORTH_A_LOOK) continue;
    const shared = sharedFacts(groups[left] ?? [], groups[right] ?? []);
    const facts = shared.map((both) => both.left);
    tellings.push({
      left,
      right,
      score: total(facts) / poorer('all', left, right),
      particulars: total(facts.filter(isParticular)) / poorer('particulars', left, right),
      weight: facts.reduce((sum, { weight }) => sum + weight, 0),
      sentences: Math.min(sentencesOf(facts), sentencesOf(shared.map((both) => both.right))),
      shared,
    });
  }
  return tellings.sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
}

const sentencesOf = (facts: readonly RareFact[]): number =>
  new Set(facts.filter(isParticular).map(({ sentence }) => sentence)).size;

const isParticular = ({ kind }: RareFact): boolean => kind !== 'name';

interface Posting {
  readonly weight: number;
  readonly particular: boolean;
  readonly groups: number[];
}

function postingsOf(groups: readonly (readonly RareFact[])[]): Map<string, Posting> {
  const postings = new Map<string, Posting>();
  groups.forEach((facts, group) => {
    for (const fact of facts) {
      const posting = postings.get(fact.key);
      if (posting) posting.groups.push(group);
      else postings.set(fact.key, { weight: fact.weight, particular: isParticular(fact), groups: [group] });
    }
  });
  return postings;
}

/** Worth of what pairs share besides names, keyed `left * size + right`. */
function commonParticulars(
  postings: ReadonlyMap<string, Posting>,
  worth: ReadonlyMap<string, number>,
  size: number,
): Map<number, number> {
  const common = new Map<number, number>();
  for (const [key, { particular, groups }] of postings) {
    if (!particular) continue;
    const pivots = groups.length > WIDE ? PIVOTS : groups.length;
    for (let i = 0; i < pivots; i++) {
      for (let j = i + 1; j < groups.length; j++) {
        const pair = (groups[i] ?? 0) * size + (groups[j] ?? 0);
        common.set(pair, (common.get(pair) ?? 0) + (worth.get(key) ?? 0));
      }
    }
  }
  return common;
}

function sharedFacts(left: readonly RareFact[], right: readonly RareFact[]): Retelling['shared'] {
  const others = new Map(right.map((fact) => [fact.key, fact]));
  return left
    .flatMap((fact) => {
      const other = others.get(fact.key);
      return other === undefined ? [] : [{ left: fact, right: other }];
    })
    .sort((a, b) => b.left.weight - a.left.weight || (a.left.key < b.left.key ? -1 : 1));
}
