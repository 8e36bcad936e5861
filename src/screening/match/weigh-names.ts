import type { Reason } from '../../model/index.ts';
import type { NamePart } from '../../names/index.ts';
import type { Alignment, ListedPart } from './align.ts';
import type { Seeker } from './candidates.ts';
import type { QueryName } from './query.ts';

/** The numbers of the formula. Set by hand between what bench/screening-weights.mjs proposed on half of the unseen queries and what namesakes allow (docs/quality.md). */
export const WEIGHTS = {
  /** Loss for each unlikeness of paired words, in people's names and others. */
  unlike: 1,
  unlikeWord: 0.85,
  /** Loss for a word that only the list has, and that only the query has. */
  missing: 0.2,
  extra: 0.45,
  /** The same for a person's name. */
  missingName: 0.27,
  extraName: 0.25,
  /** The same where Chinese or Korean characters give the whole name: a syllable more is another name. */
  syllable: 0.9,
  /** Loss where both sides have a telling word without counterpart: they contradict each other. */
  contradiction: 1.6,
  contradictionName: 1.1,
  /** Share of that loss for a word that says what an organisation is, and for a place. */
  genericLeft: 0.85,
  plainLeft: 1.5,
  placeLeft: 0.4,
  /** How far a place and a word for the kind of organisation contradict. */
  place: 0.7,
  generic: 0.6,
  /** Digits are dear. */
  number: 0.9,
  /** Added to both where the names that agree weigh little, and the weight from which they weigh enough. */
  common: 0.77,
  rareEnough: 0.88,
  /** Least weight of words that agree in meaning only. */
  meaning: 0.32,
  /** Below this much matched weight a likeness is generic. */
  evidence: 0.5,
  evidenceName: 0.31,
  /** Limits of names that agree in one word only, or in numbers not at all. */
  oneWord: 0.5,
  /** Limit of organisations that agree in words with a dictionary meaning only, and the matched weight from which that is enough. */
  meaningsOnly: 0.7,
  manyMeanings: 0.9,
  /** The same for names that agree from end to end. */
  allMeanings: 0.4,
  /** What may stand beside many such words, as a share of their weight. */
  beside: 0.6,
  numberConflict: 0.45,
  patronymicConflict: 0.62,
  /** Two legal forms: a company changes its form, but namesakes differ in it more often. */
  otherForm: 0.97,
};

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}]/u;

interface Sides {
  readonly query: QueryName;
  readonly listed: readonly ListedPart[];
  readonly seekers: readonly Seeker[];
}

interface Leftovers {
  readonly all: number;
  /** What they cost: words that tell little cost less than they weigh. */
  readonly cost: number;
  readonly telling: number;
  readonly numbers: number;
  readonly hasPatronymic: boolean;
  readonly initials: number;
}

export interface WeighedNames {
  /** 0..1. */
  readonly score: number;
  readonly objections: readonly Reason[];
  /** Only dictionary words agree: which country they are of tells everything. */
  readonly isPlain: boolean;
}

/** The score of an alignment, and the objections that lowered it. */
export function weighNames(alignment: Alignment, sides: Sides): WeighedNames {
  const { query, listed, seekers } = sides;
  const isPerson = query.reading === 'person';
  const isPlain = isPlainName(alignment, sides);
  const shares = { generic: isPlain ? WEIGHTS.plainLeft : WEIGHTS.genericLeft, place: WEIGHTS.placeLeft };
  const left = leftovers(
    alignment.leftOver,
    (at) => ({ role: query.parts[at]?.role, weight: seekers[at]?.weight ?? 0 }),
    shares,
  );
  const right = leftovers(
    alignment.rightOver,
    (at) => ({ role: listed[at]?.role, weight: listed[at]?.weight ?? 0 }),
    shares,
  );
  let alike = 0;
  let unlike = 0;
  for (const { score, weight } of alignment.edges) {
    alike += score * weight;
    unlike += (1 - score) * weight;
  }
  const unpaired = unpairedCost(alike, query);
  const lost =
    (isPerson ? WEIGHTS.unlike : WEIGHTS.unlikeWord) * unlike +
    unpaired.missing * right.cost +
    unpaired.extra * left.cost +
    (isPerson ? WEIGHTS.contradictionName : WEIGHTS.contradiction) * Math.min(left.telling, right.telling) +
    WEIGHTS.number * (left.numbers + right.numbers);
  let score = alike === 0 ? 0 : alike / (alike + lost);
  const evidence = isPerson ? WEIGHTS.evidenceName : WEIGHTS.evidence;
  if (alike < evidence && !isWhole(alignment, { left, right, alike })) score *= 0.4 + 0.6 * (alike / evidence);
  return { ...object(score, { alignment, sides, left, right, alike }), isPlain };
}

