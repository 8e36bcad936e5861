import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ClewError } from '../errors.ts';
import { databaseOf } from './case-folder.ts';
import { migrate, SCHEMA_VERSION, schemaVersionOf } from './migrate.ts';
import { type OpenDatabase, openSqlite } from './sqlite.ts';
import { lockForWriting } from './writer-lock.ts';

/** Throws `case-not-found` unless the folder holds at least part of a case. */
export function assertCase(folder: string): void {
  if (existsSync(join(folder, 'case.json')) || existsSync(databaseOf(folder))) return;
  throw new ClewError('case-not-found', `There is no case in ${folder}.`, {
    hint: `Make one with clew new ${folder}.`,
  });
}

export function assertKnownSchema(folder: string, version: number): void {
  if (version <= SCHEMA_VERSION) return;
  const message = `${folder} was written by a newer clew (schema ${version}; this one knows ${SCHEMA_VERSION}).`;
  throw new ClewError('case-newer-schema', message, { hint: 'Update clew; the case is untouched.' });
}

/**
 * The database of a case in the newest schema; the writer holds the lock already.
 * Throws `ClewError` `case-newer-schema`, `case-damaged`, and `case-locked` when a reader would have to migrate beside a writer.
 */
export async function openDatabase(folder: string, write: boolean): Promise<OpenDatabase> {
  const database = openSqlite(databaseOf(folder), folder, { write });
  try {
    const version = await schemaVersionOf(database.db);
    assertKnownSchema(folder, version);
    if (version === 0) throw strangeDatabase(folder);
    if (version === SCHEMA_VERSION) return database;
    if (write) return await migrated(database, folder);
  } catch (error) {
    await database.close();
    throw error;
  }
  await database.close();
  await migrateForReader(folder);
  return openSqlite(databaseOf(folder), folder, { write });
}

async function migrateForReader(folder: string): Promise<void> {
  const lock = lockForWriting(folder);
  try {
    await (await openDatabase(folder, true)).close();
  } finally {
    lock.release();
  }
}

async function migrated(database: OpenDatabase, folder: string): Promise<OpenDatabase> {
  try {
    await migrate(database.db);
    return database;
  } catch (cause) {
    if (cause instanceof ClewError) throw cause;
    throw new ClewError(
      'case-damaged',
      `${folder} is in an older schema and could not be brought to the present one.`,
      {
        hint: 'A record in it cannot be read; the case is as it was. Restore it from a copy.',
        cause,
      },
    );
  }
}

export function strangeDatabase(folder: string): ClewError {
  return new ClewError('case-damaged', `${databaseOf(folder)} is not the database of a case.`, {
    hint: 'Restore the case from a copy.',
  });
}
