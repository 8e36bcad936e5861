export { createNameComparer, type NameComparer, type NameComparison } from './compare/compare-names.ts';
export { comparePair } from './compare/compare-pair.ts';
export {
  compareParts,
  type PartFeature,
  type PartLikeness,
} from './compare/compare-parts.ts';
export type { NamePair, WeighedWord } from './compare/name-pair.ts';
export { areOtherNames } from './compare/other-names.ts';
export { ROLE_WEIGHTS } from './compare/role-weights.ts';
export type { WeighedNames } from './compare/weigh-names.ts';
export { LEAST_TOGETHER } from './compare/word-likeness.ts';
export { type CountryLexicon, countryLexicon } from './country.ts';
export { foldText, foldWords } from './fold.ts';
export { type NameLexicon, nameLexicon } from './lexicon.ts';
export { coreTokens, type Name, type NameKind, type NameToken, nameKind, readName, type TokenRole } from './name.ts';
export { type ComparableName, joinParts, readComparable } from './parts/comparable-name.ts';
export {
  conceptKey,
  hashKey,
  likenessKeys,
  ownKeys,
  slipKeys,
  stemKey,
  variantKeys,
  wordKeys,
} from './parts/keys.ts';
export { type ListedNameReading, type NamePart, PART_ROLES, type PartRole } from './parts/part.ts';
export { type PartLexicon, partLexicon } from './parts/part-lexicon.ts';
export { readParts } from './parts/read-parts.ts';
export { type PublicBodyKey, readPublicBody } from './public-body.ts';
export { romanize } from './romanize.ts';
export { compareShortForm, isGoods, isPartOf, isPlaceOfBody } from './short-form.ts';
export { skeletonsOf } from './sounds/skeleton.ts';
export { WordTable } from './word-table.ts';
