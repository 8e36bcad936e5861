import type { Lexicons, ListEntry, Reason } from '../../model/index.ts';
import {
  type ComparableName,
  comparePair,
  type NamePart,
  type PartLexicon,
  partLexicon,
  type WeighedNames,
} from '../../names/index.ts';
import { buildIndex, READINGS } from '../index/build-index.ts';
import { identifierKey } from '../index/identifiers.ts';
import { visitKey } from '../index/key-table.ts';
import type { NameIndex } from '../index/name-index.ts';
import { readBytes, writeBytes } from '../index/serialise.ts';
import { findCandidates, type Scratch, scratchFor, seekerFor } from './candidates.ts';
import { weighCircumstances } from './circumstances.ts';
import { likenessesIn, listedWords } from './listed-words.ts';
import type { Match } from './match.ts';
import { findNeighbours, type Neighbours } from './neighbours.ts';
import { inOrder } from './order.ts';
import { type Query, readQuery } from './query.ts';

export interface MatchOptions {
  /** At most so many matches; 5 when not given. */
  readonly limit?: number;
  /** Matches below are left out; `ALERT_THRESHOLD` when not given. */
  readonly threshold?: number;
}

/** The best matches, and how many there are in all. */
export interface Found {
  readonly matches: readonly Match[];
  readonly total: number;
}

/** Answers queries against one set of entries. */
export interface Matcher {
  /** Matches, best first; at most one for each entry. Never throws. */
  readonly match: (query: Query, options?: MatchOptions) => Match[];
  /** The same, with how many there are beyond the limit. */
  readonly search: (query: Query, options?: MatchOptions) => Found;
  /** Number of entries. */
  readonly size: number;
}

/** The one threshold of an alert, chosen on the development queries (docs/quality.md). */
export const ALERT_THRESHOLD = 0.79;

const LIMIT = 5;
const MEMORY = 20_000;

const indexes = new WeakMap<Matcher, { readonly index: NameIndex; readonly key: string }>();

/** An index is of use to the code and the word lists that it was made with, and to no other. */
const indexKey = ({ stages, version }: Lexicons): string => `${stages.screening} ${version}`;

/** Reads all names of `entries`, once, and returns what answers queries about them; immutable. */
export function createMatcher(entries: Iterable<ListEntry>, lexicons: Lexicons): Matcher {
  const lexicon = partLexicon(lexicons);
  return matcherOf(buildIndex(entries, lexicon), lexicon, indexKey(lexicons));
}

/** The matcher's index and entries as bytes, for a file. Throws a `TypeError` for a matcher that is not of this module. */
export function writeIndex(matcher: Matcher): Uint8Array {
  const known = indexes.get(matcher);
  if (!known) throw new TypeError('only a matcher of createMatcher or readIndex can be written');
  return writeBytes(known.index, known.key);
}

/** The matcher that `writeIndex` wrote, or `null` when other code or other word lists made it: build it anew then. */
export function readIndex(bytes: Uint8Array, lexicons: Lexicons): Matcher | null {
  const index = readBytes(bytes, indexKey(lexicons));
  return index === null ? null : matcherOf(index, partLexicon(lexicons), indexKey(lexicons));
}

interface Engine {
  readonly index: NameIndex;
  readonly lexicon: PartLexicon;
  readonly scratch: Scratch;
  readonly neighbours: (part: NamePart, isJoined: boolean) => Neighbours;
}

function matcherOf(index: NameIndex, lexicon: PartLexicon, key: string): Matcher {
  const engine: Engine = {
    index,
    lexicon,
    scratch: scratchFor(index.names.entry.length),
    neighbours: rememberNeighbours(index, lexicon),
  };
  const matcher: Matcher = {
    size: index.entries.size,
    match: (query, options = {}) => [...matchQuery(query, options, engine).matches],
    search: (query, options = {}) => matchQuery(query, options, engine),
  };
  indexes.set(matcher, { index, key });
  return matcher;
}

const NOBODY: Neighbours = { list: [], byToken: new Map() };

/** The same given names come again and again in a batch. */
function rememberNeighbours(index: NameIndex, lexicon: PartLexicon): Engine['neighbours'] {
  const known = new Map<string, Neighbours>();
  return (part, isJoined) => {
    if (part.role === 'legal') return NOBODY;
    const id = `${part.latin} ${part.sounds} ${part.concept ?? ''} ${part.text} ${part.otherSounds ?? ''} ${part.isLookAlike} ${isJoined}`;
    const old = known.get(id);
    if (old) return old;
    if (known.size >= MEMORY) known.clear();
    const found = findNeighbours(part, { index, lexicon, isJoined });
    known.set(id, found);
    return found;
  };
}

