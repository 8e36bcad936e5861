import type { Reason } from '../../model/index.ts';
import type { Leftovers } from './leftovers.ts';
import type { Alignment, Edge, NamePair, WeighedWord } from './name-pair.ts';
import { textAt } from './reasons.ts';
import { WEIGHTS } from './weights.ts';

export interface Weighed {
  readonly alignment: Alignment;
  readonly pair: NamePair;
  readonly left: Leftovers;
  readonly right: Leftovers;
  /** Weight of the words that agree, times their likeness. */
  readonly alike: number;
}

/** A limit that no likeness of other words makes up for. */
export interface Objection {
  readonly feature: string;
  /** What is left of the score under this limit and those before it. */
  readonly score: number;
  /** Whether it is about a word. */
  readonly isMeant: (word: WeighedWord) => boolean;
}

/** What speaks against one name, whatever else is alike; the last objection has the score of the comparison. */
export function objectionsTo(given: number, weighed: Weighed): Objection[] {
  const { alignment, pair, left, right } = weighed;
  const found: Objection[] = [];
  const limit = (feature: string, most: number, isMeant: Objection['isMeant']): void => {
    found.push({ feature, score: Math.min(found.at(-1)?.score ?? given, most), isMeant });
  };
  const isNumber = ({ role }: WeighedWord): boolean => role === 'number';
  if (hasOtherForm(alignment, pair)) limit('legal-form-conflict', given * WEIGHTS.otherForm, isForm);
  if (left.numbers > 0 && right.numbers > 0) limit('number-conflict', WEIGHTS.numberConflict, isNumber);
  else if (pair.arePeers && left.numbers !== right.numbers)
    limit('number-missing', pair.reading === 'thing' ? WEIGHTS.numberMissingThing : WEIGHTS.numberMissing, isNumber);
  if (pair.reading === 'organization') {
    if (agreesInMeaningsOnly(weighed)) limit('meanings-only', WEIGHTS.meaningsOnly, isAny);
    if (isShortName(weighed)) limit('short-name', WEIGHTS.oneWord, isAny);
  }
  if (pair.reading === 'person') {
    const isPatronymic = ({ role }: WeighedWord): boolean => role === 'patronymic';
    if (left.hasPatronymic && right.hasPatronymic)
      limit('patronymic-conflict', WEIGHTS.patronymicConflict, isPatronymic);
    if (haveOtherGenerations(pair)) limit('generation-conflict', WEIGHTS.oneWord, ({ role }) => role === 'title');
    const { words, others } = sharedNames(alignment, pair);
    if (words < 2 && others === 0 && left.all + right.all >= 0.05) limit('one-word-only', WEIGHTS.oneWord, isAny);
    const isNamed = ({ telling, initials }: Leftovers, mayBeInitial: boolean): boolean =>
      telling > 0.1 || (mayBeInitial && initials > 0);
    if (words < 2 && isNamed(left, true) && isNamed(right, pair.arePeers))
      limit('given-names-differ', WEIGHTS.oneWord, ({ role }) => role === 'name' || role === 'initial');
  }
  return found;
}

const isAny = (): boolean => true;

/** An objection with the words without counterpart that it is about, or with both names whole. */
export function objectionReason(
  { feature, score, isMeant }: Objection,
  { leftOver, rightOver }: Alignment,
  { left, right }: NamePair,
): Reason {
  const meant = (positions: readonly number[], words: readonly WeighedWord[]) =>
    textAt(
      words,
      isMeant === isAny ? [...words.keys()] : positions.filter((at) => words[at] !== undefined && isMeant(words[at])),
    );
  return { feature, score, left: meant(leftOver, left), right: meant(rightOver, right) };
}

const JUNIOR: ReadonlySet<string> = new Set(['jr', 'junior', 'jnr', 'мл', 'младший', 'mladshiy']);
const SENIOR: ReadonlySet<string> = new Set(['sr', 'senior', 'snr', 'ст', 'старший', 'starshiy']);

/** Father and son. "Sr." before the name is a señor. */
function haveOtherGenerations({ left, right }: NamePair): boolean {
  const [own, other] = [left.at(-1)?.text ?? '', right.at(-1)?.text ?? ''];
  return (JUNIOR.has(own) && SENIOR.has(other)) || (SENIOR.has(own) && JUNIOR.has(other));
}

