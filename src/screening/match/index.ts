export type { Match } from './match.ts';
export {
  ALERT_THRESHOLD,
  createMatcher,
  type Matcher,
  type MatchOptions,
  readIndex,
  writeIndex,
} from './matcher.ts';
export type { Query } from './query.ts';
