import type { Kysely } from 'kysely';
import { up as records } from './0001-records.ts';
import { up as counts } from './0002-counts.ts';

/** One numbered step from a schema to the next. A released step is never edited; a change is a new step. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}

/** Records themselves (their JSON and hashes) are never touched by a migration: the journal vouches for them as they are. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'records', up: records },
  { version: 2, name: 'counts', up: counts },
];
