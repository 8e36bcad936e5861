import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ClewError } from '../errors.ts';
import type { CaseHead } from '../model/index.ts';
import { writeCaseFile } from './case-file.ts';
import { syncFolder } from './durable-files.ts';
import { appendJournal, EMPTY_JOURNAL } from './journal.ts';
import { migrate, SCHEMA_VERSION } from './migrate.ts';
import { openSqlite } from './sqlite.ts';
import { outputError } from './store-errors.ts';

export const databaseOf = (folder: string): string => join(folder, 'case.sqlite');
export const originalsOf = (folder: string): string => join(resolve(folder), 'originals');

/**
 * Makes an empty case: `case.sqlite`, `originals/`, `case.json`. It is built beside its place and moved there whole,
 * so that a case folder is never half a case. Throws `ClewError` `case-exists` when something is there already
 * (an empty folder is taken over), `output-failed` when it cannot be written.
 */
export async function createCase(
  folder: string,
  name: string,
  now: () => string = () => new Date().toISOString(),
): Promise<CaseHead> {
  assertFree(folder);
  const target = resolve(folder);
  const building = join(dirname(target), `.${basename(target)}.new-${randomUUID()}`);
  makeFolder(join(building, 'originals'));
  try {
    const created = now();
    const head = { id: randomUUID(), name, schemaVersion: SCHEMA_VERSION, created, journal: EMPTY_JOURNAL };
    const journal = await createDatabase(building, head);
    writeCaseFile(building, { ...head, journal });
    renameSync(building, target);
    await syncFolder(dirname(target));
    return { ...head, journal };
  } catch (cause) {
    rmSync(building, { recursive: true, force: true });
    throw cause instanceof ClewError ? cause : outputError(folder, cause);
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw outputError(path, cause);
  }
}

function assertFree(folder: string): void {
  if (!existsSync(folder)) return;
  const files = readdirIfFolder(folder);
  if (files?.length === 0) return;
  const isCase = files?.includes('case.json') ?? false;
  throw new ClewError('case-exists', isCase ? `${folder} is a case already.` : `${folder} exists and is not empty.`, {
    hint: isCase
      ? `Add documents to it with clew add ${folder} <path…>, or choose another name.`
      : 'Choose another name.',
  });
}

function readdirIfFolder(path: string): string[] | null {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}

async function createDatabase(folder: string, { id, name, created }: CaseHead) {
  const { db, close } = openSqlite(databaseOf(folder), folder, { write: true, create: true });
  try {
    await migrate(db);
    return await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('cases').values({ case_id: id, name, created }).execute();
      return await appendJournal({ db: transaction, caseId: id }, [{ kind: 'created' }], created);
    });
  } finally {
    await close();
  }
}
