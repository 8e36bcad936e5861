export { compareHits, type HitChanges, recordHits } from './changes.ts';
export { type DecidedHits, decideHits } from './decided.ts';
export {
  answerListing,
  type DatedSnapshot,
  historyOf,
  type ListHistory,
  type Run,
} from './history/index.ts';
export { IDENTIFIER_SCHEMES, isScheme, schemeNamed } from './identifier-schemes.ts';
export type { InstalledLists } from './installed.ts';
export * from './lists/index.ts';
export {
  ALERT_THRESHOLD,
  createMatcher,
  type Match,
  type Matcher,
  type Query,
  readIndex,
  writeIndex,
} from './match/index.ts';
export { DATE_FORMS, queryDate } from './query-date.ts';
export { identifierProblems, queryIdentifiers } from './query-identifiers.ts';
export { QUERY_PROBLEM_CODES, type QueryProblem, type QueryProblemCode } from './query-problem.ts';
export { QUERY_COLUMNS, queryOfRow } from './query-row.ts';
export { type ScreeningInput, screenEntities } from './screen-entities.ts';

export { type QueryAnswer, type QueryHit, type QueryOptions, screenQuery } from './screen-query.ts';
