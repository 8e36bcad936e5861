import type { Entity, EntityName, MentionType } from '../model/index.ts';
import { compareText, contentId, scriptOf } from '../text/index.ts';
import { chooseName, type NamingContext } from './canonical.ts';
import type { Item } from './item.ts';
import { type Vocabulary, Votes } from './vocabulary.ts';

/** Makes one entity of the mentions that were put together. `items` are in the case's order. */
export function toEntity(items: readonly Item[], context: NamingContext): Entity {
  const named = items.some(({ mention }) => mention.named);
  const bearers = named ? items.filter(({ mention }) => mention.named) : items;
  const type = typeOf(bearers, context.vocabulary);
  const names = listNames(bearers);
  return {
    id: contentId(
      'e',
      ...items.flatMap(({ document, mention }) => [document, mention.start, mention.end, mention.text]),
    ),
    type,
    canonical: chooseName(names, bearers, context),
    named,
    names,
    identifiers: collectIdentifiers(items),
    country: countryOf(items),
    mentions: items.map(({ mention }) => mention.id).sort(compareText),
  };
}

function typeOf(items: readonly Item[], vocabulary: Vocabulary): MentionType {
  const votes = new Votes();
  for (const item of items) {
    if (item.sense === 'place') votes.add('Place', 1);
    else if (item.sense === 'body')
      votes.add(
        item.mention.type === 'Place' || item.mention.type === 'Person' ? 'PublicBody' : item.mention.type,
        item.mention.typeScore,
      );
    else if (item.sense === 'name') {
      const { type, certainty } = vocabulary.typeOf(item);
      votes.add(type, certainty);
    } else votes.add(item.mention.type, item.mention.typeScore);
  }
  return votes.winner().type;
}

function listNames(items: readonly Item[]): EntityName[] {
  const counts = new Map<string, number>();
  for (const { mention } of items) counts.set(mention.text, (counts.get(mention.text) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => ({ text, script: scriptOf(text), count }))
    .sort((a, b) => b.count - a.count || compareText(a.text, b.text));
}

function collectIdentifiers(items: readonly Item[]): Record<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { mention } of items) {
    for (const [kind, value] of Object.entries(mention.identifiers)) {
      const known = found.get(kind);
      if (known) known.add(value);
      else found.set(kind, new Set([value]));
    }
  }
  return Object.fromEntries(
    [...found].sort(([a], [b]) => compareText(a, b)).map(([kind, set]) => [kind, [...set].sort(compareText)]),
  );
}

/** The country most of its mentions imply; `-` of bodies without a country is none. */
function countryOf(items: readonly Item[]): string | null {
  const counts = new Map<string, number>();
  for (const { country, body } of items) {
    const code = country ?? body?.country;
    if (code && /^[A-Z]{2}$/.test(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b))[0]?.[0] ?? null;
}
