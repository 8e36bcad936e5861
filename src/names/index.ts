export { type CompareOptions, compareNames } from './compare-names.ts';
export { type CountryLexicon, countryLexicon } from './country.ts';
export { foldText, foldWords } from './fold.ts';
export { type NameLexicon, nameLexicon } from './lexicon.ts';
export { coreTokens, type Name, type NameKind, type NameToken, nameKind, readName, type TokenRole } from './name.ts';
export {
  compareParts,
  isOtherForm,
  type PartFeature,
  type PartLikeness,
} from './parts/compare-parts.ts';
export { conceptKey, hashKey, likenessKeys, slipKeys, stemKey, variantKeys } from './parts/keys.ts';
export { type ListedNameReading, type NamePart, PART_ROLES, type PartRole } from './parts/part.ts';
export { type PartLexicon, partLexicon } from './parts/part-lexicon.ts';
export { readParts } from './parts/read-parts.ts';
export { type PublicBodyKey, readPublicBody } from './public-body.ts';
export { romanize } from './romanize.ts';
export { compareShortForm, isGoods, isPartOf, isPlaceOfBody } from './short-form.ts';
export { skeletonsOf } from './sounds/skeleton.ts';
export { spellingDistance } from './sounds/spelling-distance.ts';
export { WordTable } from './word-table.ts';
