import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { DocumentCommit } from '../../src/store/index.ts';
import { createCase, openCase } from '../../src/store/index.ts';

/** An empty folder that goes when the test is over (`using scratch = …` without the syntax Node 20 lacks). */
export async function withScratch(work: (scratch: string) => Promise<void>): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'clew-store-'));
  try {
    await work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A closed case with these documents, in a scratch folder. */
export async function withCase(
  batch: readonly DocumentCommit[],
  work: (folder: string) => Promise<void>,
): Promise<void> {
  await withScratch(async (scratch) => {
    const folder = join(scratch, 'case.clew');
    await createCase(folder, 'Harbour');
    const store = await openCase(folder, { write: true });
    await store.commit(batch);
    await store.close();
    await work(folder);
  });
}

/** A hand at the database file: what someone who wants to change the record would do. */
export function tamper(folder: string, change: (database: Database.Database) => void): void {
  const database = new Database(join(folder, 'case.sqlite'));
  database.pragma('foreign_keys = OFF');
  change(database);
  database.close();
}
