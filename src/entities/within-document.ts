import { compareShortForm, type Name, nameKind } from '../names/index.ts';
import type { Clusters } from './clusters.ts';
import type { Group } from './group.ts';
import type { Judge, Ruling } from './judge.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Context {
  readonly clusters: Clusters;
  readonly judge: Judge;
  readonly vocabulary: Vocabulary;
  /** Keys of names found to be case forms of others: no entity is called by them. */
  readonly caseForms: Set<string>;
}

/** From this score on a short form may stand before the full name (a headline). */
const FREE = 0.85;

/** How sure a short name's type must be to keep it from a longer name of another kind. */
const CERTAIN = 0.5;

/**
 * Links the short names of one document to the longer ones: surnames, short forms, acronyms. A short form that fits two different
 * ones equally well stays alone and is noted as unsure.
 */
export function linkShortForms(groups: readonly Group[], context: Context): void {
  const { vocabulary } = context;
  const named = groups.filter(({ first }) => first.sense === 'name');
  const index = indexWords(named, vocabulary);
  const size = ({ first }: Group) => vocabulary.nameOf(first).tokens.length;
  for (const group of [...named].sort((a, b) => size(b) - size(a) || a.first.at - b.first.at)) {
    const found = [...candidates(group, named, index, vocabulary)].flatMap((other) => readAs(group, other, vocabulary));
    const best = Math.max(0, ...found.map(({ ruling }) => ruling.score));
    const meant = found
      .filter(({ ruling }) => ruling.score === best)
      .sort((a, b) => a.group.first.at - b.group.first.at);
    const [choice] = meant;
    if (!choice) continue;
    const roots = new Set(meant.map(({ group: other }) => context.clusters.find(other.first.at)));
    if (roots.size === 1) {
      const joined = context.judge.same(group.first, choice.group.first, choice.ruling);
      if (joined && isShortened(group, choice, vocabulary)) group.longer = choice.group.first;
    } else if (!roots.has(context.clusters.find(group.first.at))) {
      for (const { group: other, ruling } of meant.slice(0, 4)) context.judge.unsure(group.first, other.first, ruling);
    }
  }
}

/**
 * Whether a name only stands for the longer one where it is found. A name with a legal form is a full name whatever else is said
 * beside it, and so is one with no word less ("Vega Marine" in two scripts).
 */
function isShortened(short: Group, { group, ruling }: Reading, vocabulary: Vocabulary): boolean {
  const [{ tokens }, longer] = [vocabulary.nameOf(short.first), vocabulary.nameOf(group.first)];
  if (tokens.some(({ role }) => role === 'legal')) return false;
  return tokens.length < longer.tokens.length || ruling.reasons.some(({ feature }) => feature === 'acronym-of');
}

interface WordIndex {
  readonly byWord: ReadonlyMap<string, readonly Group[]>;
  readonly byInitial: ReadonlyMap<string, readonly Group[]>;
}

function indexWords(groups: readonly Group[], vocabulary: Vocabulary): WordIndex {
  const byWord = new Map<string, Group[]>();
  const byInitial = new Map<string, Group[]>();
  const add = (map: Map<string, Group[]>, key: string, group: Group) => {
    const list = map.get(key);
    if (!list) map.set(key, [group]);
    else if (list.at(-1) !== group) list.push(group);
  };
  for (const group of groups) {
    const { tokens } = vocabulary.nameOf(group.first);
    for (const { latin } of tokens) add(byWord, latin, group);
    if (tokens.length > 1) for (const { latin } of tokens) add(byInitial, latin.slice(0, 1), group);
  }
  return { byWord, byInitial };
}

// A word that this many names of a document share does not tell which is meant.
const TOO_MANY = 400;

function candidates(group: Group, all: readonly Group[], index: WordIndex, vocabulary: Vocabulary): Set<Group> {
  const { tokens } = vocabulary.nameOf(group.first);
  const found = new Set<Group>();
  const add = (groups: readonly Group[] = []) => {
    if (groups.length <= TOO_MANY) for (const other of groups) found.add(other);
  };
  for (const { latin } of tokens) add(index.byWord.get(latin));
  if (tokens.length <= 3) add(all.length <= TOO_MANY ? all : index.byInitial.get(tokens[0]?.latin.slice(0, 1) ?? ''));
  found.delete(group);
  return found;
}

interface Reading {
  readonly group: Group;
  readonly ruling: Ruling;
}

function readAs(short: Group, long: Group, vocabulary: Vocabulary): Reading[] {
  const longType = vocabulary.typeOf(long.first).type;
  const own = vocabulary.typeOf(short.first);
  const flexible = own.certainty < CERTAIN;
  if (nameKind(own.type) !== nameKind(longType) && !flexible) return [];
  const shortName: Name = vocabulary.nameOf(short.first, longType);
  const longName = vocabulary.nameOf(long.first);
  if (shortName.tokens.length > longName.tokens.length) return [];
  const scored = compareShortForm(shortName, longName, vocabulary.lexicon);
  // A doubtful short form follows the full name: one that comes first may well be somebody else.
  if (scored && scored.score < FREE && short.first.at < long.first.at) return [];
  return scored ? [{ group: long, ruling: { rule: 'short-form-in-document', ...scored } }] : [];
}
