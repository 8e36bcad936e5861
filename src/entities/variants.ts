import type { Reason } from '../model/index.ts';
import { coreTokens, type Name, type NameComparison } from '../names/index.ts';
import { compareText, scriptOf } from '../text/index.ts';
import { blockPairs } from './blocking.ts';
import { isBeyondDoubt, pairsOf } from './certainty.ts';
import { distinctHeads, isBare, type Surface } from './surface.ts';
import type { Context } from './within-document.ts';

const UNSURE = 0.8;
/** From which likeness on a word of another script is the same word. */
const SOUNDS_SAME = 0.93;

/** Objections that keep two names apart for good, whatever third name would fit both. */
const FATAL = new Set(['patronymic-conflict', 'number-conflict', 'number-missing', 'generation-conflict']);

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

/** A number that one name lacks counts when it is written in digits: "Vi" and "first" are words as well. */
const isFatal = ({ feature, left, right }: Reason): boolean =>
  FATAL.has(feature) && (feature !== 'number-missing' || /\d/.test(left + right));

const isObjected = (compared: NameComparison): boolean =>
  (compared.objections.some(({ feature }) => FATAL.has(feature)) && compared.explain().some(isFatal)) ||
  differInNames(compared);

const differInNames = ({ onlyLeft, onlyRight }: Pick<NameComparison, 'onlyLeft' | 'onlyRight'>): boolean =>
  [onlyLeft, onlyRight].every((parts) => parts.some(({ role }) => role === 'name' || role === 'initial'));

function keepApart(comparison: Comparison, context: Context): void {
  const { left, right, score, reasons } = comparison;
  const objection = reasons.find(isFatal)?.feature ?? differentMiddle(comparison);
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

/** Names with initials are left to the rules for short names. */
function isCertain(comparison: Comparison, context: Context): boolean {
  const { left, right, names, reasons } = comparison;
  if (!isBeyondDoubt({ ...comparison, kind: names[0].kind }) || reasons.some(({ feature }) => feature === 'initial'))
    return false;
  return (!isBare(left, context) && !isBare(right, context)) || isSameWord(comparison);
}

/** A single word is the same name in another script or legal form; a surname, a synonym or another spelling is not enough there. */
function isSameWord({ left, right, names: [{ kind }], reasons }: Comparison): boolean {
  const scripts = scriptOf(left.first.mention.text) !== scriptOf(right.first.mention.text);
  const telling = pairsOf(reasons).filter(({ feature }) => feature !== 'translation');
  const isSame = ({ feature, score }: Reason): boolean =>
    feature === 'same-token' ||
    feature === 'look-alike' ||
    (feature === 'romanisation' && (score === 1 || (scripts && score >= SOUNDS_SAME)));
  return kind !== 'person' && telling.length > 0 && telling.every(isSame);
}

/**
 * Pairs of a longer and a shorter name that would bring together what does not belong together: the shorter fits several longer
 * ones that are known to differ ("Ada Orne"), or the longer fits several shorter ones that are not certain to be one ("Ali Hasan Orne" both
 * "Ali Hasan" and "Hasan Orne"). A name in a script without vowels may be several in another (عمر both "Umar" and "Amr").
 */
function findDoubtful(certain: ReadonlySet<Comparison>, { clusters }: Context): ReadonlySet<Comparison> {
  const at = ({ heads, first }: Surface) => heads[0]?.first.at ?? first.at;
  const known = new Set([...certain].map(({ left, right }) => pairKey(left, right)));
  const [byShorter, byLonger] = [new Map<string, Comparison[]>(), new Map<string, Comparison[]>()];
  const add = (map: Map<string, Comparison[]>, key: string, pair: Comparison) => {
    const list = map.get(key);
    if (list) list.push(pair);
    else map.set(key, [pair]);
  };
  for (const pair of certain) {
    const [shorter, longer] = bySize(pair) ?? [];
    if (shorter) add(byShorter, shorter.key, pair);
    for (const { key } of new Set([longer, unvowelled(pair)].filter((one) => one !== undefined)))
      add(byLonger, key, pair);
  }
  const clash = (
    key: string,
    pairs: readonly Comparison[],
    apart: (one: Surface, another: Surface) => boolean,
  ): boolean => {
    const others = pairs.map(({ left, right }) => (left.key === key ? right : left));
    return others.some((one, n) => others.slice(n + 1).some((another) => apart(one, another)));
  };
  const doubtful = new Set<Comparison>();
  for (const [key, pairs] of byShorter)
    if (clash(key, pairs, (one, another) => clusters.isForbidden(at(one), at(another))))
      for (const pair of pairs) doubtful.add(pair);
  for (const [key, pairs] of byLonger)
    if (clash(key, pairs, (one, another) => !known.has(pairKey(one, another))))
      for (const pair of pairs) doubtful.add(pair);
  return doubtful;
}

const UNVOWELLED: ReadonlySet<string> = new Set(['Arab', 'Hebr']);

/** The name in a script that leaves vowels out, where the other is in another script. */
function unvowelled({ left, right }: Comparison): Surface | undefined {
  const [own, other] = [left, right].filter(({ first }) => UNVOWELLED.has(scriptOf(first.mention.text)));
  return other ? undefined : own;
}

const pairKey = (one: Surface, another: Surface): string => [one.key, another.key].sort(compareText).join('\t');

/** The name of fewer words first; `null` when they have as many. */
function bySize({ left, right, names: [l, r] }: Comparison): readonly [shorter: Surface, longer: Surface] | null {
  const [own, other] = [coreTokens(l).length, coreTokens(r).length];
  if (own === other) return null;
  return own < other ? [left, right] : [right, left];
}
