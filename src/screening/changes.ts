import type { Entity, Hit, ScreenedHit } from '../model/index.ts';

/** What is different between a recorded screening and the hits now. */
export interface HitChanges {
  readonly added: readonly Hit[];
  readonly gone: readonly ScreenedHit[];
  readonly changed: readonly { readonly hit: Hit; readonly before: ScreenedHit; readonly what: readonly string[] }[];
}

/** Hits in the form a recorded screening keeps, sorted by list and entry. */
export function recordHits(hits: readonly Hit[], entities: readonly Entity[]): ScreenedHit[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return hits
    .map(({ entity, list, entry, primary, score, listing, programmes }) => ({
      mention: byId.get(entity)?.mentions[0] ?? '',
      entity: byId.get(entity)?.canonical ?? entity,
      list,
      entry,
      name: primary,
      score,
      status: listing.status,
      programmes,
    }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ list, entry, mention }: ScreenedHit): string => JSON.stringify([list, entry, mention]);

/** Score differences below this are rounding. */
const NOTEWORTHY = 0.005;

/** Compares hits with those recorded before. A hit is the same one when list and entry agree and the entity shares a mention or the name. */
export function compareHits(
  hits: readonly Hit[],
  entities: readonly Entity[],
  before: readonly ScreenedHit[],
): HitChanges {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const left = new Set(before);
  const added: Hit[] = [];
  const changed: { hit: Hit; before: ScreenedHit; what: readonly string[] }[] = [];
  for (const hit of hits) {
    const entity = byId.get(hit.entity);
    const same = [...left].find(
      (old) =>
        old.list === hit.list &&
        old.entry === hit.entry &&
        (entity?.mentions.includes(old.mention) || entity?.canonical === old.entity),
    );
    if (same === undefined) {
      added.push(hit);
      continue;
    }
    left.delete(same);
    const what = differences(hit, same);
    if (what.length > 0) changed.push({ hit, before: same, what });
  }
  return { added, gone: [...left], changed };
}

function differences(hit: Hit, before: ScreenedHit): string[] {
  const differ = (what: string, old: string, now: string) =>
    old === now ? [] : [`${what}: ${old || 'none'} -> ${now || 'none'}`];
  return [
    ...(Math.abs(hit.score - before.score) < NOTEWORTHY
      ? []
      : [`score: ${before.score.toFixed(2)} -> ${hit.score.toFixed(2)}`]),
    ...differ('name', before.name, hit.primary),
    ...differ('listing', before.status, hit.listing.status),
    ...differ('programmes', before.programmes.join(', '), hit.programmes.join(', ')),
  ];
}
