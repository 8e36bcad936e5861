import { compareText } from '../text/index.ts';
import type { Clusters } from './clusters.ts';
import type { Item } from './item.ts';
import type { Judge } from './judge.ts';

/**
 * Kinds of identifier that belong to one bearer; `exclusive` when a bearer has only one, so that two different values mean two bearers.
 * An account number names its holder, but a holder may have many accounts, as a ship changes its radio number with its flag. Numbers
 * that only mean something within a register or a place (KPP, "company number") and those of a bearer's bank (BIC) are left out.
 */
const KINDS: Readonly<Record<string, { readonly exclusive: boolean }>> = {
  inn: { exclusive: true },
  ogrn: { exclusive: true },
  ogrnip: { exclusive: true },
  uscc: { exclusive: true },
  edrpou: { exclusive: true },
  imo: { exclusive: true },
  lei: { exclusive: true },
  iban: { exclusive: false },
  mmsi: { exclusive: false },
  okpo: { exclusive: false },
  duns: { exclusive: false },
  eori: { exclusive: false },
  cage: { exclusive: false },
};

const values = (item: Item): [kind: string, value: string][] =>
  Object.entries(item.mention.identifiers)
    .map(([kind, value]): [string, string] => [kind.toLowerCase(), value.replace(/[\s.-]/g, '').toUpperCase()])
    .filter(([kind, value]) => kind in KINDS && value !== '')
    .sort(([a], [b]) => compareText(a, b));

/** Joins bearers of one identifier all over the case, then forbids bearers of different ones of an exclusive kind to meet. */
export function applyIdentifiers(items: readonly Item[], judge: Judge, clusters: Clusters): void {
  const bearers = new Map<string, Item>();
  for (const item of items) {
    for (const [kind, value] of values(item)) {
      const known = bearers.get(`${kind} ${value}`);
      if (!known) bearers.set(`${kind} ${value}`, item);
      else judge.same(known, item, ruling('same-identifier', kind, value, value));
    }
  }
  keepApart(bearers, judge, clusters);
}

function keepApart(bearers: ReadonlyMap<string, Item>, judge: Judge, clusters: Clusters): void {
  const byKind = new Map<string, Map<number, { item: Item; value: string }>>();
  for (const [key, item] of [...bearers].sort(([a], [b]) => compareText(a, b))) {
    const [kind = '', value = ''] = key.split(' ');
    if (!KINDS[kind]?.exclusive) continue;
    const roots = byKind.get(kind) ?? new Map<number, { item: Item; value: string }>();
    byKind.set(kind, roots);
    const root = clusters.find(item.at);
    for (const other of roots.values())
      judge.notSame(other.item, item, ruling('different-identifier', kind, other.value, value));
    if (!roots.has(root)) roots.set(root, { item, value });
  }
}

const ruling = (rule: string, kind: string, left: string, right: string) => ({
  rule,
  score: 1,
  reasons: [{ feature: kind, score: 1, left, right }],
});
