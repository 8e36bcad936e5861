import type { Reason } from '../model/index.ts';
import { coreTokens, type Name, type NameComparison } from '../names/index.ts';
import { compareText, scriptOf } from '../text/index.ts';
import { blockPairs } from './blocking.ts';
import { distinctHeads, isBare, type Surface } from './surface.ts';
import type { Context } from './within-document.ts';

/** From which score on two names of a kind are one in two spellings. */
export const THRESHOLD = { person: 0.86, organisation: 0.9, thing: 0.94, other: 0.94 } as const;
const UNSURE = 0.8;
/** Words less alike than this are proposed as a slip, not believed. */
const LEAST_WORD = 0.8;
/** From which likeness on a word of another script is the same word. */
const SOUNDS_SAME = 0.93;

/** Objections that keep two names apart for good, whatever third name would fit both. */
const FATAL = new Set(['patronymic-conflict', 'number-conflict', 'number-missing']);

interface Comparison extends Omit<NameComparison, 'objections' | 'explain'> {
  readonly left: Surface;
  readonly right: Surface;
  readonly names: readonly [Name, Name];
  readonly reasons: readonly Reason[];
}

/** Joins names that are one name in two spellings, scripts or orders; parts those that only look so; notes what is in doubt. */
export function linkVariants(surfaces: readonly Surface[], context: Context): void {
  const compared = comparePairs(surfaces, context);
  for (const pair of compared) keepApart(pair, context);
  const certain = new Set(compared.filter((pair) => isCertain(pair, context)));
  const doubtful = findDoubtful(certain, context);
  for (const pair of compared) {
    const { left, right, score, reasons } = pair;
    const [l, r] = [left.heads[0]?.first, right.heads[0]?.first];
    if (!l || !r || score < UNSURE) continue;
    if (certain.has(pair) && !doubtful.has(pair)) context.judge.same(l, r, { rule: 'same-name', score, reasons });
    else if (!isBare(left, context) && !isBare(right, context))
      context.judge.unsure(l, r, { rule: 'similar-name', score, reasons });
  }
}

/** The pairs worth a look, the most alike first. */
function comparePairs(surfaces: readonly Surface[], { vocabulary }: Context): Comparison[] {
  const living = surfaces.filter(({ heads }) => heads.length > 0);
  const names = living.map(({ first }) => vocabulary.comparableOf(first));
  const found: Comparison[] = [];
  for (const [i, j] of blockPairs(names, vocabulary.parts)) {
    const [left, right, one, other] = [living[i], living[j], names[i], names[j]];
    if (!left || !right || !one || !other) continue;
    const [l, r] = [vocabulary.nameOf(left.first), vocabulary.nameOf(right.first)];
    if (l.kind !== r.kind) continue;
    const compared = vocabulary.comparer.compare(one, other);
    if (compared.score < UNSURE && !isObjected(compared)) continue;
    const { score, onlyLeft, onlyRight } = compared;
    found.push({ left, right, names: [l, r], score, onlyLeft, onlyRight, reasons: compared.explain() });
  }
  return found.sort(
    (a, b) => b.score - a.score || compareText(a.left.key, b.left.key) || compareText(a.right.key, b.right.key),
  );
}

const isObjected = (compared: NameComparison): boolean =>
  compared.objections.some(({ feature }) => FATAL.has(feature)) || differInNames(compared);

const differInNames = ({ onlyLeft, onlyRight }: Pick<NameComparison, 'onlyLeft' | 'onlyRight'>): boolean =>
  [onlyLeft, onlyRight].every((parts) => parts.some(({ role }) => role === 'name' || role === 'initial'));

function keepApart(comparison: Comparison, context: Context): void {
  const { left, right, score, reasons } = comparison;
  const objection = reasons.find(({ feature }) => FATAL.has(feature))?.feature ?? differentMiddle(comparison);
  const alike = reasons.some(({ feature, score: likeness }) => feature !== objection && likeness >= 0.9);
  if (objection === null || !alike) return;
  for (const l of distinctHeads(left, context)) {
    for (const r of distinctHeads(right, context)) context.judge.notSame(l, r, { rule: objection, score, reasons });
  }
}

