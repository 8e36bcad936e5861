export { compareEntries, type FieldChange, type ListChanges } from './compare-entries.ts';
export { type CountryOf, listCountries } from './countries.ts';
export { listId } from './datasets.ts';
export {
  type Chunks,
  LIST_PROBLEM_CODES,
  type ListFile,
  type ListItem,
  type ListProblem,
  type ListProblemCode,
} from './item.ts';
export { resolveLinks } from './links.ts';
export { isCompanion, type ListBundle, readList } from './read-list.ts';
export { LIST_FORMATS, type ListFormat, recogniseList } from './recognise.ts';
