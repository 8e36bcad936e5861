import type { Lexicons, ListEntry } from '../../model/index.ts';
import { foldText } from '../../names/index.ts';
import type { Match, Matcher, Query } from './contract.ts';

export type { Match, Matcher, Query } from './contract.ts';

/** At or above this score a match is worth a person's time. */
export const ALERT_THRESHOLD = 0.8;

const sources = new WeakMap<Matcher, readonly ListEntry[]>();

/** Compares folded names word for word, in any order, and identifiers. Stands in for the name engine. */
export function createMatcher(entries: readonly ListEntry[], _lexicons: Lexicons): Matcher {
  const key = (name: string) => foldText(name).split(' ').sort().join(' ');
  const byKey = new Map<string, ListEntry[]>();
  const put = (at: string, entry: ListEntry) => {
    const known = byKey.get(at);
    if (known) known.push(entry);
    else byKey.set(at, [entry]);
  };
  for (const entry of entries) {
    for (const name of entry.names) put(key(name.text), entry);
    for (const { scheme, value } of entry.identifiers) put(`#${scheme} ${value}`, entry);
  }
  const matcher: Matcher = {
    size: entries.length,
    match: (query, { limit = 5, threshold = 0 } = {}) => {
      const found = new Map<ListEntry, Match>();
      const look = (at: string, score: number, feature: string, left: string) => {
        for (const entry of byKey.get(at) ?? []) {
          const matchedName = entry.names.find((name) => key(name.text) === at) ?? entry.names[0];
          if (!matchedName || found.has(entry) || score < threshold) continue;
          found.set(entry, { entry, matchedName, score, reasons: [{ feature, score, left, right: matchedName.text }] });
        }
      };
      for (const { scheme, value } of query.identifiers ?? []) look(`#${scheme} ${value}`, 1, 'identifier', value);
      for (const name of namesOf(query)) look(key(name), 0.95, 'same-words', name);
      return [...found.values()].slice(0, limit);
    },
  };
  sources.set(matcher, entries);
  return matcher;
}

const namesOf = (query: Query): readonly string[] => [query.name, ...(query.aliases ?? [])];

export const writeIndex = (matcher: Matcher): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(sources.get(matcher) ?? []));

export const readIndex = (bytes: Uint8Array, lexicons: Lexicons): Matcher | null =>
  createMatcher(JSON.parse(new TextDecoder().decode(bytes)) as ListEntry[], lexicons);
