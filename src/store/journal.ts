import type { Kysely } from 'kysely';
import type { JournalEntry, JournalEvent, JournalHead } from '../model/index.ts';
import { hashOf } from '../text/index.ts';
import { decodeInteger, decodeRecord, encodeRecord } from './codec.ts';
import type { Schema } from './schema.ts';

/** The journal of a case in which nothing has happened: what the first entry's `previous` says. */
export const EMPTY_JOURNAL: JournalHead = { count: 0, head: '0'.repeat(64) };

/** Entries per insert: far below every engine's limit on parameters. */
const ROWS_AT_ONCE = 500;

export function entryHash({ n, at, previous, event }: Omit<JournalEntry, 'hash'>): string {
  return hashOf({ n, at, previous, event });
}

/** The entries that record `events` after `head`, each carrying the hash of the one before. */
export function chain(head: JournalHead, events: readonly JournalEvent[], at: string): JournalEntry[] {
  const entries: JournalEntry[] = [];
  let { count, head: previous } = head;
  for (const event of events) {
    count += 1;
    const hash = entryHash({ n: count, at, previous, event });
    entries.push({ n: count, at, previous, event, hash });
    previous = hash;
  }
  return entries;
}

export async function readJournalHead(db: Kysely<Schema>, caseId: string): Promise<JournalHead> {
  const newest = db.selectFrom('journal').select(['n', 'hash']).where('case_id', '=', caseId).orderBy('n', 'desc');
  const last = await newest.limit(1).executeTakeFirst();
  return last ? { count: decodeInteger(last.n), head: last.hash } : EMPTY_JOURNAL;
}

/** Appends `events` inside the caller's transaction; returns the new head. */
export async function appendJournal(
  { db, caseId }: { readonly db: Kysely<Schema>; readonly caseId: string },
  events: readonly JournalEvent[],
  at: string,
): Promise<JournalHead> {
  const head = await readJournalHead(db, caseId);
  const entries = chain(head, events, at);
  for (let start = 0; start < entries.length; start += ROWS_AT_ONCE) {
    const rows = entries.slice(start, start + ROWS_AT_ONCE).map(({ n, at, previous, event, hash }) => {
      return { case_id: caseId, n, at, previous, event: encodeRecord(event).json, hash };
    });
    await db.insertInto('journal').values(rows).execute();
  }
  const last = entries.at(-1);
  return last ? { count: last.n, head: last.hash } : head;
}

export function decodeEntry(row: {
  readonly n: number | string | bigint;
  readonly at: string;
  readonly previous: string;
  readonly event: string;
  readonly hash: string;
}): JournalEntry {
  const { at, previous, hash } = row;
  return { n: decodeInteger(row.n), at, previous, event: decodeRecord<JournalEvent>(row.event), hash };
}
