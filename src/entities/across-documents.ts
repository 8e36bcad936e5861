import type { Lexicons, Reason } from '../model/index.ts';
import {
  type CountryLexicon,
  compareNames,
  compareShortForm,
  countryLexicon,
  nameKind,
  romanize,
} from '../names/index.ts';
import { blockPairs } from './blocking.ts';
import type { Group } from './group.ts';
import { compareText, type Item } from './item.ts';
import type { Ruling } from './judge.ts';
import type { Context } from './within-document.ts';

/** One surface over the whole case: the groups that bear it, apart from those that only shorten a longer name of their document. */
interface Surface {
  readonly key: string;
  readonly heads: readonly Group[];
  readonly attached: readonly Group[];
  readonly first: Item;
}

/** Joins places: countries by code, others by name, in whatever script or with whatever case ending of the document's language. */
export function joinPlaces(groups: readonly Group[], { judge }: Context, lexicons: Lexicons): void {
  const countries = countryLexicon(lexicons);
  const places = groups.map(({ first }) => first).filter(({ sense }) => sense === 'place');
  const attested = new Set(places.map(({ key }) => romanize(key)));
  const first = new Map<string, Item>();
  for (const item of places) {
    const key = item.isCountry && item.country !== null ? item.country : placeName(item, attested, countries);
    const known = first.get(key);
    if (!known) first.set(key, item);
    else {
      const reasons = [{ feature: 'same-place', score: 0.98, left: known.mention.text, right: item.mention.text }];
      judge.same(known, item, { rule: 'same-place', score: 0.98, reasons });
    }
  }
}

function placeName({ key, language }: Item, attested: ReadonlySet<string>, countries: CountryLexicon): string {
  const bare = countries
    .bareForms(key, language)
    .map(romanize)
    .find((form) => attested.has(form));
  return bare ?? romanize(key);
}

/** Links names over documents: equal names, other spellings and scripts, then short forms that can mean only one. */
export function linkAcrossDocuments(groups: readonly Group[], context: Context, lexicons: Lexicons): void {
  const surfaces = listSurfaces(groups);
  const full = surfaces.filter((surface) => !isBare(surface, context));
  for (const { heads } of full) joinAll(heads, context);
  linkVariants(surfaces, context);
  linkInflected(surfaces, context, lexicons);
  linkShortNames(surfaces, full, context);
}

function listSurfaces(groups: readonly Group[]): Surface[] {
  const byKey = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.first.sense !== 'name') continue;
    const list = byKey.get(group.first.key);
    if (list) list.push(group);
    else byKey.set(group.first.key, [group]);
  }
  const surfaces: Surface[] = [];
  for (const [key, list] of [...byKey].sort(([a], [b]) => compareText(a, b))) {
    const heads = list.filter(({ attached }) => !attached);
    const [first] = heads.length > 0 ? heads : list;
    if (first) surfaces.push({ key, heads, attached: list.filter(({ attached }) => attached), first: first.first });
  }
  return surfaces;
}

function joinAll(groups: readonly Group[], { judge }: Context): void {
  const [first, ...others] = groups;
  if (!first) return;
  for (const { first: item } of others) judge.same(first.first, item, { rule: 'equal-name', score: 1, reasons: [] });
}

/** A single word (or initials and a surname) that may stand for a longer name elsewhere in the case. */
function isBare({ first }: Surface, { vocabulary }: Pick<Context, 'vocabulary'>): boolean {
  const name = vocabulary.nameOf(first);
  const words = name.tokens.filter(({ role }) => role !== 'legal' && role !== 'title' && role !== 'particle');
  if (words.some(({ role }) => role === 'initial')) return true;
  return (
    words.length === 1 || (name.kind === 'thing' && name.tokens.length === 2 && (name.tokens[0]?.form.length ?? 0) <= 2)
  );
}

const THRESHOLD = { person: 0.86, organisation: 0.9, thing: 0.94, other: 0.94 } as const;
const UNSURE = 0.8;
/** Objections that keep two names apart for good, whatever third name would fit both. */
const FATAL = new Set(['patronymics-differ', 'numbers-differ', 'number-missing']);

