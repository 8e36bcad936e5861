import { ClewError } from '../errors.ts';
import type { JournalEvent, JournalHead } from '../model/index.ts';
import { type CaseRows, putDecision, putDocument, putExtraction } from './case-rows.ts';
import type { CaseReader, CaseStore, DocumentCommit } from './case-store.ts';
import { appendJournal } from './journal.ts';
import type { Originals, OriginalToKeep } from './originals.ts';
import { type SqlSource, sqlReader } from './sql-reader.ts';

export interface SqlStoreParts extends Omit<SqlSource, 'original'> {
  readonly originals: Originals;
  /** The time as it goes into the journal, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Throws when the case was opened for reading only. */
  readonly assertWritable: () => void;
  /** Throws when not even a note can be added to the journal. */
  readonly assertNotable: () => void;
  /** Told the new head after each transaction. */
  readonly onCommit: (journal: JournalHead) => void;
  readonly close: () => Promise<void>;
}

/** A `CaseStore` over any database that Kysely speaks to; what is particular to one (opening, locking) comes in `parts`. */
export function sqlStore(parts: SqlStoreParts): CaseStore {
  const { db, caseId, originals, now } = parts;
  const source = { db, caseId, original: originals.path };
  const reader = sqlReader(source);

  /** One transaction: `work` changes rows and says what happened, and the journal grows by that. */
  const record = async (work: (rows: CaseRows) => Promise<readonly JournalEvent[]>): Promise<void> => {
    parts.assertWritable();
    await append(work);
  };
  /** The same for what only notes something: the one thing that may be done beside another writer. */
  const append = async (work: (rows: CaseRows) => Promise<readonly JournalEvent[]>): Promise<void> => {
    parts.assertNotable();
    const journal = await untilFree(() =>
      db.transaction().execute(async (transaction) => {
        const events = await work({ db: transaction, caseId });
        return events.length === 0 ? null : await appendJournal({ db: transaction, caseId }, events, now());
      }),
    );
    if (journal) parts.onCommit(journal);
  };

  return {
    ...reader,
    async commit(batch) {
      parts.assertWritable();
      await originals.keep(await originalsToKeep(batch, reader, originals));
      await record((rows) => eventsOf(batch, (commit) => putDocument(rows, commit)));
    },
    saveExtractions: (extractions) =>
      record((rows) => eventsOf(extractions, (extraction) => putExtraction(rows, extraction))),
    addDecision: (decision) => record((rows) => putDecision(rows, decision)),
    recordLeftOut: (leftOut) =>
      record(async () => leftOut.map(({ path, reason }) => ({ kind: 'left-out', path, reason }))),
    recordExport: (format, contentHash) => append(async () => [{ kind: 'exported', format, contentHash }]),
    recordScreening: (screening, hits) => append(async () => [{ kind: 'screened', screening, hits }]),
    snapshot: (work) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((transaction) => work(sqlReader({ ...source, db: transaction }))),
    close: parts.close,
  };
}

/** A transaction that met another's is rolled back whole; it is tried again for some seconds, for none takes long. */
async function untilFree<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries >= 100 || !(error instanceof ClewError) || error.code !== 'case-locked') throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function eventsOf<T>(
  items: readonly T[],
  put: (item: T) => Promise<readonly JournalEvent[]>,
): Promise<JournalEvent[]> {
  const events: JournalEvent[] = [];
  for (const item of items) events.push(...(await put(item)));
  return events;
}

/** Originals of documents the case does not know yet, and of known ones whose file has gone: the bytes are here, so it comes back. */
async function originalsToKeep(
  batch: readonly DocumentCommit[],
  reader: CaseReader,
  originals: Originals,
): Promise<OriginalToKeep[]> {
  const bytesOf = new Map(batch.map(({ document, bytes }) => [document.id, bytes]));
  const ids = [...bytesOf.keys()];
  const known = await reader.knownDocuments(ids);
  const missing = new Set(await originals.missing([...known]));
  return [...bytesOf].filter(([id]) => !known.has(id) || missing.has(id)).map(([id, bytes]) => ({ id, bytes }));
}
