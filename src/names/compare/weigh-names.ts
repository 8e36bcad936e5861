import { type Leftovers, leftovers } from './leftovers.ts';
import type { Alignment, NamePair, WeighedWord } from './name-pair.ts';
import { isPlainName, type Objection, objectionsTo } from './objections.ts';
import { WEIGHTS } from './weights.ts';

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}]/u;

export interface WeighedNames {
  /** 0..1. */
  readonly score: number;
  readonly objections: readonly Objection[];
  /** Only dictionary words agree: which country they are of tells everything. */
  readonly isPlain: boolean;
}

/** The score of an alignment, and the objections that lowered it. */
export function weighNames(alignment: Alignment, pair: NamePair): WeighedNames {
  const isPerson = pair.reading === 'person';
  const isPlain = isPlainName(alignment, pair);
  const left = leftovers(alignment.leftOver, pair.left, isPlain);
  const right = leftovers(alignment.rightOver, pair.right, isPlain);
  let alike = 0;
  let unlike = 0;
  for (const { score, weight } of alignment.edges) {
    alike += score * weight;
    unlike += (1 - score) * weight;
  }
  const unpaired = unpairedCost(alike, pair);
  const lost =
    (isPerson ? WEIGHTS.unlike : WEIGHTS.unlikeWord) * unlike +
    unpaired.missing * right.cost +
    unpaired.extra * left.cost * (isPerson && !pair.arePeers && areInner(alignment, pair) ? WEIGHTS.innerName : 1) +
    (isPerson ? WEIGHTS.contradictionName : WEIGHTS.contradiction) * Math.min(left.telling, right.telling) +
    WEIGHTS.number * (left.numbers + right.numbers);
  let score = alike === 0 ? 0 : alike / (alike + lost);
  const evidence = isPerson ? WEIGHTS.evidenceName : WEIGHTS.evidence;
  if (alike < evidence && !isWhole(alignment, { left, right, alike })) score *= 0.4 + 0.6 * (alike / evidence);
  const objections = objectionsTo(score, { alignment, pair, left, right, alike });
  return { score: objections.at(-1)?.score ?? score, objections, isPlain };
}

/** Whether the query only has names between its first and its last that the list lacks: fathers' and middle names, which lists leave out. */
function areInner({ edges, leftOver, rightOver }: Alignment, { left, right }: NamePair): boolean {
  const isName = (word: WeighedWord | undefined): boolean => word?.role === 'name';
  if (rightOver.some((at) => isName(right[at])) || !leftOver.some((at) => isName(left[at]))) return false;
  const [first, last] = [left.findIndex(isName), left.findLastIndex(isName)];
  const isPaired = (at: number): boolean => edges.some((edge) => edge.score >= 0.8 && edge.left.includes(at));
  return isPaired(first) && isPaired(last);
}

/** What an unpaired word costs. Where only common names agree, another name beside them is more likely another person. */
function unpairedCost(alike: number, { reading, left, right, arePeers }: NamePair): { missing: number; extra: number } {
  const between = ({ missing, extra }: { missing: number; extra: number }) =>
    arePeers ? { missing: Math.max(missing, extra), extra: Math.max(missing, extra) } : { missing, extra };
  if (reading !== 'person') return between(WEIGHTS);
  if ([...left, ...right].some(({ text }) => EAST_ASIAN.test(text)))
    return { missing: WEIGHTS.syllable, extra: WEIGHTS.syllable };
  const common = WEIGHTS.common * Math.max(0, 1 - alike / WEIGHTS.rareEnough);
  return between({ missing: WEIGHTS.missingName + common, extra: WEIGHTS.extraName + common });
}

/** Whether the names are one from end to end; a few words that merely mean the same ("National Bank", "Bank Melli") are not enough. */
function isWhole(
  { edges }: Alignment,
  { left, right, alike }: { readonly left: Leftovers; readonly right: Leftovers; readonly alike: number },
): boolean {
  if (left.all + right.all >= 0.05 || edges.some(({ score }) => score <= 0.9)) return false;
  return alike >= WEIGHTS.meaning || edges.every(({ feature }) => feature !== 'translation');
}
