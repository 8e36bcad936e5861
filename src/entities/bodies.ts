import type { PublicBodyKey } from '../names/index.ts';
import { isPending } from './group.ts';
import type { Item } from './item.ts';
import type { Judge } from './judge.ts';

/** One text for one body: "ministry:defence:XX". */
const bodyText = ({ kind, portfolio, country }: PublicBodyKey): string => `${kind}:${portfolio}:${country ?? '?'}`;

/** "The ministry" may be any ministry said before; "the defense ministry" only one of defence; neither is a department. */
const fits = (pending: PublicBodyKey, stated: PublicBodyKey): boolean =>
  stated.country !== null &&
  pending.kind === stated.kind &&
  (pending.portfolio === stated.portfolio || (pending.portfolio === '' && pending.unit === stated.unit));

/**
 * Gives "the ministry" and "the defense ministry" their country: the nearest body before them in the document that fits, else the
 * nearest after. Returns those that stay open.
 */
export function settleBodies(items: readonly Item[], judge: Judge): Item[] {
  const stated = items.filter(({ sense, body }) => sense === 'body' && body !== null && body.country !== null);
  const open: Item[] = [];
  for (const item of items) {
    const { body } = item;
    if (!isPending(item) || body === null || item.mention.sameAs !== null) continue;
    const candidates = stated.filter((other) => other.body !== null && fits(body, other.body));
    const meant = candidates.findLast(({ at }) => at < item.at) ?? candidates.find(({ at }) => at > item.at);
    if (!meant) open.push(item);
    else judge.same(item, meant, ruling('body-in-context', 0.85, item, meant));
  }
  return open;
}

const ruling = (rule: string, score: number, left: Item, right: Item) => ({
  rule,
  score,
  reasons: [{ feature: rule, score, left: left.mention.text, right: right.mention.text }],
});

/** Joins mentions of one body all over the case, whatever the wording: kind, portfolio and country decide. */
export function joinBodies(items: readonly Item[], judge: Judge): void {
  const first = new Map<string, Item>();
  for (const item of items) {
    if (item.sense !== 'body' || item.body === null || isPending(item)) continue;
    const key = bodyText(item.body);
    const known = first.get(key);
    if (!known) first.set(key, item);
    else judge.same(known, item, ruling('same-public-body', 0.97, known, item));
  }
}

/**
 * Settles bodies whose document states no country for them: when the case knows just one such body and the document speaks of its
 * country. The rest keep their document's wording together and meet no one else.
 */
export function settleOpenBodies(open: readonly Item[], items: readonly Item[], judge: Judge): void {
  if (open.length === 0) return;
  const stated = new Map<string, Item>();
  const countries = new Map<string, Set<string>>();
  for (const item of items) {
    if (item.sense === 'body' && item.body?.country) stated.set(bodyText(item.body), item);
    if (item.country === null) continue;
    const known = countries.get(item.document);
    if (known) known.add(item.country);
    else countries.set(item.document, new Set([item.country]));
  }
  const local = new Map<string, Item>();
  for (const item of open) {
    const { body } = item;
    if (body === null) continue;
    const candidates = [...stated.values()].filter((other) => other.body !== null && fits(body, other.body));
    const [meant, ...others] = candidates;
    if (
      meant &&
      others.length === 0 &&
      body.portfolio !== '' &&
      countries.get(item.document)?.has(meant.body?.country ?? '')
    ) {
      judge.same(item, meant, ruling('only-such-body-in-case', 0.8, item, meant));
      continue;
    }
    const key = `${item.document}\t${bodyText(body)}`;
    const known = local.get(key);
    if (known) judge.same(known, item, ruling('same-wording', 0.8, known, item));
    else local.set(key, item);
  }
}
