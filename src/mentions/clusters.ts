import type { MentionType } from '../model/index.ts';
import { addVotes, type Candidate, type Votes, winnerOf } from './candidate.ts';
import type { NameList } from './links.ts';
import type { NameCandidate } from './names.ts';
import { stemOf } from './stem.ts';
import { isCommonWord, type Vocabulary } from './vocabulary.ts';

/** All mentions of one name or of its short forms in a document, typed once. */
export interface Cluster {
  readonly type: MentionType;
  readonly score: number;
}

/** What a document says of each name: key -> its cluster, and whether the key is a name at all. */
export interface Names {
  readonly clusterOf: ReadonlyMap<string, Cluster>;
  readonly isName: (candidate: Candidate) => boolean;
  /** Keys of one cluster share a root. */
  readonly rootOf: (key: string) => string;
}

interface Entry {
  readonly key: string;
  readonly words: readonly string[];
  inner: Votes;
  outer: Votes;
  sure: number;
  count: number;
}

const CAP = 5;

/** What the text says about names together: pairs that are one (short form first), and names listed side by side. */
export interface Ties {
  readonly links: readonly (readonly [string, string])[];
  readonly lists: readonly NameList[];
}

/** "X, Y and Z": what is known of one speaks for the others. */
function shareTypes(keys: readonly string[], entries: ReadonlyMap<string, Entry>): void {
  const listed = keys.flatMap((key) => entries.get(key) ?? []);
  const types = new Set(
    listed.flatMap((entry) => (strongest(entry.inner) >= 2 ? (winnerOf(entry.inner)?.type ?? []) : [])),
  );
  const [type] = types;
  if (types.size !== 1 || type === undefined) return;
  for (const entry of listed) if (strongest(entry.inner) < 1) entry.outer = addVotes(entry.outer, { [type]: 0.6 });
}

/** Pairs of names that a text enumerates, both ways round: "Roe and Roe Marine" are two. */
function pairsApart(lists: readonly NameList[]): Set<string> {
  const apart = new Set<string>();
  for (const { keys, and } of lists)
    if (and) for (const one of keys) for (const other of keys) if (one !== other) apart.add(`${one}\t${other}`);
  return apart;
}

/**
 * Types each name once for the document. Short forms, acronyms and aliases join their longer name; the votes of all of them decide.
 * `links` are pairs of keys that the text itself equates ("X (Y)", "also known as Y").
 */
export function clusterNames(candidates: readonly Candidate[], { links, lists }: Ties, vocabulary: Vocabulary): Names {
  const entries = collect(candidates);
  for (const { keys } of lists) shareTypes(keys, entries);
  const apart = pairsApart(lists);
  for (const entry of entries.values()) {
    const nation = entries.get(entry.words[0] ?? '');
    if (nation && isNationOf(nation, entry, vocabulary)) nation.outer = addVotes(nation.outer, { Place: 1 });
  }
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    return root;
  };
  const join = (short: string, long: string): void => {
    const [a, b] = [rootOf(short), rootOf(long)];
    if (a !== b) parent.set(a, b);
  };
  const sure = new Set(
    [...entries.values()].filter((entry) => entry.sure > 0 || strongest(entry.outer) >= 1.3).map((entry) => entry.key),
  );
  const full = longerNames(entries, sure);
  for (const entry of entries.values()) {
    const long = longNameOf(entry, full, vocabulary);
    if (long && !apart.has(`${entry.key}\t${long.key}`)) join(entry.key, long.key);
  }
  for (const [a, b] of links) if (entries.has(a) && entries.has(b)) join(a, b);
  const votes = new Map<string, Votes>();
  for (const entry of [...entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const root = rootOf(entry.key);
    const own = addVotes(entry.inner, capped(entry.outer));
    votes.set(root, addVotes(votes.get(root) ?? {}, own));
  }
  const clusterOf = new Map<string, Cluster>();
  for (const key of entries.keys()) {
    const winner = winnerOf(votes.get(rootOf(key)) ?? {});
    clusterOf.set(key, winner ?? { type: 'Organization', score: 0.1 });
  }
  const isName = ({ key }: Candidate): boolean =>
    sure.has(key) || rootOf(key) !== key || [...entries.keys()].length === 0;
  return { clusterOf, isName, rootOf };
}

const isNameCandidate = (candidate: Candidate): candidate is NameCandidate => 'inner' in candidate;

function collect(candidates: readonly Candidate[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const candidate of candidates) {
    const entry = entries.get(candidate.key) ?? {
      key: candidate.key,
      words: candidate.key.split(' '),
      inner: {},
      outer: {},
      sure: 0,
      count: 0,
    };
    if (isNameCandidate(candidate)) {
      if (strongest(candidate.inner) > strongest(entry.inner)) entry.inner = candidate.inner;
      entry.outer = addVotes(entry.outer, candidate.votes);
      if (candidate.sure) entry.sure++;
    } else {
      if (strongest(candidate.votes) > strongest(entry.inner)) entry.inner = candidate.votes;
      entry.sure++;
    }
    entry.count++;
    entries.set(candidate.key, entry);
  }
  return entries;
}

