import type { Anchor, DecisionState, Extraction, Hit, Mention, Resolution } from '../model/index.ts';

/** Hits with what people decided of them, and how those decisions stand now. */
export interface DecidedHits {
  readonly hits: readonly Hit[];
  readonly decisions: readonly DecisionState[];
}

/**
 * Lays decisions over hits: on one hit the later wins. A decision whose entity no longer has a hit with that entry is orphaned,
 * unless the case was not screened at all: then there is nothing to hold it against, and it says so.
 */
export function decideHits(
  hits: readonly Hit[],
  decisions: readonly DecisionState[],
  { extractions, resolution, isScreened }: DecidedOn,
): DecidedHits {
  if (!decisions.some(({ decision }) => isOfHit(decision.content.kind))) return { hits, decisions };
  const entityOf = new Map(
    resolution.entities.flatMap(({ id, mentions }) => mentions.map((mention) => [mention, id] as const)),
  );
  const mentionsOf = new Map(extractions.map(({ document, mentions }) => [document, mentions]));
  const byPlace = new Map(hits.map((hit) => [placeOf(hit.entity, hit.list, hit.entry), hit]));
  const states = decisions.map((one): DecisionState => {
    const { content, id } = one.decision;
    if (one.state !== 'applied' || (content.kind !== 'confirm-hit' && content.kind !== 'reject-hit')) return one;
    if (!isScreened) return { ...one, detail: 'No list is installed here, so the case is not screened.' };
    const entity = content.entity
      .map((anchor) => mentionAt(anchor, mentionsOf.get(anchor.document) ?? []))
      .flatMap((mention) => (mention === null ? [] : (entityOf.get(mention.id) ?? [])))[0];
    const place = placeOf(entity ?? '', content.list, content.entry);
    const hit = byPlace.get(place);
    if (hit === undefined) {
      return {
        ...one,
        state: 'orphaned',
        detail: `It has no hit with ${content.list} ${content.entry} (${content.name}) now.`,
      };
    }
    byPlace.set(place, { ...hit, state: content.kind === 'confirm-hit' ? 'confirmed' : 'rejected', decision: id });
    return one;
  });
  return { hits: hits.map((hit) => byPlace.get(placeOf(hit.entity, hit.list, hit.entry)) ?? hit), decisions: states };
}

export interface DecidedOn {
  readonly extractions: readonly Extraction[];
  readonly resolution: Resolution;
  readonly isScreened: boolean;
}

const isOfHit = (kind: string): boolean => kind === 'confirm-hit' || kind === 'reject-hit';
const placeOf = (entity: string, list: string, entry: string): string => JSON.stringify([entity, list, entry]);

/** The mention at an anchor that holds its words or is part of them, the one that covers most of it. */
function mentionAt(anchor: Anchor, mentions: readonly Mention[]): Mention | null {
  const overlap = (mention: Mention) => Math.min(mention.end, anchor.end) - Math.max(mention.start, anchor.start);
  const [best] = mentions
    .filter((mention) => overlap(mention) > 0)
    .filter(({ text }) => text.includes(anchor.surface) || anchor.surface.includes(text))
    .sort((a, b) => overlap(b) - overlap(a) || a.text.length - b.text.length);
  return best ?? null;
}
