import type { NamePart, PartLexicon } from '../../names/index.ts';
import type { Alignment, Edge, ListedPart } from './align.ts';

/** Words of one field say much the same, but not the same. */
const SCORE = 0.6;
/** Only beside a word that tells the name from others: two kinds of company are no likeness. */
const LEAST_TELLING = 0.5;
/** ... unless so many words of that kind agree already. */
const MANY_GENERIC = 3;

interface Words {
  readonly left: readonly (Pick<NamePart, 'role' | 'concept'> & { readonly weight: number })[];
  readonly listed: readonly ListedPart[];
  readonly lexicon: PartLexicon;
}

/**
 * Adds edges for generic words left over on both sides that lists put for one another: "foundation" and "society", "aviation" and "aircraft".
 * Nothing is added where no telling word agrees.
 */
export function addRelated(alignment: Alignment, { left, listed, lexicon }: Words): Alignment {
  const { edges, leftOver, rightOver } = alignment;
  const isTelling = edges.some(
    ({ weight, left: [at = 0] }) => weight >= LEAST_TELLING && left[at]?.role === 'name' && left[at]?.concept === null,
  );
  const generic = edges.filter(({ left: [at = 0] }) => left[at]?.role === 'generic').length;
  if ((!isTelling && generic < MANY_GENERIC) || leftOver.length === 0 || rightOver.length === 0) return alignment;
  const found: Edge[] = [];
  const rights = new Set(rightOver);
  const lefts = leftOver.filter((i) => {
    const fields = fieldsOf(left[i], lexicon);
    if (fields.length === 0) return true;
    const match = [...rights].find((j) => fieldsOf(listed[j], lexicon).some((field) => fields.includes(field)));
    if (match === undefined) return true;
    rights.delete(match);
    const weight = ((left[i]?.weight ?? 0) + (listed[match]?.weight ?? 0)) / 2;
    found.push({ left: [i], right: [match], score: SCORE, feature: 'related', weight });
    return false;
  });
  return found.length === 0 ? alignment : { edges: [...edges, ...found], leftOver: lefts, rightOver: [...rights] };
}

const fieldsOf = (part: Pick<NamePart, 'role' | 'concept'> | undefined, { fields }: PartLexicon): readonly string[] =>
  part?.role === 'generic' && part.concept !== null ? (fields.get(part.concept) ?? []) : [];
