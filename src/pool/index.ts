export { type Isolation, poolIsolation } from './isolation.ts';
export type { OutcomeItem } from './outcome.ts';
export { createPool, type Pool, type PoolOptions, type ReadJob, type ReadOutcome } from './pool.ts';