/** What an unpaired word costs. Where only common names agree, another name beside them is more likely another person. */
function unpairedCost(alike: number, { reading, parts }: QueryName): { missing: number; extra: number } {
  if (reading !== 'person') return WEIGHTS;
  if (parts.some(({ text }) => EAST_ASIAN.test(text))) return { missing: WEIGHTS.syllable, extra: WEIGHTS.syllable };
  const common = WEIGHTS.common * Math.max(0, 1 - alike / WEIGHTS.rareEnough);
  return { missing: WEIGHTS.missingName + common, extra: WEIGHTS.extraName + common };
}

/** Whether the names are one from end to end; a few words that merely mean the same ("National Bank", "Bank Melli") are not enough. */
function isWhole(
  { edges }: Alignment,
  { left, right, alike }: { readonly left: Leftovers; readonly right: Leftovers; readonly alike: number },
): boolean {
  if (left.all + right.all >= 0.05 || edges.some(({ score }) => score <= 0.9)) return false;
  return alike >= WEIGHTS.meaning || edges.every(({ feature }) => feature !== 'translation');
}

function leftovers(
  positions: readonly number[],
  at: (position: number) => { role: NamePart['role'] | undefined; weight: number },
  shares: Readonly<Record<string, number>>,
): Leftovers {
  let [all, cost, telling, numbers, initials] = [0, 0, 0, 0, 0];
  let hasPatronymic = false;
  for (const position of positions) {
    const { role, weight } = at(position);
    if (role === 'number') numbers += weight;
    else all += weight;
    if (role !== 'number') cost += weight * (shares[role ?? 'name'] ?? 1);
    if (role === 'name') telling += weight;
    if (role === 'place') telling += weight * WEIGHTS.place;
    if (role === 'generic') telling += weight * WEIGHTS.generic;
    if (role === 'initial') initials += 1;
    if (role === 'patronymic') hasPatronymic = true;
  }
  return { all, cost, telling, numbers, hasPatronymic, initials };
}

interface Weighed {
  readonly alignment: Alignment;
  readonly sides: Sides;
  readonly left: Leftovers;
  readonly right: Leftovers;
  readonly alike: number;
}

/** Applies the limits that no likeness of other words makes up for. */
function object(given: number, weighed: Weighed): { score: number; objections: Reason[] } {
  const { alignment, sides, left, right } = weighed;
  const { query, listed } = sides;
  const objections: Reason[] = [];
  let score = given;
  const limit = (feature: string, most: number): void => {
    if (score <= most) return;
    score = most;
    objections.push({ feature, score: most, left: query.text, right: listed.map(({ latin }) => latin).join(' ') });
  };
  if (hasOtherForm(alignment, sides)) limit('legal-form-conflict', score * WEIGHTS.otherForm);
  if (left.numbers > 0 && right.numbers > 0) limit('number-conflict', WEIGHTS.numberConflict);
  if (query.reading === 'organization') {
    if (agreesInMeaningsOnly(weighed)) limit('meanings-only', WEIGHTS.meaningsOnly);
    if (isShortName(weighed)) limit('short-name', WEIGHTS.oneWord);
  }
  if (query.reading === 'person') {
    if (left.hasPatronymic && right.hasPatronymic) limit('patronymic-conflict', WEIGHTS.patronymicConflict);
    const full = alignment.edges.filter(
      ({ feature, left: [at = 0] }) => feature !== 'initial' && query.parts[at]?.role === 'name',
    );
    const words = full.reduce((sum, { left: l, right: r }) => sum + Math.max(l.length, r.length), 0);
    const others = alignment.edges.length - full.length;
    if (words < 2 && others === 0 && left.all + right.all >= 0.05) limit('one-word-only', WEIGHTS.oneWord);
    if (words < 2 && (left.telling > 0.1 || left.initials > 0) && right.telling > 0.1)
      limit('given-names-differ', WEIGHTS.oneWord);
  }
  return { score, objections };
}

