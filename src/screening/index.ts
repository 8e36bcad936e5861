import type { Entity, Hit } from '../model/index.ts';

/** Version of this fold; raise it when its output changes. */
export const SCREENING_VERSION = 1;

/** No list reader exists yet, so there is nothing to compare entities with: always `[]`. */
export function screenEntities(_entities: readonly Entity[]): Hit[] {
  return [];
}

export {
  ALERT_THRESHOLD,
  createMatcher,
  type Match,
  type Matcher,
  type MatchOptions,
  type Query,
  readIndex,
  writeIndex,
} from './match/index.ts';
