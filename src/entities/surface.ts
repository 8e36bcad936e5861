import type { Reason } from '../model/index.ts';
import { compareText } from '../text/index.ts';
import type { Group } from './group.ts';
import type { Item } from './item.ts';
import type { Context } from './within-document.ts';

/** One surface over the whole case: the groups that bear it, apart from those that only shorten a longer name of their document. */
export interface Surface {
  readonly key: string;
  readonly heads: readonly Group[];
  readonly attached: readonly Group[];
  readonly first: Item;
}

/** Surfaces of names, by key. */
export function listSurfaces(groups: readonly Group[]): Surface[] {
  const byKey = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.first.sense !== 'name') continue;
    const list = byKey.get(group.first.key);
    if (list) list.push(group);
    else byKey.set(group.first.key, [group]);
  }
  return [...byKey]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([key, list]) => {
      const heads = list.filter(({ longer }) => longer === null);
      const [first] = heads.length > 0 ? heads : list;
      return first ? [{ key, heads, attached: list.filter(({ longer }) => longer !== null), first: first.first }] : [];
    });
}

/** A single word (or initials and a surname, or a short designation) that may stand for a longer name elsewhere in the case. */
export function isBare({ first }: Surface, { vocabulary }: Context): boolean {
  const name = vocabulary.nameOf(first);
  const words = name.tokens.filter(({ role }) => role !== 'legal' && role !== 'title' && role !== 'particle');
  if (words.some(({ role }) => role === 'initial')) return true;
  return words.length === 1 || (name.kind === 'thing' && words.length === 2 && (words[0]?.form.length ?? 0) <= 2);
}

/** Joins all groups of one surface. */
export function joinHeads({ heads }: Surface, { judge }: Context): void {
  const [first, ...others] = heads;
  for (const { first: item } of others)
    if (first) judge.same(first.first, item, { rule: 'equal-name', score: 1, reasons: [equalName(first.first, item)] });
}

const equalName = (left: Item, right: Item): Reason => ({
  feature: 'equal-name',
  score: 1,
  left: left.mention.text,
  right: right.mention.text,
});

/** One mention for each cluster that the surface's heads are in: usually one, more where a person parted them. */
export function distinctHeads({ heads }: Surface, { clusters }: Context): Item[] {
  return [...new Map(heads.toReversed().map(({ first }) => [clusters.find(first.at), first])).values()];
}
