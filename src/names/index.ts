export { type CompareOptions, compareNames } from './compare-names.ts';
export { type CountryLexicon, countryLexicon } from './country.ts';
export { foldText, foldWords } from './fold.ts';
export { type NameLexicon, nameLexicon } from './lexicon.ts';
export { coreTokens, type Name, type NameKind, type NameToken, nameKind, readName, type TokenRole } from './name.ts';
export { type PublicBodyKey, readPublicBody } from './public-body.ts';
export { romanize } from './romanize.ts';
export { compareShortForm, isGoods, isPartOf, isPlaceOfBody } from './short-form.ts';
export { WordTable } from './word-table.ts';
