import type { Kysely } from 'kysely';
import type { JournalEvent, JournalHead } from '../model/index.ts';
import { decodeInteger } from './codec.ts';
import { decodeEntry, EMPTY_JOURNAL, entryHash } from './journal.ts';
import { inPages } from './pages.ts';
import type { Schema } from './schema.ts';
import type { Findings } from './verify-report.ts';

export type RecordKind = 'document' | 'occurrence' | 'extraction' | 'decision';

/** The hash each record must have by the newest entry about it. What remains at the end has no row. */
export class Vouched {
  readonly #hashes: Readonly<Record<RecordKind, Map<string, string>>> = {
    document: new Map(),
    occurrence: new Map(),
    extraction: new Map(),
    decision: new Map(),
  };

  set(kind: RecordKind, id: string, hash: string): void {
    this.#hashes[kind].set(id, hash);
  }

  /** The recorded hash, asked for once a row. */
  take(kind: RecordKind, id: string): string | undefined {
    const hash = this.#hashes[kind].get(id);
    this.#hashes[kind].delete(id);
    return hash;
  }

  /** The id that the journal recorded first of those not yet taken. */
  first(kind: RecordKind): string | undefined {
    return this.#hashes[kind].keys().next().value;
  }

  *left(): Generator<[RecordKind, string]> {
    for (const kind of ['document', 'occurrence', 'extraction', 'decision'] as const) {
      for (const id of this.#hashes[kind].keys()) yield [kind, id];
    }
  }
}

/**
 * Goes through the whole journal: numbers without gaps, each entry's own hash, each link to the one before, and that it
 * contains the end that `case.json` saw (`seen`; it may have grown since, when a writer was killed or is at work).
 * Returns what it vouches for.
 */
export async function verifyJournal(
  { db, caseId }: { readonly db: Kysely<Schema>; readonly caseId: string },
  seen: JournalHead | null,
  findings: Findings,
): Promise<Vouched> {
  const vouched = new Vouched();
  const page = db.selectFrom('journal').selectAll().where('case_id', '=', caseId).orderBy('n');
  let { count, head: previous } = EMPTY_JOURNAL;
  let seenHash: string | null = null;
  for await (const row of inPages(page, (after, { n }) => after.where('n', '>', decodeInteger(n)))) {
    findings.checked.journalEntries += 1;
    const n = decodeInteger(row.n);
    const gap = n !== count + 1;
    if (gap) findings.fail('journal', count + 1, 'missing', `after entry ${count} comes entry ${n}`);
    try {
      const entry = decodeEntry(row);
      if (entryHash(entry) !== row.hash) findings.fail('journal', n, 'altered', 'its hash is not that of its content');
      vouch(entry.event, vouched);
    } catch (cause) {
      findings.fail('journal', n, 'altered', `its event cannot be read: ${cause}`);
    }
    if (!gap && row.previous !== previous) {
      findings.fail(
        'journal',
        n,
        'unlinked',
        `it follows ${row.previous}, but entry ${count} has the hash ${previous}`,
      );
    }
    if (n === seen?.count) seenHash = row.hash;
    count = n;
    previous = row.hash;
  }
  if (seen) verifyEnd(seen, { count, seenHash }, findings);
  return vouched;
}

function verifyEnd(seen: JournalHead, journal: { count: number; seenHash: string | null }, findings: Findings): void {
  if (journal.count < seen.count) {
    const detail = `the journal ends at entry ${journal.count}, but case.json has seen entry ${seen.count}`;
    findings.fail('journal', journal.count + 1, 'cut', detail);
  } else if (journal.seenHash !== null && journal.seenHash !== seen.head) {
    const detail = `case.json has seen this entry with the hash ${seen.head}, here it has ${journal.seenHash}`;
    findings.fail('journal', seen.count, 'cut', detail);
  }
}

function vouch(event: JournalEvent, vouched: Vouched): void {
  switch (event.kind) {
    case 'document-added':
      vouched.set('document', event.document, event.documentHash);
      vouched.set('occurrence', event.occurrence, event.occurrenceHash);
      return;
    case 'document-replaced':
      vouched.set('document', event.document, event.documentHash);
      return;
    case 'occurrence-added':
      vouched.set('occurrence', event.occurrence, event.occurrenceHash);
      return;
    case 'extracted':
      vouched.set('extraction', event.document, event.extractionHash);
      return;
    case 'decided':
      vouched.set('decision', event.decision, event.decisionHash);
      return;
    case 'created':
    case 'left-out':
    case 'exported':
    case 'screened':
      return;
    default:
      throw new TypeError(`unknown event ${JSON.stringify(event satisfies never)}`);
  }
}