const strongest = (votes: Votes): number => Math.max(0, ...Object.values(votes));

function capped(votes: Votes): Votes {
  return Object.fromEntries(Object.entries(votes).map(([type, vote]) => [type, Math.min(CAP, vote)]));
}

/** Multi-word sure names by each of their words and by their initials. */
function longerNames(entries: ReadonlyMap<string, Entry>, sure: ReadonlySet<string>): Map<string, Entry[]> {
  const full = new Map<string, Entry[]>();
  const put = (word: string, entry: Entry): void => {
    const list = full.get(word) ?? [];
    if (list.length < 50) list.push(entry);
    full.set(word, list);
  };
  for (const key of [...sure].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    const entry = entries.get(key);
    if (!entry || entry.words.length < 2) continue;
    for (const word of new Set(entry.words)) put(stemOf(word), entry);
    put(initialsOf(entry.words), entry);
  }
  return full;
}

const SMALL = /^(?:of|for|and|the|a|an|on|in|de|del|della|di|du|des|für|und|der|die|и|по|et|pour|e)$/;

/** "institute of bolt studies" -> "~ibs". */
function initialsOf(words: readonly string[]): string {
  return `~${words
    .filter((word) => !SMALL.test(word))
    .map((word) => word.charAt(0))
    .join('')}`;
}

function longNameOf(
  entry: Entry,
  full: ReadonlyMap<string, readonly Entry[]>,
  vocabulary: Vocabulary,
): Entry | undefined {
  const { words } = entry;
  const first = words[0] ?? '';
  if (words.length === 1) {
    const bare = first.replaceAll('.', '');
    if (/^\p{L}{3,8}$/u.test(bare)) {
      const spelled = full.get(`~${bare}`)?.find((long) => long.words.length >= bare.length);
      if (spelled) return spelled;
    }
    if (!isDistinctive(first, vocabulary)) return undefined;
  } else if (words.every((word) => vocabulary.places.get(word)?.kind === 'country')) return undefined;
  const longs = (full.get(stemOf(first)) ?? []).filter(
    (long) => long.words.length > words.length && holds(long.words, words),
  );
  return longs.find((long) => fits(entry, long, vocabulary));
}

function isDistinctive(word: string, vocabulary: Vocabulary): boolean {
  if (word.length < 3 && !/\d/.test(word)) return false;
  const place = vocabulary.places.get(word);
  if (place && (place.kind !== 'city' || place.population >= 100_000)) return false;
  if (
    vocabulary.isDemonym(word) ||
    vocabulary.heads.has(word) ||
    vocabulary.titles.has(word) ||
    vocabulary.legalForms.has(word)
  )
    return false;
  return !isCommonWord(word, vocabulary) && !vocabulary.givenNames.has(word);
}

/** Whether `part` stands as a whole inside `whole`. */
function holds(whole: readonly string[], part: readonly string[]): boolean {
  for (let at = 0; at + part.length <= whole.length; at++) {
    if (part.every((word, n) => stemOf(word) === stemOf(whole[at + n] ?? ''))) return true;
  }
  return false;
}

/** A person's short form is the family name (or what ends or begins the full name); other names may be cut anywhere. */
function fits(short: Entry, long: Entry, vocabulary: Vocabulary): boolean {
  const type = winnerOf(addVotes(long.inner, capped(long.outer)))?.type;
  const own = winnerOf(short.inner)?.type;
  if (type === 'Place' || type === 'Event' || type === 'Document') return false;
  if (type === 'PublicBody' && isNationOf(short, long, vocabulary)) return false;
  if (own && strongest(short.inner) >= 2.5 && own !== type) return false;
  if (type === 'Person') {
    if (long.words.length > 5) return false;
    // "Roe A. B.": the family name comes first where initials end the name.
    const family = (long.words.at(-1)?.length ?? 0) === 1 ? long.words[0] : long.words.at(-1);
    return (
      stemOf(family ?? '') === stemOf(short.words.at(-1) ?? '') ||
      (short.words.length === 1 && long.words.at(-2) === short.words[0])
    );
  }
  if (short.words.length > 1) return true;
  return isDistinctive(short.words[0] ?? '', vocabulary);
}

/** "Examplia" of "Examplia Ministry of Trade": the word before the head of a public body is its country, not its short name. */
function isNationOf(short: Entry, long: Entry, vocabulary: Vocabulary): boolean {
  return (
    short.words.length === 1 &&
    short.words[0] === long.words[0] &&
    long.words.length > 1 &&
    vocabulary.heads.get(long.words[1] ?? '')?.type === 'PublicBody'
  );
}
