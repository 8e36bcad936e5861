import { existsSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { ClewError } from '../errors.ts';
import type { Schema } from './schema.ts';
import { codeOf, databaseError, unreadableError } from './store-errors.ts';

export interface OpenDatabase {
  readonly db: Kysely<Schema>;
  /** What the engine's own check of pages, indexes and keys complains of; [] when the file is sound. */
  faults(): readonly string[];
  close(): Promise<void>;
}

export interface OpenMode {
  readonly write: boolean;
  readonly create?: boolean;
}

/** Opens the database file of a case folder. Throws `ClewError` `case-damaged` or `output-failed`; `folder` is for its message. */
export function openSqlite(file: string, folder: string, { write, create = false }: OpenMode): OpenDatabase {
  if (!create && !existsSync(file)) {
    throw new ClewError('case-damaged', `${file} is missing.`, { hint: 'Restore the case from a copy.' });
  }
  try {
    const database = write ? new Database(file, { fileMustExist: !create }) : openToRead(file);
    if (write) {
      database.pragma('journal_mode = WAL');
      // FULL: a commit is on the disk when it returns. `fullfsync` means the same on macOS and nothing elsewhere.
      database.pragma('synchronous = FULL');
      database.pragma('fullfsync = ON');
      database.pragma('foreign_keys = ON');
    }
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: guarded(database, folder) }) });
    return {
      db,
      faults: () => faultsOf(database, folder),
      async close() {
        await db.destroy();
        // Kysely leaves a database open that it was never asked anything of.
        if (database.open) database.close();
      },
    };
  } catch (cause) {
    throw databaseError(cause, folder);
  }
}

/**
 * A database in WAL mode wants files beside it even to be read. Where nothing can be written, and no such file holds what the
 * database lacks, it is read from memory with the two header bytes that ask for WAL (18 and 19: file format versions) set back.
 * Throws `ClewError` `case-unreadable`.
 */
function openToRead(file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    database.pragma('schema_version');
    return database;
  } catch (cause) {
    database?.close();
    if (!/^SQLITE_(READONLY|CANTOPEN)/.test(codeOf(cause))) throw cause;
    return fromMemory(file, cause);
  }
}

function fromMemory(file: string, cause: unknown): Database.Database {
  try {
    if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) throw cause;
    const bytes = readFileSync(file);
    bytes.set([1, 1], 18);
    return new Database(bytes, { readonly: true });
  } catch (reason) {
    throw unreadableError(file, reason);
  }
}

function faultsOf(database: Database.Database, folder: string): string[] {
  try {
    const lines = database.pragma('integrity_check(10)') as { readonly integrity_check: string }[];
    return lines.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok');
  } catch (cause) {
    throw databaseError(cause, folder);
  }
}

/** Statements are prepared once: a store asks the same few dozen questions over and over. */
const STATEMENTS_KEPT = 100;

/** What Kysely needs of a database, with errors of the environment turned into `ClewError` in this one place. */
function guarded(database: Database.Database, folder: string): SqliteDatabase {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw databaseError(cause, folder);
    }
  };
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    const guardedStatement: SqliteStatement = {
      reader: statement.reader,
      all: (parameters) => guard(() => statement.all(parameters)),
      run: (parameters) => guard(() => statement.run(parameters)),
      iterate: (parameters) => statement.iterate(parameters),
    };
    if (prepared.size >= STATEMENTS_KEPT) prepared.clear();
    prepared.set(sql, guardedStatement);
    return guardedStatement;
  };
  return {
    // A full disk makes SQLite roll back by itself; Kysely's own rollback would then fail and hide the first error.
    prepare: (sql) => (sql === 'rollback' && !database.inTransaction ? NOTHING : guard(() => prepare(sql))),
    close: () => void database.close(),
  };
}

const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};
