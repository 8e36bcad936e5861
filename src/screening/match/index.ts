export {
  ALERT_THRESHOLD,
  createMatcher,
  type Match,
  type Matcher,
  type MatchOptions,
  readIndex,
  writeIndex,
} from './matcher.ts';
export type { Query } from './query.ts';
