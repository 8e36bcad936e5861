import type { Reason } from '../model/index.ts';
import { compareNames, coreTokens, type Name } from '../names/index.ts';
import { compareText, scriptOf } from '../text/index.ts';
import { blockPairs } from './blocking.ts';
import { distinctHeads, isBare, type Surface } from './surface.ts';
import type { Context } from './within-document.ts';

/** From which score on two names of a kind are one in two spellings. */
export const THRESHOLD = { person: 0.86, organisation: 0.9, thing: 0.94, other: 0.94 } as const;
const UNSURE = 0.8;

/** Objections that keep two names apart for good, whatever third name would fit both. */
const FATAL = new Set(['patronymics-differ', 'numbers-differ', 'number-missing']);

interface Comparison {
  readonly left: Surface;
  readonly right: Surface;
  readonly names: readonly [Name, Name];
  readonly score: number;
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
  const names = living.map(({ first }) => vocabulary.nameOf(first));
  const found: Comparison[] = [];
  for (const [i, j] of blockPairs(names)) {
    const [left, right, l, r] = [living[i], living[j], names[i], names[j]];
    if (!left || !right || !l || !r || l.kind !== r.kind) continue;
    const scored = compareNames(l, r, { lexicon: vocabulary.lexicon });
    if (
      scored.score >= UNSURE ||
      scored.reasons.some(({ feature }) => FATAL.has(feature) || feature === 'names-differ')
    ) {
      found.push({ left, right, names: [l, r], ...scored });
    }
  }
  return found.sort(
    (a, b) => b.score - a.score || compareText(a.left.key, b.left.key) || compareText(a.right.key, b.right.key),
  );
}

function keepApart({ left, right, names, score, reasons }: Comparison, context: Context): void {
  const objection = reasons.find(({ feature }) => FATAL.has(feature)) ?? differentMiddle(names, reasons);
  const alike = reasons.some(({ feature, score: likeness }) => feature !== objection?.feature && likeness >= 0.9);
  if (!objection || !alike) return;
  for (const l of distinctHeads(left, context)) {
    for (const r of distinctHeads(right, context))
      context.judge.notSame(l, r, { rule: objection.feature, score, reasons });
  }
}

/** "Ada Maria Orne" and "Ada Luise Orne": first name and surname agree, so that a plain "Ada Orne" might bring them together. */
function differentMiddle(names: readonly Name[], reasons: readonly Reason[]): Reason | undefined {
  const full = names.every((name) => name.kind === 'person' && coreTokens(name).length >= 3);
  const agreeing = reasons.filter(({ feature, score }) => feature !== 'names-differ' && score >= 0.9).length;
  return full && agreeing >= 2 ? reasons.find(({ feature }) => feature === 'names-differ') : undefined;
}

function isCertain({ left, right, names: [l], score, reasons }: Comparison, context: Context): boolean {
  if (score < THRESHOLD[l.kind] || reasons.some(({ feature }) => feature === 'initial')) return false;
  if (!isBare(left, context) && !isBare(right, context)) return true;
  // A single word is the same name in another script or legal form; a surname, a synonym or another spelling is not enough there.
  const scripts = scriptOf(left.first.mention.text) !== scriptOf(right.first.mention.text);
  const telling = reasons.filter(({ feature }) => feature !== 'same-word');
  return (
    l.kind !== 'person' &&
    telling.length > 0 &&
    telling.every(
      ({ feature }) => feature === 'equal' || feature === 'romanised' || (scripts && feature === 'sounds-alike'),
    )
  );
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