/**
 * Abbreviations: two letters stand for anything ("EU" and the legal form E.U.), three or four for what they are, nothing like it,
 * and nothing that is told apart by another word.
 */
const SHORT = { never: 2, exact: 4, beside: 0.4 };

function isShortName({ alignment, sides, right, alike }: Weighed): boolean {
  const [only, ...others] = ownEdges(alignment, sides);
  if (!only || others.length > 0 || only.feature === 'acronym' || only.right.length > 1) return false;
  const part = sides.query.parts[only.left[0] ?? 0];
  // Without its vowels every word is short.
  if (!part || part.isAbjad) return false;
  if (part.latin.length <= SHORT.never) return true;
  if (part.latin.length > SHORT.exact) return false;
  return only.right.every((at) => sides.listed[at]?.latin !== part.latin) || right.telling > SHORT.beside * alike;
}

/** Pairs of words that say something: neither legal forms nor small words. */
const ownEdges = ({ edges }: Alignment, { query }: Sides): Alignment['edges'] =>
  edges.filter(({ feature, left: [at = 0] }) => feature !== 'legal-form' && query.parts[at]?.role !== 'particle');

const MANY_WORDS = 4;
const SOME_WORDS = 3;
const LITERAL: ReadonlySet<string> = new Set(['same-token', 'look-alike']);

/** Whether the words that agree are dictionary words alone, as in the names of ministries. */
const isPlainName = (alignment: Alignment, sides: Sides): boolean =>
  sides.query.reading === 'organization' &&
  ownEdges(alignment, sides).every(({ left: [at = 0] }) => (sides.query.parts[at]?.concept ?? null) !== null);

/** "National Bank" and "Bank Melli", "First Bank" and "First Islamic Investment Bank": words that many bear, and not the whole of both names. */
function agreesInMeaningsOnly({ alignment, sides, left, right, alike }: Weighed): boolean {
  if (alike >= WEIGHTS.manyMeanings) return false;
  const own = ownEdges(alignment, sides);
  const isMeaning = isPlainName(alignment, sides);
  // Four words of that kind together are a name, as long as little stands beside them.
  if (own.length >= MANY_WORDS && left.all + right.all < WEIGHTS.beside * alike) return false;
  const isWhole = left.all + right.all < 0.05;
  // The same words and no others are the same name, however plain.
  if (isWhole && own.length > 0 && own.every(({ feature }) => LITERAL.has(feature))) return false;
  const hasName = own.some(({ left: [at = 0] }) => sides.query.parts[at]?.role === 'name');
  const isSame =
    own.every(({ score }) => score > 0.96) || own.length >= SOME_WORDS || (hasName && alike >= WEIGHTS.allMeanings);
  return isMeaning && !(own.length > 1 && isWhole && isSame);
}

/** Forms that exclude one another; what is called just a company may be any. */
const FORMS: ReadonlySet<string> = new Set(['llc', 'jsc', 'unitary', 'institution', 'partnership', 'sole-trader']);

function hasOtherForm({ leftOver, rightOver, edges }: Alignment, { query, listed }: Sides): boolean {
  if (edges.some(({ feature }) => feature === 'legal-form')) return false;
  const isForm = (concept: string | null | undefined): boolean => FORMS.has(concept ?? '');
  const left = leftOver.some((at) => query.parts[at]?.role === 'legal' && isForm(query.parts[at]?.concept));
  return left && rightOver.some((at) => listed[at]?.role === 'legal' && isForm(listed[at]?.concept));
}
