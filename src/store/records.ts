import type { CaseRecords } from '../model/index.ts';
import type { CaseStore } from './case-store.ts';

/**
 * Everything a case holds, of one moment, for the folds: `head.journal` names exactly the state the records are in.
 * Lists are sorted by id (decisions: in the order decided). All texts are in memory at once.
 */
export async function loadRecords(store: CaseStore): Promise<CaseRecords> {
  return await store.snapshot(async (reader) => ({
    head: await reader.head(),
    documents: await collect(reader.documents()),
    occurrences: await collect(reader.occurrences()),
    extractions: await collect(reader.extractions()),
    decisions: await reader.decisions(),
    leftOut: await reader.leftOut(),
  }));
}

async function collect<T>(records: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const record of records) all.push(record);
  return all;
}
