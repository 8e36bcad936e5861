import type { Clusters } from './clusters.ts';
import type { Item } from './item.ts';

/** The mentions of one document with one surface in one sense. */
export interface Group {
  readonly document: string;
  /** Its first mention stands for it. */
  readonly first: Item;
  readonly items: readonly Item[];
  /** The longer name found to be meant in the document: the group's own wording is then no name to compare elsewhere. */
  longer: Item | null;
}

/** Whether a body's name leaves its country to the context ("the ministry"), so that equal words may mean different bodies. */
export const isPending = ({ sense, body }: Item): boolean => sense === 'body' && body !== null && body.country === null;

/**
 * Groups one document's mentions by surface and joins each group's, as far as no one forbade it.
 * Descriptions and bodies without a country are left out: equal words may mean different things there.
 */
export function groupBySurface(items: readonly Item[], clusters: Clusters): Group[] {
  const groups = new Map<string, { first: Item; items: Item[]; heads: Item[] }>();
  for (const item of items) {
    if (item.sense === 'description' || isPending(item)) continue;
    const key = `${item.sense}\t${item.key}`;
    const group = groups.get(key);
    if (!group) {
      groups.set(key, { first: item, items: [item], heads: [item] });
      continue;
    }
    group.items.push(item);
    if (!group.heads.some((head) => clusters.join(head.at, item.at))) group.heads.push(item);
  }
  return [...groups.values()].map(({ first, items: members }) => ({
    document: first.document,
    first,
    items: members,
    longer: null,
  }));
}
