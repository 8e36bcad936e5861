import type { Kysely } from 'kysely';
import type { Decision, Document, Extraction, Occurrence } from '../model/index.ts';
import { sha256 } from '../text/index.ts';
import { decodeInteger, decodeRecord } from './codec.ts';
import { inPages } from './pages.ts';
import type { Schema } from './schema.ts';
import { verifyExtraction } from './verify-extraction.ts';
import type { RecordKind, Vouched } from './verify-journal.ts';
import { verifyOriginal, verifyText } from './verify-original.ts';
import type { Findings } from './verify-report.ts';

export interface Verifying {
  readonly db: Kysely<Schema>;
  readonly caseId: string;
  readonly original: (id: string) => string;
  readonly findings: Findings;
}

/** Each document with its original, text and extraction, one at a time. Returns the ids of all documents. */
export async function verifyDocuments(verifying: Verifying, vouched: Vouched): Promise<ReadonlySet<string>> {
  const { db, caseId, findings } = verifying;
  const rows = await db.selectFrom('documents').select('id').where('case_id', '=', caseId).orderBy('id').execute();
  const ids = new Set(rows.map(({ id }) => id));
  for (const id of ids) {
    findings.checked.documents += 1;
    const document = await verifyDocument(verifying, vouched, id);
    if (document?.parent && !ids.has(document.parent.document)) {
      findings.fail('document', id, 'dangling', `its container ${document.parent.document} is not in the case`);
    }
    await verifyExtractionOf(verifying, vouched, { id, document });
  }
  return ids;
}

async function verifyDocument(verifying: Verifying, vouched: Vouched, id: string): Promise<Document | null> {
  const { db, caseId, original, findings } = verifying;
  const intact = await verifyOriginal(id, original(id), findings);
  const stored = db.selectFrom('documents').selectAll().where('case_id', '=', caseId).where('id', '=', id);
  const row = await stored.executeTakeFirst();
  if (!row) {
    findings.fail('document', id, 'damaged', 'the database lists it and does not find it');
    return null;
  }
  verifyRow({ kind: 'document', id, record: row.record }, vouched, findings);
  return await readable('document', id, findings, async () => {
    const document = decodeRecord<Document>(row.record);
    const same = document.id === id && document.status === row.status;
    if (!same || document.problems.length !== decodeInteger(row.problems)) failColumns('document', id, findings);
    await verifyText(document, intact ? original(id) : null, findings);
    return document;
  });
}

async function verifyExtractionOf(
  { db, caseId, findings }: Verifying,
  vouched: Vouched,
  { id, document }: { readonly id: string; readonly document: Document | null },
): Promise<void> {
  const stored = db.selectFrom('extractions').selectAll().where('case_id', '=', caseId).where('document_id', '=', id);
  const row = await stored.executeTakeFirst();
  if (!row) return;
  findings.checked.extractions += 1;
  await readable('extraction', id, findings, async () => {
    const extraction = decodeRecord<Extraction>(row.record);
    // What is wrong inside comes before the row as a whole, so that the claim itself is the first bad record named.
    if (document) verifyExtraction(document, extraction, findings);
    const counted =
      extraction.mentions.length === decodeInteger(row.mentions) &&
      extraction.claims.length === decodeInteger(row.claims);
    if (extraction.document !== id || extraction.engine !== row.engine || !counted)
      failColumns('extraction', id, findings);
  });
  verifyRow({ kind: 'extraction', id, record: row.record }, vouched, findings);
}

/** Extractions of documents that are not there; the database's own keys forbid them, a hand at the file does not. */
export async function verifyStrays(
  { db, caseId, findings }: Verifying,
  documents: ReadonlySet<string>,
  vouched: Vouched,
): Promise<void> {
  const rows = await db.selectFrom('extractions').select('document_id').where('case_id', '=', caseId).execute();
  for (const { document_id: id } of rows) {
    if (documents.has(id)) continue;
    vouched.take('extraction', id);
    findings.fail('extraction', id, 'dangling', 'its document is not in the case');
  }
}

export async function verifyOccurrences(
  { db, caseId, findings }: Verifying,
  documents: ReadonlySet<string>,
  vouched: Vouched,
): Promise<void> {
  const page = db.selectFrom('occurrences').selectAll().where('case_id', '=', caseId).orderBy('id');
  for await (const row of inPages(page, (after, { id }) => after.where('id', '>', id))) {
    const { id, document_id, path, record } = row;
    findings.checked.occurrences += 1;
    verifyRow({ kind: 'occurrence', id, record }, vouched, findings);
    await readable('occurrence', id, findings, async () => {
      const occurrence = decodeRecord<Occurrence>(record);
      const same = occurrence.id === id && occurrence.document === document_id && occurrence.path === path;
      if (!same) failColumns('occurrence', id, findings);
    });
    if (!documents.has(document_id)) {
      findings.fail('occurrence', id, 'dangling', `its document ${document_id} is not in the case`);
    }
  }
}

export async function verifyDecisions({ db, caseId, findings }: Verifying, vouched: Vouched): Promise<void> {
  const rows = db.selectFrom('decisions').selectAll().where('case_id', '=', caseId).orderBy('n');
  for (const { id, record } of await rows.execute()) {
    findings.checked.decisions += 1;
    if (vouched.first('decision') !== id) {
      findings.fail('decision', id, 'altered', 'it does not stand in the order the journal recorded');
    }
    verifyRow({ kind: 'decision', id, record }, vouched, findings);
    await readable('decision', id, findings, async () => {
      if (decodeRecord<Decision>(record).id !== id) failColumns('decision', id, findings);
    });
  }
}

interface Row {
  readonly kind: RecordKind;
  readonly id: string;
  readonly record: string;
}

/** The bytes of the row, not only what they mean, have the hash that the journal recorded. */
function verifyRow({ kind, id, record }: Row, vouched: Vouched, findings: Findings): void {
  const recorded = vouched.take(kind, id);
  const hash = sha256(record);
  if (recorded === undefined) findings.fail(kind, id, 'unrecorded', 'no journal entry vouches for it');
  else if (recorded !== hash)
    findings.fail(kind, id, 'altered', `the journal recorded ${recorded}, it has the hash ${hash}`);
}

/** Runs a check over a record that a hand at the file may have left in any shape. */
async function readable<T>(
  kind: RecordKind,
  id: string,
  findings: Findings,
  check: () => Promise<T>,
): Promise<T | null> {
  try {
    return await check();
  } catch (cause) {
    if (!(cause instanceof TypeError) && !(cause instanceof SyntaxError)) throw cause;
    findings.fail(kind, id, 'altered', `it is no record: ${cause.message}`);
    return null;
  }
}

function failColumns(kind: RecordKind, id: string, findings: Findings): void {
  findings.fail(kind, id, 'altered', 'the columns beside the record say something else than the record');
}
