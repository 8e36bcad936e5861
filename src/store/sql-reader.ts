import type { Kysely } from 'kysely';
import { ClewError } from '../errors.ts';
import type { CaseHead, Decision, Document, DocumentStatus, Extraction, LeftOut, Occurrence } from '../model/index.ts';
import type { CaseCounts, CaseReader, RecordedScreening } from './case-store.ts';
import { decodeInteger, decodeRecord } from './codec.ts';
import { decodeEntry, readJournalHead } from './journal.ts';
import { SCHEMA_VERSION } from './migrate.ts';
import { inPages } from './pages.ts';
import type { Schema } from './schema.ts';

/** Ids per `in (…)`: far below every engine's limit on parameters. */
const IDS_AT_ONCE = 500;

export interface SqlSource {
  readonly db: Kysely<Schema>;
  readonly caseId: string;
  /** Path of a stored original. */
  readonly original: (id: string) => string;
}

/** Reads a case from any database that Kysely speaks to. Keys are fetched in pages, records (up to 50 MB of text) singly. */
export function sqlReader({ db, caseId, original }: SqlSource): CaseReader {
  const documents = db.selectFrom('documents').where('case_id', '=', caseId);
  const occurrences = db.selectFrom('occurrences').where('case_id', '=', caseId);
  const extractions = db.selectFrom('extractions').where('case_id', '=', caseId);

  const documentIds = async () => (await documents.select('id').orderBy('id').execute()).map(({ id }) => id);
  const document = async (id: string): Promise<Document> => {
    const row = await documents.select('record').where('id', '=', id).executeTakeFirst();
    if (row) return decodeRecord<Document>(row.record);
    throw new ClewError('document-not-found', `The case holds no document ${id}.`, {
      hint: 'clew status <case> --json lists the documents with their hashes.',
    });
  };
  const extraction = async (id: string): Promise<Extraction | null> => {
    const row = await extractions.select('record').where('document_id', '=', id).executeTakeFirst();
    return row ? decodeRecord<Extraction>(row.record) : null;
  };
  const occurrencesWhere = async (column: 'document_id' | 'path', value: string): Promise<Occurrence[]> => {
    const rows = await occurrences.select('record').where(column, '=', value).orderBy('id').execute();
    return rows.map(({ record }) => decodeRecord<Occurrence>(record));
  };

  async function* journal() {
    const page = db.selectFrom('journal').selectAll().where('case_id', '=', caseId).orderBy('n');
    const rows = inPages(page, (after, { n }) => after.where('n', '>', decodeInteger(n)));
    for await (const row of rows) yield decodeEntry(row);
  }

  return {
    head: () => readHead(db, caseId),
    journalHead: () => readJournalHead(db, caseId),
    counts: () => readCounts(db, caseId),
    async hasDocument(id) {
      return (await documents.select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
    },
    async knownDocuments(ids) {
      const known = new Set<string>();
      for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
        const some = ids.slice(start, start + IDS_AT_ONCE);
        for (const { id } of await documents.select('id').where('id', 'in', some).execute()) known.add(id);
      }
      return known;
    },
    documentIds,
    document,
    async *documents() {
      for (const id of await documentIds()) yield await document(id);
    },
    original,
    async *occurrences() {
      const page = occurrences.select(['id', 'record']).orderBy('id');
      const rows = inPages(page, (after, { id }) => after.where('id', '>', id));
      for await (const { record } of rows) yield decodeRecord<Occurrence>(record);
    },
    occurrencesOf: (id) => occurrencesWhere('document_id', id),
    occurrencesAt: (path) => occurrencesWhere('path', path),
    async extractionEngine(id) {
      return (await extractions.select('engine').where('document_id', '=', id).executeTakeFirst())?.engine ?? null;
    },
    async staleDocuments(engine) {
      const current = extractions.select('document_id').where('engine', '=', engine);
      return (await documents.select('id').where('id', 'not in', current).orderBy('id').execute()).map(({ id }) => id);
    },
    extraction,
    async *extractions() {
      for (const { document_id } of await extractions.select('document_id').orderBy('document_id').execute()) {
        const found = await extraction(document_id);
        if (found) yield found;
      }
    },
    async decisions() {
      const rows = db.selectFrom('decisions').select('record').where('case_id', '=', caseId).orderBy('n');
      return (await rows.execute()).map(({ record }) => decodeRecord<Decision>(record));
    },
    async leftOut() {
      const byPath = new Map<string, string>();
      for await (const { event } of journal()) if (event.kind === 'left-out') byPath.set(event.path, event.reason);
      const left: LeftOut[] = [];
      for (const path of [...byPath.keys()].sort()) {
        if ((await occurrencesWhere('path', path)).length === 0) left.push({ path, reason: byPath.get(path) ?? '' });
      }
      return left;
    },
    async lastScreening() {
      let last: RecordedScreening | null = null;
      for await (const { at, event } of journal()) {
        if (event.kind === 'screened') last = { at, screening: event.screening, hits: event.hits };
      }
      return last;
    },
    journal,
  };
}

async function readHead(db: Kysely<Schema>, caseId: string): Promise<CaseHead> {
  const row = db.selectFrom('cases').select(['name', 'created']).where('case_id', '=', caseId);
  const { name, created } = await row.executeTakeFirstOrThrow();
  return { id: caseId, name, schemaVersion: SCHEMA_VERSION, created, journal: await readJournalHead(db, caseId) };
}

async function readCounts(db: Kysely<Schema>, caseId: string): Promise<CaseCounts> {
  const { sum, countAll } = db.fn;
  const byStatus = await db
    .selectFrom('documents')
    .select(['status', countAll().as('count'), sum('problems').as('problems')])
    .where('case_id', '=', caseId)
    .groupBy('status')
    .execute();
  const documents: Record<DocumentStatus, number> = { parsed: 0, partial: 0, refused: 0 };
  for (const { status, count } of byStatus) documents[status as DocumentStatus] = decodeInteger(count);
  const found = await db
    .selectFrom('extractions')
    .select([sum('mentions').as('mentions'), sum('claims').as('claims')])
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return {
    documents,
    occurrences: await countRows(db, 'occurrences', caseId),
    problems: byStatus.reduce((total, { problems }) => total + decodeInteger(problems), 0),
    mentions: decodeInteger(found?.mentions),
    claims: decodeInteger(found?.claims),
    decisions: await countRows(db, 'decisions', caseId),
    journal: (await readJournalHead(db, caseId)).count,
  };
}

async function countRows(db: Kysely<Schema>, table: 'occurrences' | 'decisions', caseId: string): Promise<number> {
  const counted = db.selectFrom(table).select(db.fn.countAll().as('count')).where('case_id', '=', caseId);
  return decodeInteger((await counted.executeTakeFirst())?.count);
}
