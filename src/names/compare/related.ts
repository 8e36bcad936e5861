import type { PartLexicon } from '../parts/part-lexicon.ts';
import type { Alignment, Edge, NamePair, WeighedWord } from './name-pair.ts';

type Fields = Pick<PartLexicon, 'fields'>;

/** Only beside a word that tells the name from others: two kinds of company are no likeness. */
const LEAST_TELLING = 0.5;
/** ... unless so many words of that kind agree already. */
const MANY_GENERIC = 3;

/**
 * Adds edges for generic words left over on both sides that lists put for one another: "foundation" and "society", "aviation" and "aircraft".
 * Nothing is added where no telling word agrees.
 */
export function addRelated(alignment: Alignment, { left, right }: NamePair, { fields }: Fields): Alignment {
  const { edges, leftOver, rightOver } = alignment;
  const isTelling = edges.some(
    ({ weight, left: [at = 0], right: [other = 0] }) =>
      weight >= LEAST_TELLING &&
      left[at]?.role === 'name' &&
      left[at]?.concept === null &&
      right[other]?.role === 'name',
  );
  const generic = edges.filter(({ left: [at = 0] }) => left[at]?.role === 'generic').length;
  if ((!isTelling && generic < MANY_GENERIC) || leftOver.length === 0 || rightOver.length === 0) return alignment;
  const found: Edge[] = [];
  const rights = new Set(rightOver);
  const lefts = leftOver.filter((i) => {
    const nearest = nearestOf(left[i], rights, (word, at) => nearness(word, right[at], fields));
    if (nearest === null) return true;
    rights.delete(nearest.at);
    const weight = ((left[i]?.weight ?? 0) + (right[nearest.at]?.weight ?? 0)) / 2;
    found.push({ left: [i], right: [nearest.at], score: nearest.score, feature: 'related', weight });
    return false;
  });
  return found.length === 0 ? alignment : { edges: [...edges, ...found], leftOver: lefts, rightOver: [...rights] };
}

type Word = Pick<WeighedWord, 'role' | 'concept'>;

function nearestOf(
  word: Word | undefined,
  rights: ReadonlySet<number>,
  score: (word: Word | undefined, at: number) => number,
): { at: number; score: number } | null {
  let best: { at: number; score: number } | null = null;
  for (const at of rights) {
    const own = score(word, at);
    if (own > (best?.score ?? 0)) best = { at, score: own };
  }
  return best;
}

function nearness(left: Word | undefined, right: Word | undefined, fields: Fields['fields']): number {
  if (left?.role !== 'generic' || right?.role !== 'generic') return 0;
  const own = fields.get(left.concept ?? '') ?? [];
  const others = fields.get(right.concept ?? '') ?? [];
  return Math.max(0, ...own.filter(({ name }) => others.some((other) => other.name === name)).map(({ near }) => near));
}
