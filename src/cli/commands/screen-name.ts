import type { Reason } from '../../model/index.ts';
import type { Query, QueryHit } from '../../screening/index.ts';
import { bold, counted, dim, note, printJson, printLine, shown } from '../output.ts';
import { type Asked, loadAsked, oldLists } from '../screening.ts';
import type { CommonOptions } from '../session.ts';

export async function screenName(query: Query, options: CommonOptions, asked: Asked): Promise<void> {
  const { ALERT_THRESHOLD, screenQuery } = await import('../../screening/index.ts');
  const lists = await loadAsked(asked);
  const threshold = asked.threshold ?? ALERT_THRESHOLD;
  const { hits, total } = screenQuery(query, lists, { asOf: asked.asOf, threshold, limit: asked.limit });
  const old = oldLists(lists.snapshots);
  if (options.json) {
    printJson({ query: query.name, asOf: asked.asOf, threshold, lists: lists.snapshots, warnings: old, total, hits });
    return;
  }
  for (const hit of hits) tellHit(hit);
  const against = lists.snapshots.map(({ list, date }) => `${list} of ${date}`).join(', ');
  if (hits.length === 0) {
    note(`No entry at or above ${threshold} in ${against}. That is no clearance; --all shows weaker ones.`);
  } else {
    const some = total > hits.length ? ` ${hits.length} of ${total} shown (--limit ${total} for all).` : '';
    note(
      `${counted(total, 'possible match', 'possible matches')} in ${against}.${some} A person has to compare ${total === 1 ? 'it' : 'them'}.`,
    );
  }
  for (const words of old) note(words);
}

/** One hit in plain words: score, entry, programme, listing, the reasons token by token, and the ties, which are not listings. */
export function tellHit(hit: QueryHit): void {
  printLine(`${bold(hit.score.toFixed(2))}  ${shown(hit.name)}  ${dim(`${hit.list} ${hit.id}, ${hit.kind}`)}`);
  if (hit.matched !== hit.name) printLine(`      matched by the name ${shown(hit.matched)}`);
  if (hit.programmes.length > 0) printLine(`      programme: ${hit.programmes.map((one) => shown(one)).join(', ')}`);
  const day = hit.listing.asOf === null ? '' : `as of ${hit.listing.asOf}: `;
  printLine(`      ${day}${shown(hit.listing.detail)}`);
  for (const reason of hit.reasons) printLine(dim(`      ${wordReason(reason)}`));
  for (const { relation, name, entry } of hit.links) {
    const number = entry === null ? '' : ` (entry ${entry})`;
    printLine(`      tie, not a listing: ${relation.replaceAll('-', ' ')} ${shown(name)}${number}`);
  }
}

/** `word form: KESTREL / Kestrell (+0.21)`. */
export function wordReason({ feature, score, left, right }: Reason): string {
  const compared = [left, right].filter((side) => side !== '').map((side) => shown(side, 80));
  const sign = score < 0 ? '−' : '+';
  return `${feature.replaceAll(/[-_/]/g, ' ')}${compared.length > 0 ? `: ${compared.join(' / ')}` : ''} (${sign}${Math.abs(score).toFixed(2)})`;
}
