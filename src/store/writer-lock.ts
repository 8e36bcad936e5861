import { join } from 'node:path';
import Database from 'better-sqlite3';
import { databaseError } from './store-errors.ts';

export interface WriterLock {
  release(): void;
}

/**
 * Makes the caller the only writer of a case, at once or not at all (`ClewError` `case-locked`).
 * It is an exclusive transaction on a small database of its own: the system drops it with the process, however that ends,
 * so a killed writer leaves nothing to clean up, and readers of the case never meet it.
 */
export function lockForWriting(folder: string): WriterLock {
  let database: Database.Database | undefined;
  try {
    database = new Database(join(folder, 'writer.lock'), { timeout: 0 });
    database.pragma('journal_mode = OFF');
    database.exec('begin exclusive');
    const held = database;
    return { release: () => void held.close() };
  } catch (cause) {
    database?.close();
    throw databaseError(cause, folder);
  }
}
