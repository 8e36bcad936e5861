import Database from 'better-sqlite3';
import { ClewError } from '../errors.ts';
import type { CaseHead } from '../model/index.ts';
import { readCaseFile } from './case-file.ts';
import { originalsOf } from './case-folder.ts';
import { assertCase, assertKnownSchema, openDatabase } from './open-database.ts';
import { createOriginals } from './originals.ts';
import { verifyJournal } from './verify-journal.ts';
import { hashOriginal } from './verify-original.ts';
import { type Verifying, verifyDecisions, verifyDocuments, verifyOccurrences, verifyStrays } from './verify-records.ts';
import { Findings, type VerifyReport } from './verify-report.ts';

/**
 * Checks a case again from the bytes up: every journal link and its end against `case.json`, every row against the hash
 * the journal recorded, every original, every text and every quotation. One document is in memory at a time.
 * A failed check is a failure in the report, the first bad record first; throws `ClewError` only for `case-not-found`,
 * `case-newer-schema`, and `case-unreadable` or `output-failed` where the case cannot be read here, sound or not. It reads one unchanging state and may run beside a writer.
 */
export async function verifyCase(folder: string): Promise<VerifyReport> {
  assertCase(folder);
  const findings = new Findings();
  try {
    // Read before the database: the journal may grow meanwhile, but never shrink below what case.json has seen.
    const file = verifyCaseFile(folder, findings);
    if (file) assertKnownSchema(folder, file.schemaVersion);
    await verifyDatabase(folder, file, findings);
  } catch (error) {
    if (!isDamage(error)) throw error;
    findings.fail('case', folder, 'damaged', error.message);
  }
  return findings.report();
}

/** A database that cannot be opened, or in which a table or column is gone. */
function isDamage(error: unknown): error is Error {
  if (error instanceof ClewError) return error.code === 'case-damaged';
  return error instanceof Database.SqliteError;
}

/** Each document's recorded hash and the hash its stored original has now (64 dashes: no readable file), in id order. */
export async function* listOriginals(
  folder: string,
): AsyncGenerator<{ readonly recorded: string; readonly stored: string }> {
  assertCase(folder);
  const { path } = createOriginals(originalsOf(folder));
  const { db, close } = await openDatabase(folder, false);
  try {
    const rows = await db.selectFrom('documents').select('id').orderBy('id').execute();
    for (const { id } of rows) yield { recorded: id, stored: await hashOriginal(path(id)) };
  } finally {
    await close();
  }
}

function verifyCaseFile(folder: string, findings: Findings): CaseHead | null {
  try {
    return readCaseFile(folder);
  } catch (error) {
    if (!(error instanceof ClewError) || error.code !== 'case-damaged') throw error;
    findings.fail('case', folder, 'damaged', error.message);
    return null;
  }
}

async function verifyDatabase(folder: string, file: CaseHead | null, findings: Findings): Promise<void> {
  const { db, close, faults } = await openDatabase(folder, false);
  try {
    for (const fault of faults()) findings.fail('case', folder, 'damaged', `the database says: ${fault}`);
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (transaction) => {
        const row = await transaction.selectFrom('cases').selectAll().executeTakeFirst();
        if (!row) return findings.fail('case', folder, 'missing', 'the database holds no case');
        const { case_id: caseId, name, created } = row;
        if (file && (file.id !== caseId || file.name !== name || file.created !== created)) {
          findings.fail('case', caseId, 'altered', 'case.json and the database name different cases');
        }
        const { path: original } = createOriginals(originalsOf(folder));
        await verifyAll({ db: transaction, caseId, original, findings }, file);
      });
  } finally {
    await close();
  }
}

async function verifyAll(verifying: Verifying, file: CaseHead | null): Promise<void> {
  const { findings } = verifying;
  const vouched = await verifyJournal(verifying, file?.journal ?? null, findings);
  const documents = await verifyDocuments(verifying, vouched);
  await verifyStrays(verifying, documents, vouched);
  await verifyOccurrences(verifying, documents, vouched);
  await verifyDecisions(verifying, vouched);
  for (const [kind, id] of vouched.left()) {
    findings.fail(kind, id, 'missing', 'the journal recorded it, but the case does not hold it');
  }
}
