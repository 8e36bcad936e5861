import type { Document } from '../model/index.ts';
import { jointOf } from '../text/index.ts';
import type { Item } from './item.ts';
import type { Judge } from './judge.ts';

/**
 * Keeps apart the names that one enumeration gives ("Ada Orne and Ada Orne Marsh met", "Vega, Vega Marine and Lira"): whatever their words
 * have in common, the text counts them as several.
 */
export function keepListedApart(items: readonly Item[], documents: readonly Document[], judge: Judge): void {
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  let chain: Item[] = [];
  for (const item of items) {
    if (item.sense !== 'name') continue;
    const text = texts.get(item.document) ?? '';
    const joint = jointTo(chain.at(-1), item, text);
    if (joint === 'and' && !isOwner(item, text)) for (const other of chain) part(other, item, judge);
    if (joint === 'and')
      for (const [n, one] of chain.entries()) for (const other of chain.slice(n + 1)) part(one, other, judge);
    if (joint === 'comma') chain.push(item);
    else chain = [item];
  }
}

function jointTo(last: Item | undefined, item: Item, text: string): ReturnType<typeof jointOf> {
  if (!last || last.document !== item.document || item.mention.start < last.mention.end) return null;
  return jointOf(text.slice(last.mention.end, item.mention.start));
}

/** "Orne and Orne’s lawyers" names one person twice. */
const isOwner = ({ mention }: Item, text: string): boolean => /^[’']/.test(text.charAt(mention.end));

function part(left: Item, right: Item, judge: Judge): void {
  if (left.key === right.key) return;
  const reason = { feature: 'named-side-by-side', score: 1, left: left.mention.text, right: right.mention.text };
  judge.notSame(left, right, { rule: 'named-side-by-side', score: 1, reasons: [reason] });
}
