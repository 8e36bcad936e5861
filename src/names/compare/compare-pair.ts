import type { Reason } from '../../model/index.ts';
import type { PartLexicon } from '../parts/part-lexicon.ts';
import { addAcronyms } from './acronyms.ts';
import { align } from './align.ts';
import { dropEchoes } from './echoes.ts';
import { addFathers } from './fathers.ts';
import type { Alignment, NamePair } from './name-pair.ts';
import { objectionReason } from './objections.ts';
import { namedReasons } from './reasons.ts';
import { addRelated } from './related.ts';
import { addSlips } from './slips.ts';
import { type WeighedNames, weighNames } from './weigh-names.ts';

export interface ComparedPair extends WeighedNames {
  readonly alignment: Alignment;
  /** Objections first, then word by word. */
  readonly explain: () => Reason[];
}

/** How alike the names of a pair are, and why: the one comparison that screening and the resolution of entities share. */
export function comparePair(pair: NamePair, lexicon: PartLexicon): ComparedPair {
  const alignment = alignNames(pair, lexicon);
  const weighed = weighNames(alignment, pair);
  return {
    ...weighed,
    alignment,
    explain: () => [
      ...weighed.objections.map((objection) => objectionReason(objection, alignment, pair)),
      ...namedReasons(alignment, pair),
    ],
  };
}

/** Which words of the left name stand for which of the right one. */
export function alignNames(pair: NamePair, lexicon: PartLexicon): Alignment {
  const alignment = addSlips(align(pair), pair);
  if (pair.reading === 'person') return addFathers(alignment, pair, lexicon);
  if (pair.reading !== 'organization') return alignment;
  return addRelated(dropEchoes(addAcronyms(alignment, pair, lexicon.initials), pair), pair, lexicon);
}