interface NameMatch extends Pick<WeighedNames, 'score' | 'isPlain'> {
  readonly name: number;
  readonly explain: () => Reason[];
}

function matchQuery(query: Query, { limit = LIMIT, threshold = ALERT_THRESHOLD }: MatchOptions, engine: Engine): Found {
  const best = new Map<number, NameMatch>();
  for (const name of readQuery(query, engine.lexicon)) {
    for (const found of matchName(name, engine)) {
      const entry = engine.index.names.entry[found.name] ?? 0;
      if (found.score > (best.get(entry)?.score ?? 0)) best.set(entry, found);
    }
  }
  const holders = holdersOf(query, engine.index);
  const matches = [...best]
    .filter(([entry, { score }]) => score >= threshold || holders.has(entry))
    .map(([entry, found]) => toMatch(entry, found, { query, engine }));
  for (const entry of holders) if (!best.has(entry)) matches.push(toMatch(entry, null, { query, engine }));
  const found = matches.filter(({ score }) => score >= threshold && score > 0);
  return { matches: inOrder(found, engine.lexicon.places).slice(0, limit), total: found.length };
}

/** Entries that hold a number of the query. */
function holdersOf({ identifiers = [] }: Query, index: NameIndex): Set<number> {
  const holders = new Set<number>();
  for (const { scheme, value } of identifiers) {
    const key = identifierKey(scheme, value);
    if (key !== null) visitKey(index.identifiers, key, 50, (entry) => holders.add(entry));
  }
  return holders;
}

function toMatch(at: number, found: NameMatch | null, { query, engine }: { query: Query; engine: Engine }): Match {
  const entry = engine.index.entries.at(at);
  const stored = found ? (engine.index.names.position[found.name] ?? 0) : 0;
  const position = stored < 0 ? ~stored : stored;
  const { score, reasons } = weighCircumstances(found ?? { score: 0, isPlain: false }, query, entry);
  const matchedName = entry.names[position] ?? { text: '', kind: 'primary' as const };
  return { entry, matchedName, score, reasons: [...reasons, ...(found?.explain() ?? [])] };
}

const isWeak = (name: number, { names }: NameIndex): boolean => (names.position[name] ?? 0) < 0;

/** A nickname that is given whole is searched for; one that merely occurs in another name says next to nothing. */
const WEAK_ALIAS = { whole: 0.97, factor: 0.8 };

function asWeakAlias({ score }: WeighedNames): { score: number; objections: Reason[] } {
  if (score >= WEAK_ALIAS.whole) return { score, objections: [] };
  const objection = {
    feature: 'weak-alias',
    score: WEAK_ALIAS.factor,
    left: '',
    right: 'the list calls this alias weak',
  };
  return { score: score * WEAK_ALIAS.factor, objections: [objection] };
}

function matchName(query: ComparableName, engine: Engine): NameMatch[] {
  const { index, scratch, lexicon } = engine;
  const seekers = query.parts.map((part) => seekerFor(part, engine.neighbours(part, false), index));
  const joined = query.joined.map((part, at) => {
    if (!part) return null;
    const seeker = seekerFor(part, engine.neighbours(part, true), index);
    // Together two words say no more than each by itself.
    const most = (seekers[at]?.weight ?? 0) + (seekers[at + 1]?.weight ?? 0);
    return seeker.weight > most ? { ...seeker, weight: most } : seeker;
  });
  const all = [...seekers, ...joined.filter((seeker) => seeker !== null)];
  const reading = READINGS.indexOf(query.reading);
  const left = query.parts.map((part, at) => ({ ...part, weight: seekers[at]?.weight ?? 0 }));
  return findCandidates(all, { index, scratch, reading }).map((name) => {
    const right = listedWords(name, index);
    const pair = {
      reading: query.reading,
      left,
      right,
      arePeers: false,
      likenesses: likenessesIn({ seekers, joined }, right),
    };
    const compared = comparePair(pair, lexicon);
    const { score, isPlain, explain } = compared;
    if (!isWeak(name, index)) return { name, score, isPlain, explain };
    const weak = asWeakAlias(compared);
    return { name, score: weak.score, isPlain, explain: () => [...weak.objections, ...explain()] };
  });
}
