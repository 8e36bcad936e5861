import type { RareFact } from './rare-facts.ts';

/** Two groups of copies (by number) that tell of the same: score 0..1 and what they share, heaviest first. */
export interface Retelling {
  readonly left: number;
  readonly right: number;
  readonly score: number;
  readonly weight: number;
  readonly shared: readonly { readonly left: RareFact; readonly right: RareFact }[];
}

const WIDE = 24;
const PIVOTS = 12;

/**
 * Pairs of groups that share particulars, with the share of the poorer group's particulars that the richer one has too.
 * A particular that many groups state weighs less, `weight / log2(1 + groups)`: what a whole case is about (its main company) tells
 * nothing, and all retellings of one report are discounted alike, which leaves their share unchanged. No weight grows with the size of
 * the case. Copies were put together before, so a copy changes no weight.
 */
export function compareTellings(groups: readonly (readonly RareFact[])[]): Retelling[] {
  const postings = new Map<string, number[]>();
  groups.forEach((facts, group) => {
    for (const { key } of facts) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [group]);
      else list.push(group);
    }
  });
  const worth = (fact: RareFact): number => fact.weight / Math.log2(1 + (postings.get(fact.key)?.length ?? 1));
  const totals = groups.map((facts) => facts.reduce((sum, fact) => sum + worth(fact), 0));
  const byKey = groups.map((facts) => new Map(facts.map((fact) => [fact.key, fact])));
  const tellings: Retelling[] = [];
  for (const pair of candidates(postings, groups.length)) {
    const [left, right] = [Math.floor(pair / groups.length), pair % groups.length];
    const shared: { left: RareFact; right: RareFact }[] = [];
    for (const fact of groups[left] ?? []) {
      const other = byKey[right]?.get(fact.key);
      if (other) shared.push({ left: fact, right: other });
    }
    const common = shared.reduce((sum, { left: fact }) => sum + worth(fact), 0);
    const weight = shared.reduce((sum, { left: fact }) => sum + fact.weight, 0);
    const score = common / Math.max(Math.min(totals[left] ?? 0, totals[right] ?? 0), 1e-9);
    shared.sort((a, b) => b.left.weight - a.left.weight || (a.left.key < b.left.key ? -1 : 1));
    tellings.push({ left, right, score, weight, shared });
  }
  return tellings.sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
}

/** Pairs that share a heavy particular; one that very many groups state is tried against the first few of them only. */
function candidates(postings: ReadonlyMap<string, readonly number[]>, size: number): number[] {
  const pairs = new Set<number>();
  for (const list of postings.values()) {
    const pivots = list.length > WIDE ? PIVOTS : list.length;
    for (let i = 0; i < pivots; i++)
      for (let j = i + 1; j < list.length; j++) pairs.add((list[i] ?? 0) * size + (list[j] ?? 0));
  }
  return [...pairs].sort((a, b) => a - b);
}
