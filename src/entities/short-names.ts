import { compareShortForm, type NameToken, nameKind } from '../names/index.ts';
import { isBeyondDoubt, THRESHOLD } from './certainty.ts';
import type { Group } from './group.ts';
import type { Item } from './item.ts';
import type { Ruling } from './judge.ts';
import { isBare, joinHeads, type Surface } from './surface.ts';
import type { Context } from './within-document.ts';

/** Short forms that score lower are good enough inside one document only. */
const ACROSS = 0.9;

// A word in more names than this points at none of them.
const MOST_CANDIDATES = 400;

interface Fit {
  readonly long: Surface | null;
  readonly item: Item;
  readonly ruling: Ruling;
}

/**
 * Links names that stand short in their document to a longer name elsewhere in the case, when it can mean only one. A lone surname or
 * acronym needs more: the documents must share another name.
 */
export function linkShortNames(surfaces: readonly Surface[], groups: readonly Group[], context: Context): void {
  const index = indexWords(surfaces, context);
  const company = listCompany(groups);
  for (const surface of surfaces) {
    if (surface.heads.length === 0) continue;
    const meant = new Map<number, Fit>();
    for (const fit of [
      ...fitElsewhere(surface),
      ...[...index(surface)].flatMap((long) => fitLonger(surface, long, context)),
    ]) {
      const root = context.clusters.find(fit.item.at);
      if (!meant.has(root)) meant.set(root, fit);
    }
    settle(surface, [...meant.values()], company, context);
  }
}

/** Finds the longer names that share a word with a surface, or begin with its first letter when it may be an acronym. */
function indexWords(surfaces: readonly Surface[], context: Context): (short: Surface) => Set<Surface> {
  const byWord = new Map<string, Surface[]>();
  const byInitial = new Map<string, Surface[]>();
  const add = (map: Map<string, Surface[]>, key: string, surface: Surface) => {
    const list = map.get(key);
    if (!list) map.set(key, [surface]);
    else if (list.at(-1) !== surface) list.push(surface);
  };
  const tokensOf = ({ first }: Surface): readonly NameToken[] => context.vocabulary.nameOf(first).tokens;
  for (const surface of surfaces) {
    if (surface.heads.length === 0 || isBare(surface, context)) continue;
    const tokens = tokensOf(surface);
    for (const { key } of tokens) add(byWord, key, surface);
    if (tokens.length > 2) for (const { latin } of tokens) add(byInitial, latin.slice(0, 1), surface);
  }
  return (short) => {
    const tokens = tokensOf(short).filter(({ role }) => role !== 'legal');
    const near = new Set(tokens.flatMap(({ key }) => byWord.get(key) ?? []).slice(0, MOST_CANDIDATES));
    const [only, ...others] = tokens;
    if (only && others.length === 0 && only.latin.length <= 6) {
      for (const long of byInitial.get(only.latin.slice(0, 1)) ?? []) near.add(long);
    }
    near.delete(short);
    return near;
  };
}

/** What the same words were found to shorten in other documents. */
const fitElsewhere = ({ attached }: Surface): Fit[] =>
  attached.flatMap(({ first, longer }) => {
    if (longer === null) return [];
    const reason = {
      feature: 'short-form-elsewhere',
      score: ACROSS,
      left: first.mention.text,
      right: longer.mention.text,
    };
    return [{ long: null, item: longer, ruling: { rule: 'short-form-elsewhere', score: ACROSS, reasons: [reason] } }];
  });

function fitLonger(short: Surface, long: Surface, context: Context): Fit[] {
  const { vocabulary } = context;
  const head = long.heads[0];
  if (!head || nameKind(vocabulary.typeOf(long.first).type) !== nameKind(vocabulary.typeOf(short.first).type))
    return [];
  const [s, l] = [vocabulary.nameOf(short.first), vocabulary.nameOf(long.first)];
  const shortened = compareShortForm(s, l, vocabulary.lexicon);
  if (shortened && shortened.score >= ACROSS) {
    return [{ long, item: head.first, ruling: { rule: 'short-form-in-case', ...shortened } }];
  }
  if (!isBare(short, context)) return [];
  const compared = vocabulary.comparer.compare(
    vocabulary.comparableOf(short.first),
    vocabulary.comparableOf(long.first),
  );
  const { score, onlyLeft, onlyRight } = compared;
  if (score < THRESHOLD[s.kind]) return [];
  const reasons = compared.explain();
  if (!isBeyondDoubt({ kind: s.kind, score, reasons, onlyLeft, onlyRight })) return [];
  return [{ long, item: head.first, ruling: { rule: 'same-name', score, reasons } }];
}

function settle(surface: Surface, meant: readonly Fit[], company: Company, context: Context): void {
  const { clusters, judge, vocabulary } = context;
  const person = vocabulary.nameOf(surface.first).kind === 'person';
  // An ambiguous surname in two documents may be two people; an ambiguous trade name is at least one name.
  if (meant.length <= 1 || !person) joinHeads(surface, context);
  const [only, ...others] = meant;
  if (!only) return;
  for (const { first } of surface.heads) {
    if (clusters.isSame(first.at, only.item.at)) continue;
    if (others.length === 0 && (!needsCompany(only, person) || company(first, only)))
      judge.same(first, only.item, only.ruling);
    else for (const { item, ruling } of meant.slice(0, 4)) judge.unsure(first, item, ruling);
  }
}

const needsCompany = ({ ruling }: Fit, person: boolean): boolean =>
  person || ruling.reasons.some(({ feature }) => feature === 'acronym-of');

/** Whether a mention's document shares a name with a document of the longer name, beside these two. */
type Company = (short: Item, long: Fit) => boolean;

// Enough documents of a longer name to look for company in.
const MOST_DOCUMENTS = 50;

function listCompany(groups: readonly Group[]): Company {
  const names = new Map<string, Set<string>>();
  for (const { document, first } of groups) {
    if (first.sense === 'place' && first.isCountry) continue;
    const known = names.get(document);
    if (known) known.add(first.key);
    else names.set(document, new Set([first.key]));
  }
  return (short, { long, item }) => {
    const own = names.get(short.document) ?? new Set();
    const documents = long ? long.heads.slice(0, MOST_DOCUMENTS).map(({ document }) => document) : [item.document];
    const besides = (key: string) => key !== short.key && key !== item.key && own.has(key);
    return documents.some((document) => [...(names.get(document) ?? [])].some(besides));
  };
}
