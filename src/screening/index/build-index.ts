import type { ListEntry, ListedKind } from '../../model/index.ts';
import {
  joinParts,
  type ListedNameReading,
  type NamePart,
  PART_ROLES,
  type PartLexicon,
  readParts,
} from '../../names/index.ts';
import { entryPool } from './entry-pool.ts';
import { type Growable, growable, growableBytes } from './growable.ts';
import { identifierKey } from './identifiers.ts';
import { buildKeyTable } from './key-table.ts';
import type { NameIndex, NameTable, TokenTable } from './name-index.ts';
import { WEIGHT_OF_ROLE } from './part-weights.ts';
import { type CollectedTokens, collectTokens, type TokenCollector } from './token-collector.ts';

export const READINGS: readonly ListedNameReading[] = ['person', 'organization', 'thing'];

const READING: Readonly<Record<ListedKind, ListedNameReading>> = {
  person: 'person',
  organization: 'organization',
  vessel: 'thing',
  aircraft: 'thing',
  unknown: 'organization',
};

interface NameLists {
  readonly entry: Growable<Int32Array>;
  readonly position: Growable<Int32Array>;
  readonly reading: Growable<Uint8Array>;
  readonly partStart: Growable<Int32Array>;
  readonly partToken: Growable<Int32Array>;
  readonly partRole: Growable<Uint8Array>;
  readonly partJoined: Growable<Int32Array>;
}

/** Reads all names of the entries into an index; a million names take about a minute. Entries are read once and not held. */
export function buildIndex(entries: Iterable<ListEntry>, lexicon: PartLexicon): NameIndex {
  const pool = entryPool();
  const identifiers = { hashes: growable(), holders: growable() };
  const tokens = collectTokens(lexicon);
  const lists: NameLists = {
    entry: growable(),
    position: growable(),
    reading: growableBytes(),
    partStart: growable(),
    partToken: growable(),
    partRole: growableBytes(),
    partJoined: growable(),
  };
  let at = 0;
  for (const entry of entries) {
    pool.add(entry);
    addNames(entry, { at, tokens, lists }, lexicon);
    addIdentifiers(entry, at, identifiers);
    at += 1;
  }
  lists.partStart.push(lists.partToken.length());
  const collected = tokens.finish(at);
  const names = finishNames(lists, collected);
  return {
    entries: pool.finish(),
    names,
    tokens: finishTokens(names, collected),
    keys: buildKeyTable(collected.hashes, collected.hashTokens),
    identifiers: buildKeyTable(identifiers.hashes.toArray(), identifiers.holders.toArray()),
    concepts: collected.concepts,
  };
}

interface Into {
  readonly at: number;
  readonly tokens: TokenCollector;
  readonly lists: NameLists;
}

function addNames({ kind, names }: ListEntry, into: Into, lexicon: PartLexicon): void {
  const { at, lists } = into;
  const reading = READING[kind];
  names.forEach(({ text, kind: nameKind }, position) => {
    lists.entry.push(at);
    lists.position.push(nameKind === 'weak-alias' ? ~position : position);
    lists.reading.push(READINGS.indexOf(reading));
    lists.partStart.push(lists.partToken.length());
    addParts(readParts(text, reading, lexicon), into);
  });
}

function addParts(parts: readonly NamePart[], { at, tokens, lists }: Into): void {
  parts.forEach((part, position) => {
    const token = tokens.add(part, false);
    tokens.count(token, at);
    lists.partToken.push(token);
    lists.partRole.push(PART_ROLES.indexOf(part.role));
    const next = parts[position + 1];
    const joined = next ? joinParts(part, next) : null;
    lists.partJoined.push(joined ? tokens.add(joined, true) : -1);
  });
}

function finishNames(lists: NameLists, { weight }: CollectedTokens): NameTable {
  const partStart = lists.partStart.toArray();
  const partToken = lists.partToken.toArray();
  const partRole = lists.partRole.toArray();
  const weights = new Float32Array(partStart.length - 1);
  for (let name = 0; name < weights.length; name++) {
    let sum = 0;
    for (let part = partStart[name] ?? 0; part < (partStart[name + 1] ?? 0); part++)
      sum += (weight[partToken[part] ?? 0] ?? 0) * (WEIGHT_OF_ROLE[partRole[part] ?? 0] ?? 0);
    weights[name] = sum;
  }
  return {
    entry: lists.entry.toArray(),
    position: lists.position.toArray(),
    reading: lists.reading.toArray(),
    partStart,
    partToken,
    partRole,
    partJoined: lists.partJoined.toArray(),
    weight: weights,
  };
}

/** Which names contain which token; a token twice in a name is noted twice. */
function finishTokens(names: NameTable, collected: CollectedTokens): TokenTable {
  const count = collected.concept.length;
  const start = new Int32Array(count + 1);
  const visit = (see: (token: number, name: number) => void): void => {
    for (let name = 0; name < names.entry.length; name++) {
      for (let part = names.partStart[name] ?? 0; part < (names.partStart[name + 1] ?? 0); part++) {
        see(names.partToken[part] ?? 0, name);
        const joined = names.partJoined[part] ?? -1;
        if (joined >= 0) see(joined, name);
      }
    }
  };
  visit((token) => {
    start[token + 1] = (start[token + 1] ?? 0) + 1;
  });
  for (let token = 1; token <= count; token++) start[token] = (start[token] ?? 0) + (start[token - 1] ?? 0);
  const next = start.slice();
  const postings = new Int32Array(start[count] ?? 0);
  visit((token, name) => {
    const to = next[token] ?? 0;
    next[token] = to + 1;
    postings[to] = name;
  });
  const { latinStart, latin, soundsStart, sounds, concept, flags, weight } = collected;
  return { latinStart, latin, soundsStart, sounds, concept, flags, weight, postingStart: start, postings };
}

interface HeldNumbers {
  readonly hashes: Growable<Int32Array>;
  readonly holders: Growable<Int32Array>;
}

function addIdentifiers({ identifiers }: ListEntry, at: number, { hashes, holders }: HeldNumbers): void {
  for (const { scheme, value } of identifiers) {
    const key = identifierKey(scheme, value);
    if (key === null) continue;
    hashes.push(key);
    holders.push(at);
  }
}
