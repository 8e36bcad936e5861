import { accessSync, constants } from 'node:fs';
import { ClewError } from '../errors.ts';
import type { CaseHead } from '../model/index.ts';
import { createCaseFileWriter, readCaseFile } from './case-file.ts';
import { databaseOf, originalsOf } from './case-folder.ts';
import type { CaseStore } from './case-store.ts';
import { readJournalHead } from './journal.ts';
import { SCHEMA_VERSION } from './migrate.ts';
import { assertCase, assertKnownSchema, openDatabase, strangeDatabase } from './open-database.ts';
import { createOriginals } from './originals.ts';
import { sqlStore } from './sql-store.ts';
import type { OpenDatabase } from './sqlite.ts';
import { outputError } from './store-errors.ts';
import { lockForWriting, type WriterLock } from './writer-lock.ts';

export interface OpenOptions {
  readonly write: boolean;
  /**
   * For a command that publishes what it reads: where another clew is writing, or nothing can be written, it goes on beside it,
   * and only exports and screenings are noted in the journal, if they can be.
   */
  readonly beside?: boolean;
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
  const lock = options.write ? lockUnlessBeside(folder, options) : null;
  const release = (): void => (lock === 'beside' ? undefined : lock?.release());
  let database: OpenDatabase | null = null;
  try {
    const isLocked = lock !== null && lock !== 'beside';
    database = await openDatabase(folder, options.write && (isLocked || isWritable(folder)));
    return await openStore({ folder, file, options, isLocked, database, release });
  } catch (error) {
    await database?.close();
    release();
    throw error;
  }
}

interface Opening {
  readonly folder: string;
  readonly file: CaseHead;
  readonly options: OpenOptions;
  /** This process is the one writer. */
  readonly isLocked: boolean;
  readonly database: OpenDatabase;
  readonly release: () => void;
}

async function openStore({ folder, file, options, isLocked, database, release }: Opening): Promise<CaseStore> {
  const { db } = database;
  const { write, now = () => new Date().toISOString() } = options;
  const row = await db.selectFrom('cases').selectAll().executeTakeFirst();
  if (!row) throw strangeDatabase(folder);
  const { case_id: id, name, created } = row;
  const originals = createOriginals(originalsOf(folder));
  const caseFile = createCaseFileWriter(folder);
  const head = { id, name, schemaVersion: SCHEMA_VERSION, created };
  if (isLocked) {
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
      if (!isLocked) throw new TypeError(`${folder} was opened for reading`);
    },
    assertNotable() {
      if (!write) throw new TypeError(`${folder} was opened for reading`);
      if (!isLocked && !isWritable(folder)) throw outputError(folder, new Error('it is write-protected'));
    },
    // The other writer, or the next, brings case.json up to date.
    onCommit: (journal) => isLocked && caseFile.update({ ...head, journal }),
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

function lockUnlessBeside(folder: string, { beside = false }: OpenOptions): WriterLock | 'beside' {
  if (beside && !isWritable(folder)) return 'beside';
  try {
    return lockForWriting(folder);
  } catch (error) {
    if (beside && error instanceof ClewError) return 'beside';
    throw error;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    accessSync(databaseOf(folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
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