/** How many names two persons share, and how many initials, patronymics and the like. */
function sharedNames({ edges }: Alignment, { left, right }: NamePair): { words: number; others: number } {
  const isName = ({ left: [l = 0], right: [r = 0] }: Edge) => left[l]?.role === 'name' || right[r]?.role === 'name';
  const full = edges.filter((edge) => edge.feature !== 'initial' && isName(edge));
  const words = full.reduce((sum, edge) => sum + Math.max(edge.left.length, edge.right.length), 0);
  return { words, others: edges.length - full.length };
}

/**
 * Abbreviations: two letters stand for anything ("EU" and the legal form E.U.), three or four for what they are, nothing like it,
 * and nothing that is told apart by another word.
 */
const SHORT = { never: 2, exact: 4, beside: 0.4 };

function isShortName({ alignment, pair, left, right, alike }: Weighed): boolean {
  const [only, ...others] = ownEdges(alignment, pair);
  if (!only || others.length > 0 || only.feature === 'acronym' || only.left.length + only.right.length > 2)
    return false;
  const [word, other] = [pair.left[only.left[0] ?? 0], pair.right[only.right[0] ?? 0]];
  // Without its vowels every word is short.
  if (!word || !other || word.isAbjad || other.isAbjad) return false;
  const shortest = Math.min(word.latin.length, pair.arePeers ? other.latin.length : word.latin.length);
  if (shortest <= SHORT.never) return true;
  if (shortest > SHORT.exact) return false;
  const beside = pair.arePeers ? Math.max(left.telling, right.telling) : right.telling;
  return word.latin !== other.latin || beside > SHORT.beside * alike;
}

/** Pairs of words that say something: neither legal forms nor small words. */
const ownEdges = ({ edges }: Alignment, { left, right }: NamePair): Edge[] =>
  edges.filter(
    ({ feature, left: [l = 0], right: [r = 0] }) =>
      feature !== 'legal-form' && left[l]?.role !== 'particle' && right[r]?.role !== 'particle',
  );

const MANY_WORDS = 4;
const SOME_WORDS = 3;
const LITERAL: ReadonlySet<string> = new Set(['same-token', 'look-alike']);

/** Whether the words that agree are dictionary words alone, as in the names of ministries. */
export const isPlainName = (alignment: Alignment, pair: NamePair): boolean =>
  pair.reading === 'organization' &&
  ownEdges(alignment, pair).every(({ left: [l = 0], right: [r = 0] }) =>
    [pair.left[l], pair.right[r]].some((word) => word !== undefined && word.concept !== null),
  );

/** "National Bank" and "Bank Melli", "First Bank" and "First Islamic Investment Bank": words that many bear, and not the whole of both names. */
function agreesInMeaningsOnly({ alignment, pair, left, right, alike }: Weighed): boolean {
  if (alike >= WEIGHTS.manyMeanings) return false;
  const own = ownEdges(alignment, pair);
  const isMeaning = isPlainName(alignment, pair);
  // Four words of that kind together are a name, as long as little stands beside them.
  if (own.length >= MANY_WORDS && left.all + right.all < WEIGHTS.beside * alike) return false;
  const isWhole = left.all + right.all < 0.05;
  // The same words and no others are the same name, however plain.
  if (isWhole && own.length > 0 && own.every(({ feature }) => LITERAL.has(feature))) return false;
  const hasName = own.some(({ left: [at = 0] }) => pair.left[at]?.role === 'name');
  const isSame =
    own.every(({ score }) => score > 0.96) || own.length >= SOME_WORDS || (hasName && alike >= WEIGHTS.allMeanings);
  return isMeaning && !(own.length > 1 && isWhole && isSame);
}

/** Forms that exclude one another; what is called just a company may be any. */
const FORMS: ReadonlySet<string> = new Set(['llc', 'jsc', 'unitary', 'institution', 'partnership', 'sole-trader']);
const isForm = ({ role, concept }: WeighedWord): boolean => role === 'legal' && FORMS.has(concept ?? '');

function hasOtherForm({ leftOver, rightOver, edges }: Alignment, { left, right }: NamePair): boolean {
  if (edges.some(({ feature }) => feature === 'legal-form')) return false;
  const hasForm = (positions: readonly number[], words: readonly WeighedWord[]): boolean =>
    positions.some((at) => words[at] !== undefined && isForm(words[at]));
  return hasForm(leftOver, left) && hasForm(rightOver, right);
}
