import type { PartLexicon } from '../parts/part-lexicon.ts';
import type { Alignment, Edge, NamePair } from './name-pair.ts';

const SCORE = 0.93;
const LEAST_STEM = 3;
const GIVEN_ENDINGS = ['', 'y', 'i', 'ii', 'iy', 'o', 'a'];

/**
 * Adds an edge for patronymics left over on both sides whose fathers bear one name in two languages: "Mykolayovych" and "Nikolaevich".
 */
export function addFathers(alignment: Alignment, { left, right }: NamePair, lexicon: PartLexicon): Alignment {
  const own = alignment.leftOver.find((at) => left[at]?.role === 'patronymic');
  const other = alignment.rightOver.find((at) => right[at]?.role === 'patronymic');
  const [one, another] = [left[own ?? -1], right[other ?? -1]];
  if (own === undefined || other === undefined || !one || !another) return alignment;
  const names = fathersOf(another.latin, lexicon);
  if (!fathersOf(one.latin, lexicon).some((name) => names.includes(name))) return alignment;
  const edge: Edge = { left: [own], right: [other], score: SCORE, feature: 'name-variant', weight: another.weight };
  return {
    edges: [...alignment.edges, edge],
    leftOver: alignment.leftOver.filter((at) => at !== own),
    rightOver: alignment.rightOver.filter((at) => at !== other),
  };
}

/** Lines of the lists of name variants that the father's name may stand in. */
function fathersOf(patronymic: string, { patronymicEndings, variants }: PartLexicon): number[] {
  const stems = patronymicEndings
    .filter((ending) => patronymic.endsWith(ending) && patronymic.length >= ending.length + LEAST_STEM)
    .map((ending) => patronymic.slice(0, -ending.length));
  const bare = new Set(stems.flatMap((stem) => [stem, stem.replace(/[yij]$/, '')]));
  return [...bare].flatMap((stem) => GIVEN_ENDINGS.flatMap((ending) => variants.get(stem + ending) ?? []));
}
