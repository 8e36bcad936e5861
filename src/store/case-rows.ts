import type { Transaction } from 'kysely';
import type { Decision, Document, Extraction, JournalEvent, Occurrence } from '../model/index.ts';
import type { DocumentCommit } from './case-store.ts';
import { decodeInteger, encodeRecord } from './codec.ts';
import type { Schema } from './schema.ts';

/**
 * Changes the rows of one case inside one transaction. Each function returns the journal events that vouch for what it
 * wrote: none when the case knew it already.
 */
export interface CaseRows {
  readonly db: Transaction<Schema>;
  readonly caseId: string;
}

export async function putDocument(rows: CaseRows, commit: DocumentCommit): Promise<JournalEvent[]> {
  const { document, extraction } = commit;
  const fresh: Occurrence[] = [];
  for (const occurrence of commit.occurrences) if (!(await hasOccurrence(rows, occurrence.id))) fresh.push(occurrence);
  const events: JournalEvent[] = [];
  if (!(await hasDocument(rows, document.id))) {
    const first = fresh.shift();
    if (!first) throw new TypeError(`document ${document.id} is new to the case and has no occurrence`);
    const documentHash = await insertDocument(rows, document);
    const occurrenceHash = await insertOccurrence(rows, document.id, first);
    const occurrence = first.id;
    events.push({ kind: 'document-added', document: document.id, documentHash, occurrence, occurrenceHash });
  }
  const replaced = events.length === 0 && commit.replaces ? await replaceDocument(rows, document) : [];
  events.push(...replaced);
  for (const occurrence of fresh) {
    const occurrenceHash = await insertOccurrence(rows, document.id, occurrence);
    events.push({ kind: 'occurrence-added', document: document.id, occurrence: occurrence.id, occurrenceHash });
  }
  return extraction ? [...events, ...(await putExtraction(rows, extraction, replaced.length > 0))] : events;
}

/** Another record of a document that the case knows, for instance in another encoding; the same one changes nothing. */
async function replaceDocument({ db, caseId }: CaseRows, document: Document): Promise<JournalEvent[]> {
  const { id, status, problems, encoding } = document;
  const { json: record, hash: documentHash } = encodeRecord(document);
  const known = db.selectFrom('documents').select('record').where('case_id', '=', caseId).where('id', '=', id);
  if ((await known.executeTakeFirst())?.record === record) return [];
  await db
    .updateTable('documents')
    .set({ status, problems: problems.length, record })
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .execute();
  return [{ kind: 'document-replaced', document: id, documentHash, encoding }];
}

/** `always`: the text is another, so that the same engine finds other things in it. */
export async function putExtraction(
  { db, caseId }: CaseRows,
  extraction: Extraction,
  always = false,
): Promise<JournalEvent[]> {
  const { document, engine } = extraction;
  const stored = db.selectFrom('extractions').select('engine').where('case_id', '=', caseId);
  const present = await stored.where('document_id', '=', document).executeTakeFirst();
  if (present?.engine === engine && !always) return [];
  const { json: record, hash: extractionHash } = encodeRecord(extraction);
  const found = { engine, mentions: extraction.mentions.length, claims: extraction.claims.length, record };
  await db
    .insertInto('extractions')
    .values({ case_id: caseId, document_id: document, ...found })
    .onConflict((conflict) => conflict.columns(['case_id', 'document_id']).doUpdateSet(found))
    .execute();
  return [{ kind: 'extracted', document, engine, extractionHash }];
}

export async function putDecision({ db, caseId }: CaseRows, decision: Decision): Promise<JournalEvent[]> {
  const decisions = db.selectFrom('decisions').where('case_id', '=', caseId);
  if (await decisions.select('id').where('id', '=', decision.id).executeTakeFirst()) return [];
  const last = await decisions.select(db.fn.max('n').as('n')).executeTakeFirst();
  const { json: record, hash: decisionHash } = encodeRecord(decision);
  const n = decodeInteger(last?.n) + 1;
  await db.insertInto('decisions').values({ case_id: caseId, id: decision.id, n, record }).execute();
  return [{ kind: 'decided', decision: decision.id, decisionHash }];
}

async function hasDocument({ db, caseId }: CaseRows, id: string): Promise<boolean> {
  const found = db.selectFrom('documents').select('id').where('case_id', '=', caseId).where('id', '=', id);
  return (await found.executeTakeFirst()) !== undefined;
}

async function hasOccurrence({ db, caseId }: CaseRows, id: string): Promise<boolean> {
  const found = db.selectFrom('occurrences').select('id').where('case_id', '=', caseId).where('id', '=', id);
  return (await found.executeTakeFirst()) !== undefined;
}

async function insertDocument({ db, caseId }: CaseRows, document: Document): Promise<string> {
  const { id, status, problems } = document;
  const { json: record, hash } = encodeRecord(document);
  await db.insertInto('documents').values({ case_id: caseId, id, status, problems: problems.length, record }).execute();
  return hash;
}

async function insertOccurrence({ db, caseId }: CaseRows, document: string, occurrence: Occurrence): Promise<string> {
  const { id, path } = occurrence;
  if (occurrence.document !== document) throw new TypeError(`occurrence ${id} is not of document ${document}`);
  const { json: record, hash } = encodeRecord(occurrence);
  await db.insertInto('occurrences').values({ case_id: caseId, id, document_id: document, path, record }).execute();
  return hash;
}
