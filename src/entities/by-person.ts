import type { Anchor, DecisionState, Judgement } from '../model/index.ts';
import { foldText } from '../names/index.ts';
import type { Clusters } from './clusters.ts';
import type { Item } from './item.ts';

/**
 * Lays persons' same / not-same decisions over the clusters before any rule speaks. A later decision wins over an earlier one that it
 * contradicts; the earlier stays on record as `unsure`, for no one took it back.
 */
export function applyPersonJudgements(
  states: readonly DecisionState[],
  items: readonly Item[],
  clusters: Clusters,
): Judgement[] {
  const byDocument = groupByDocument(items);
  const judgements: Judgement[] = [];
  for (const { decision, state } of [...states].reverse()) {
    const { content } = decision;
    if (state !== 'applied' || (content.kind !== 'same' && content.kind !== 'not-same')) continue;
    const left = itemAt(content.left, byDocument);
    const right = itemAt(content.right, byDocument);
    if (!left || !right) continue;
    const stands = content.kind === 'same' ? clusters.join(left.at, right.at) : clusters.forbid(left.at, right.at);
    judgements.push({
      left: left.mention.id,
      right: right.mention.id,
      verdict: stands ? content.kind : 'unsure',
      by: { kind: 'person', name: decision.who },
      score: 1,
      reasons: [
        {
          feature: stands ? 'decision' : 'contradicted-by-later-decision',
          score: 1,
          left: content.left.surface,
          right: content.right.surface,
        },
      ],
    });
  }
  return judgements.reverse();
}

function groupByDocument(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.document);
    if (group) group.push(item);
    else groups.set(item.document, [item]);
  }
  return groups;
}

/** The mention an anchor means: of those that overlap it the one with the same words, else the best fitting; failing that, the same words nearest to it. */
function itemAt(anchor: Anchor, byDocument: ReadonlyMap<string, readonly Item[]>): Item | null {
  const surface = foldText(anchor.surface);
  const candidates = (byDocument.get(anchor.document) ?? []).map((item) => {
    const { start, end } = item.mention;
    const overlap = Math.min(end, anchor.end) - Math.max(start, anchor.start);
    return {
      item,
      fit: Math.max(0, overlap) / (Math.max(end, anchor.end) - Math.min(start, anchor.start)),
      equal: foldText(item.mention.text) === surface,
      distance: Math.abs(start - anchor.start),
    };
  });
  const possible = candidates.some(({ fit }) => fit > 0)
    ? candidates.filter(({ fit }) => fit > 0)
    : candidates.filter(({ equal }) => equal);
  possible.sort(
    (a, b) => Number(b.equal) - Number(a.equal) || b.fit - a.fit || a.distance - b.distance || a.item.at - b.item.at,
  );
  return possible[0]?.item ?? null;
}