/** "Ada Maria Orne" and "Ada Luise Orne": first name and surname agree, so that a plain "Ada Orne" might bring them together. */
function differentMiddle(comparison: Comparison): string | null {
  const full = comparison.names.every((name) => name.kind === 'person' && coreTokens(name).length >= 3);
  const agreeing = comparison.reasons.filter(({ score }) => score >= 0.9).length;
  return full && agreeing >= 2 && differInNames(comparison) ? 'names-differ' : null;
}

/** Whether two names are one beyond doubt. What may be a slip of the pen, or another company of the name, is proposed instead. */
function isCertain(comparison: Comparison, context: Context): boolean {
  const { left, right, names, score, reasons } = comparison;
  const [{ kind }] = names;
  if (score < THRESHOLD[kind] || reasons.some(({ feature }) => DOUBTS.has(feature))) return false;
  if (hasLooseWord(comparison) || paired(reasons).some(({ score: likeness }) => likeness < LEAST_WORD)) return false;
  return (!isBare(left, context) && !isBare(right, context)) || isSameWord(comparison);
}

/** What leaves a doubt whether two names are one, however alike they are. */
const DOUBTS: ReadonlySet<string> = new Set(['initial', 'legal-form-conflict']);

/** Pairs of words, without the objections and the words that only one side has. */
const paired = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ feature, left, right }) => PAIRED.has(feature) && left !== '' && right !== '');

const PAIRED: ReadonlySet<string> = new Set([
  'same-token',
  'look-alike',
  'romanisation',
  'translation',
  'name-variant',
  'typo',
  'adjective',
  'spacing',
  'acronym',
  'related',
]);

/** "Orion-M" is another company than "Orion-K", and may be another than "Orion"; so may "Orion LLC Ozersk". */
const hasLooseWord = ({ names: [{ kind }], onlyLeft, onlyRight }: Comparison): boolean =>
  kind !== 'person' && [...onlyLeft, ...onlyRight].some(({ role }) => LOOSE.has(role));

const LOOSE: ReadonlySet<string> = new Set(['initial', 'place', 'aside']);

/** A single word is the same name in another script or legal form; a surname, a synonym or another spelling is not enough there. */
function isSameWord({ left, right, names: [{ kind }], reasons }: Comparison): boolean {
  const scripts = scriptOf(left.first.mention.text) !== scriptOf(right.first.mention.text);
  const telling = paired(reasons).filter(({ feature }) => feature !== 'translation');
  const isSame = ({ feature, score }: Reason): boolean =>
    feature === 'same-token' ||
    feature === 'look-alike' ||
    (feature === 'romanisation' && (score === 1 || (scripts && score >= SOUNDS_SAME)));
  return kind !== 'person' && telling.length > 0 && telling.every(isSame);
}

/** Pairs in which the shorter name fits several longer ones that are known to differ: "Ada Orne" is then neither for certain. */
function findDoubtful(certain: Iterable<Comparison>, { clusters }: Context): ReadonlySet<Comparison> {
  const byShorter = new Map<string, Comparison[]>();
  for (const pair of certain) {
    const [l, r] = pair.names.map((name) => coreTokens(name).length);
    if (l === r || l === undefined || r === undefined) continue;
    const shorter = l < r ? pair.left : pair.right;
    byShorter.set(shorter.key, [...(byShorter.get(shorter.key) ?? []), pair]);
  }
  const at = (surface: Surface) => surface.heads[0]?.first.at ?? surface.first.at;
  const longer = (pair: Comparison, key: string) => at(pair.left.key === key ? pair.right : pair.left);
  const doubtful = new Set<Comparison>();
  for (const [key, pairs] of byShorter) {
    const clash = pairs.some((a) => pairs.some((b) => clusters.isForbidden(longer(a, key), longer(b, key))));
    if (clash) for (const pair of pairs) doubtful.add(pair);
  }
  return doubtful;
}
