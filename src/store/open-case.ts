import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ClewError } from '../errors.ts';
import type { CaseHead } from '../model/index.ts';
import { createCaseFileWriter, readCaseFile } from './case-file.ts';
import { databaseOf, originalsOf } from './case-folder.ts';
import type { CaseStore } from './case-store.ts';
import { readJournalHead } from './journal.ts';
import { migrate, SCHEMA_VERSION, schemaVersionOf } from './migrate.ts';
import { createOriginals } from './originals.ts';
import { sqlStore } from './sql-store.ts';
import { type OpenDatabase, openSqlite } from './sqlite.ts';
import { lockForWriting } from './writer-lock.ts';

export interface OpenOptions {
  readonly write: boolean;
  /** The clock of the journal, ISO 8601 in UTC. */
  readonly now?: () => string;
}

/**
 * Opens a case. One process at a time may write, any number may read meanwhile; an older case is migrated first.
 * Throws `ClewError`: `case-not-found`, `case-locked` (another writer; at once), `case-newer-schema`,
 * `case-damaged` (and, for a writer, when the journal does not contain what `case.json` saw of it).
 */
export async function openCase(folder: string, options: OpenOptions): Promise<CaseStore> {
  assertCase(folder);
  const file = readCaseFile(folder);
  assertKnownSchema(folder, file.schemaVersion);
  const lock = options.write ? lockForWriting(folder) : null;
  let database: OpenDatabase | null = null;
  try {
    database = await openCurrent(folder, options.write);
    return await openStore({ folder, file, options, database, release: () => lock?.release() });
  } catch (error) {
    await database?.close();
    lock?.release();
    throw error;
  }
}

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

/** The database in the newest schema. A reader that finds an older one migrates it as a writer, then reads. */
export async function openCurrent(folder: string, write: boolean): Promise<OpenDatabase> {
  const database = openSqlite(databaseOf(folder), folder, { write });
  try {
    const version = await schemaVersionOf(database.db);
    assertKnownSchema(folder, version);
    if (version === SCHEMA_VERSION) return database;
    if (version === 0) throw strangeDatabase(folder);
    if (write) {
      await migrate(database.db);
      return database;
    }
  } catch (error) {
    await database.close();
    throw error;
  }
  await database.close();
  await (await openCase(folder, { write: true })).close();
  return openSqlite(databaseOf(folder), folder, { write });
}

function strangeDatabase(folder: string): ClewError {
  return new ClewError('case-damaged', `${databaseOf(folder)} is not the database of a case.`, {
    hint: 'Restore the case from a copy.',
  });
}

interface Opening {
  readonly folder: string;
  readonly file: CaseHead;
  readonly options: OpenOptions;
  readonly database: OpenDatabase;
  readonly release: () => void;
}

async function openStore({ folder, file, options, database, release }: Opening): Promise<CaseStore> {
  const { db } = database;
  const { write, now = () => new Date().toISOString() } = options;
  const row = await db.selectFrom('cases').selectAll().executeTakeFirst();
  if (!row) throw strangeDatabase(folder);
  const { case_id: id, name, created } = row;
  const originals = createOriginals(originalsOf(folder));
  const caseFile = createCaseFileWriter(folder);
  const head = { id, name, schemaVersion: SCHEMA_VERSION, created };
  if (write) {
    const journal = await readJournalHead(db, id);
    await assertExtends({ folder, file, database, id });
    await originals.sweep();
    if (journal.count > file.journal.count || file.schemaVersion < SCHEMA_VERSION)
      caseFile.update({ ...head, journal });
  }
  let open = true;
  return sqlStore({
    db,
    caseId: id,
    originals,
    now,
    assertWritable() {
      if (!write) throw new TypeError(`${folder} was opened for reading`);
    },
    onCommit: (journal) => caseFile.update({ ...head, journal }),
    async close() {
      if (!open) return;
      open = false;
      try {
        caseFile.flush();
      } finally {
        await database.close();
        release();
      }
    },
  });
}

/** A writer must not go on, and so bury the traces, when the journal lost entries that `case.json` has seen. */
async function assertExtends(opening: Pick<Opening, 'folder' | 'file' | 'database'> & { id: string }): Promise<void> {
  const { folder, file, database, id } = opening;
  const entry = await database.db
    .selectFrom('journal')
    .select('hash')
    .where('case_id', '=', id)
    .where('n', '=', file.journal.count)
    .executeTakeFirst();
  if (file.id === id && entry?.hash === file.journal.head) return;
  throw new ClewError('case-damaged', `The journal of ${folder} does not contain the end that case.json has seen.`, {
    hint: `See what changed with clew verify ${folder}, and restore the case from a copy.`,
  });
}