interface Comparison {
  readonly left: Surface;
  readonly right: Surface;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

function linkVariants(surfaces: readonly Surface[], context: Context): void {
  const { vocabulary, judge } = context;
  const scored: Comparison[] = [];
  for (const [i, j] of blockPairs(surfaces.map(({ first }) => vocabulary.nameOf(first)))) {
    const [left, right] = [surfaces[i], surfaces[j]];
    if (!left || !right || left.heads.length === 0 || right.heads.length === 0) continue;
    const [l, r] = [vocabulary.nameOf(left.first), vocabulary.nameOf(right.first)];
    if (l.kind !== r.kind) continue;
    scored.push({ left, right, ...compareNames(l, r, { lexicon: vocabulary.lexicon }) });
  }
  for (const { left, right, score, reasons } of scored) {
    const objection = reasons.find(({ feature }) => FATAL.has(feature));
    const alike = reasons.some(({ feature, score: likeness }) => !FATAL.has(feature) && likeness >= 0.9);
    if (objection && alike) {
      for (const l of left.heads)
        for (const r of right.heads) judge.notSame(l.first, r.first, { rule: objection.feature, score, reasons });
    }
  }
  scored.sort(
    (a, b) => b.score - a.score || compareText(a.left.key, b.left.key) || compareText(a.right.key, b.right.key),
  );
  for (const { left, right, score, reasons } of scored) {
    if (score < UNSURE) break;
    const [l, r] = [left.heads[0]?.first, right.heads[0]?.first];
    if (!l || !r) continue;
    const bare = isBare(left, context) || isBare(right, context);
    if (bare && !isCertainThoughBare(l, reasons, context)) continue;
    const certain =
      score >= THRESHOLD[vocabulary.nameOf(l).kind] && !reasons.some(({ feature }) => feature === 'initial');
    if (certain) judge.same(l, r, { rule: 'same-name', score, reasons });
    else judge.unsure(l, r, { rule: 'similar-name', score, reasons });
  }
}

/** A single word is the same name in another script or legal form; a misspelling, or a surname, is not enough there. */
function isCertainThoughBare(item: Item, reasons: readonly Reason[], { vocabulary }: Context): boolean {
  return (
    vocabulary.nameOf(item).kind !== 'person' &&
    reasons.every(({ feature, score }) => feature !== 'spelled-alike' && score >= 0.95)
  );
}

/** Names with the case endings of the document's language, where the case attests the bare form. */
function linkInflected(surfaces: readonly Surface[], { judge, vocabulary }: Context, lexicons: Lexicons): void {
  const countries = countryLexicon(lexicons);
  const byKey = new Map(surfaces.map((surface) => [surface.key, surface]));
  for (const { heads } of surfaces) {
    for (const group of heads) {
      const { key, language } = group.first;
      // One word alone may be another name with that ending: a woman's surname, an English plural.
      const person = vocabulary.nameOf(group.first).kind === 'person';
      if (person && !key.includes(' ') && (language === 'ru' || language === 'uk')) continue;
      const bare = countries
        .bareForms(key, language)
        .map((form) => byKey.get(form))
        .find((surface) => surface !== undefined && surface.first !== group.first);
      const meant = bare?.heads[0] ?? bare?.attached[0];
      if (!meant) continue;
      const reasons = [
        {
          feature: `inflected-${language}`,
          score: 0.92,
          left: group.first.mention.text,
          right: meant.first.mention.text,
        },
      ];
      if (judge.same(group.first, meant.first, { rule: 'inflected-name', score: 0.92, reasons })) group.attached = true;
    }
  }
}

/** Scores below it are good enough inside one document only. */
const ACROSS = 0.9;

// A word in more names than this points at none of them.
const MOST_CANDIDATES = 400;

function linkShortNames(surfaces: readonly Surface[], full: readonly Surface[], context: Context): void {
  const { clusters, vocabulary } = context;
  const byWord = new Map<string, Surface[]>();
  const acronyms = new Map<string, Surface[]>();
  const add = (map: Map<string, Surface[]>, key: string, surface: Surface) => {
    const list = map.get(key);
    if (!list) map.set(key, [surface]);
    else if (list.at(-1) !== surface) list.push(surface);
  };
  for (const surface of full) {
    if (surface.heads.length === 0) continue;
    const { tokens } = vocabulary.nameOf(surface.first);
    for (const { key } of tokens) add(byWord, key, surface);
    if (tokens.length > 2) for (const { latin } of tokens) add(acronyms, latin.slice(0, 1), surface);
  }
  for (const surface of surfaces) {
    if (surface.heads.length === 0) continue;
    const { tokens } = vocabulary.nameOf(surface.first);
    const near = new Set(tokens.flatMap(({ key }) => byWord.get(key) ?? []).slice(0, MOST_CANDIDATES));
    const [only] = tokens.filter(({ role }) => role !== 'legal');
    if (only && only.latin.length <= 6) for (const long of acronyms.get(only.latin.slice(0, 1)) ?? []) near.add(long);
    const found = [...near].flatMap((long) => fit(surface, long, context));
    const roots = new Map<number, Fit>();
    for (const group of surface.attached) {
      const ruling = { rule: 'short-form-elsewhere', score: ACROSS, reasons: [] };
      roots.set(clusters.find(group.first.at), { item: group.first, ruling });
    }
    for (const one of found) {
      const root = clusters.find(one.item.at);
      if (!roots.has(root)) roots.set(root, one);
    }
    settle(surface, [...roots.values()], context);
  }
}

interface Fit {
  readonly item: Item;
  readonly ruling: Ruling;
}

function settle(surface: Surface, meant: readonly Fit[], context: Context): void {
  const { judge, vocabulary } = context;
  const person = vocabulary.nameOf(surface.first).kind === 'person';
  // An ambiguous surname in two documents may be two people; an ambiguous trade name is at least one name.
  if (meant.length <= 1 || !person) joinAll(surface.heads, context);
  const [only, ...others] = meant;
  if (!only) return;
  for (const { first } of surface.heads) {
    if (others.length === 0) judge.same(first, only.item, only.ruling);
    else for (const { item, ruling } of meant.slice(0, 4)) judge.unsure(first, item, ruling);
  }
}

function fit(short: Surface, long: Surface, { vocabulary }: Context): Fit[] {
  const head = long.heads[0];
  if (!head || long === short) return [];
  const type = vocabulary.typeOf(long.first).type;
  if (nameKind(type) !== nameKind(vocabulary.typeOf(short.first).type)) return [];
  const [s, l] = [vocabulary.nameOf(short.first), vocabulary.nameOf(long.first)];
  const shortened = compareShortForm(s, l, vocabulary.lexicon);
  if (shortened && shortened.score >= ACROSS)
    return [{ item: head.first, ruling: { rule: 'short-form-in-case', ...shortened } }];
  if (!isBare(short, { vocabulary })) return [];
  const compared = compareNames(s, l, { lexicon: vocabulary.lexicon });
  return compared.score >= THRESHOLD[s.kind] ? [{ item: head.first, ruling: { rule: 'same-name', ...compared } }] : [];
}
