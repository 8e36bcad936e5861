import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { ClewError } from '../../src/errors.ts';
import type { Claim, Document, Extraction, Mention } from '../../src/model/index.ts';
import { type DocumentCommit, listOriginals, openCase, type VerifyReport, verifyCase } from '../../src/store/index.ts';
import { canonicalJson, hashOf, sha256 } from '../../src/text/index.ts';
import { tamper, withCase } from './case-home.ts';
import { collect } from './contract.ts';
import { SENTENCE, sampleBatch, sampleDecision, sampleDocument, sampleOccurrence } from './samples.ts';

/** Five documents in id order, so that the first of them is the one `verifyCase` comes to first. */
const BATCH = sampleBatch(5).sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
const TARGET = BATCH[2] as DocumentCommit;
const ID = TARGET.document.id;
const CLAIM = TARGET.extraction?.claims[0]?.id as string;
const MENTION = TARGET.extraction?.mentions[0]?.id as string;

type Row = Record<string, string | number>;

const originalOf = (folder: string): string => join(folder, 'originals', ID.slice(0, 2), ID.slice(2));

function overwrite(path: string, bytes: Uint8Array): void {
  chmodSync(path, 0o600);
  writeFileSync(path, bytes);
}

/** Rewrites the target's extraction; nothing else is changed. */
function editExtraction(database: Database.Database, edit: (extraction: Extraction) => Extraction): string {
  const row = database.prepare('select record from extractions where document_id = ?').get(ID) as Row;
  const record = canonicalJson(edit(JSON.parse(String(row.record)) as Extraction));
  database.prepare('update extractions set record = ? where document_id = ?').run(record, ID);
  return sha256(record);
}

const editClaim =
  (edit: (claim: Claim) => Claim) =>
  (database: Database.Database): void => {
    editExtraction(database, (extraction) => ({ ...extraction, claims: extraction.claims.map(edit) }));
  };

const editMention =
  (edit: (mention: Mention) => Mention) =>
  (database: Database.Database): void => {
    editExtraction(database, (extraction) => ({
      ...extraction,
      mentions: extraction.mentions.map((mention) => (mention.id === MENTION ? edit(mention) : mention)),
    }));
  };

function editDocument(database: Database.Database, edit: (document: Document) => Document): void {
  const row = database.prepare('select record from documents where id = ?').get(ID) as Row;
  const record = canonicalJson(edit(JSON.parse(String(row.record)) as Document));
  database.prepare('update documents set record = ? where id = ?').run(record, ID);
}

/** Number of the journal entry that vouches for the target's extraction. */
function entryOfExtraction(database: Database.Database): number {
  const rows = database.prepare('select n, event from journal').all() as Row[];
  const row = rows.find(({ event }) => String(event).includes(ID) && String(event).includes('"extracted"'));
  return Number(row?.n);
}

/** The row altered and the journal made to vouch for it; `deep` also makes the entry's own hash fit. */
const rehash =
  (deep: boolean) =>
  (database: Database.Database): void => {
    const extractionHash = editExtraction(database, (extraction) => ({ ...extraction, claims: [] }));
    const n = entryOfExtraction(database);
    const row = database.prepare('select at, previous, event from journal where n = ?').get(n) as Row;
    const event = { ...JSON.parse(String(row.event)), extractionHash };
    database.prepare('update journal set event = ? where n = ?').run(canonicalJson(event), n);
    const hash = hashOf({ n, at: row.at, previous: row.previous, event });
    if (deep) database.prepare('update journal set hash = ? where n = ?').run(hash, n);
  };

function swapEntries(database: Database.Database): void {
  const [a, b] = database.prepare('select event from journal where n in (4, 5) order by n').all() as [Row, Row];
  database.prepare('update journal set event = ? where n = 4').run(b.event);
  database.prepare('update journal set event = ? where n = 5').run(a.event);
}

function swapWholeEntries(database: Database.Database): void {
  for (const [from, to] of [
    [4, -4],
    [5, 4],
    [-4, 5],
  ]) {
    database.prepare('update journal set n = ? where n = ?').run(to, from);
  }
}

function dropAndRenumber(database: Database.Database): void {
  database.exec('delete from journal where n = 4');
  for (let n = 5; n <= 11; n += 1) database.prepare('update journal set n = ? where n = ?').run(n - 1, n);
}

const change = (database: (database: Database.Database) => void) => (folder: string) => tamper(folder, database);
const sql = (statement: string) => change((database) => void database.prepare(statement).run());

interface Damage {
  readonly name: string;
  readonly damage: (folder: string) => void;
  /** Record, id and what of the first failure. */
  readonly first: readonly [string, string, string];
}

const DAMAGES: readonly Damage[] = [
  {
    name: 'one byte of an original changed',
    damage: (folder) => {
      const bytes = readFileSync(originalOf(folder));
      bytes[7] = (bytes[7] ?? 0) ^ 1;
      overwrite(originalOf(folder), bytes);
    },
    first: ['original', ID, 'altered'],
  },
  {
    name: 'an original cut off',
    damage: (folder) => overwrite(originalOf(folder), readFileSync(originalOf(folder)).subarray(0, 20)),
    first: ['original', ID, 'altered'],
  },
  { name: 'an original gone', damage: (folder) => rmSync(originalOf(folder)), first: ['original', ID, 'missing'] },
  {
    name: 'one quotation changed',
    damage: change(editClaim((claim) => ({ ...claim, quotation: claim.quotation.replace('40', '400') }))),
    first: ['claim', CLAIM, 'misquoted'],
  },
  {
    name: 'one quotation moved',
    damage: change(editClaim((claim) => ({ ...claim, start: claim.start + 1, end: claim.end + 1 }))),
    first: ['claim', CLAIM, 'misquoted'],
  },
  {
    name: 'a mention renamed',
    damage: change(editMention((mention) => ({ ...mention, text: 'Norvik Trading' }))),
    first: ['mention', MENTION, 'misquoted'],
  },
  {
    name: 'a span outside its text',
    damage: change(editMention((mention) => ({ ...mention, start: 5000, end: 5000, text: '' }))),
    first: ['mention', MENTION, 'outside'],
  },
  {
    name: 'one attribution given to someone else in the document',
    damage: change(
      editClaim((claim) => ({
        ...claim,
        attribution: claim.attribution.map((link, n) => (n === 1 ? { ...link, sources: [MENTION] } : link)),
      })),
    ),
    first: ['extraction', ID, 'altered'],
  },
  {
    name: 'one attribution pointing nowhere',
    damage: change(
      editClaim((claim) => ({
        ...claim,
        attribution: claim.attribution.map((link) => ({ ...link, sources: ['m_0'] })),
      })),
    ),
    first: ['claim', CLAIM, 'dangling'],
  },
  {
    name: 'a claim twice',
    damage: change((database) => {
      editExtraction(database, (extraction) => ({
        ...extraction,
        claims: [...extraction.claims, ...extraction.claims],
      }));
    }),
    first: ['claim', CLAIM, 'repeated'],
  },
  {
    name: 'a record that is no JSON',
    damage: sql(`update extractions set record = '{' where document_id = '${ID}'`),
    first: ['extraction', ID, 'altered'],
  },
  {
    name: 'a record of another shape',
    damage: sql(`update extractions set record = '{}' where document_id = '${ID}'`),
    first: ['extraction', ID, 'altered'],
  },
  {
    name: 'white space added to a record',
    damage: sql(`update documents set record = record || ' ' where id = '${ID}'`),
    first: ['document', ID, 'altered'],
  },
  {
    name: 'a text changed',
    damage: change((database) => editDocument(database, (document) => ({ ...document, text: `${document.text}!` }))),
    first: ['document', ID, 'altered'],
  },
  {
    name: 'a column beside a record changed',
    damage: sql(`update documents set status = 'refused' where id = '${ID}'`),
    first: ['document', ID, 'altered'],
  },
  {
    name: 'a document deleted',
    damage: sql(`delete from documents where id = '${ID}'`),
    first: ['extraction', ID, 'dangling'],
  },
  {
    name: 'an extraction deleted',
    damage: sql(`delete from extractions where document_id = '${ID}'`),
    first: ['extraction', ID, 'missing'],
  },
  {
    name: 'an occurrence deleted',
    damage: sql(`delete from occurrences where document_id = '${ID}'`),
    first: ['occurrence', TARGET.occurrences[0]?.id as string, 'missing'],
  },
  {
    name: 'an occurrence changed',
    damage: sql(`update occurrences set record = replace(record, 'pile/', 'heap/') where document_id = '${ID}'`),
    first: ['occurrence', TARGET.occurrences[0]?.id as string, 'altered'],
  },
  {
    name: 'an occurrence slipped in',
    damage: sql(`insert into occurrences select case_id, 'a', document_id, path, record from occurrences limit 1`),
    first: ['occurrence', 'a', 'unrecorded'],
  },
  {
    name: 'a decision changed',
    damage: sql(`update decisions set record = replace(record, 'accept-claim', 'reject-claim') where n = 1`),
    first: ['decision', sampleDecision(TARGET.document, 'Ann').id, 'altered'],
  },
  {
    name: 'a decision deleted',
    damage: sql('delete from decisions where n = 2'),
    first: ['decision', sampleDecision(TARGET.document, 'Bo').id, 'missing'],
  },
  {
    name: 'decisions put in another order',
    damage: sql('update decisions set n = 3 where n = 1'),
    first: ['decision', sampleDecision(TARGET.document, 'Bo').id, 'altered'],
  },
  {
    name: 'a journal entry dropped',
    damage: sql('delete from journal where n = 4'),
    first: ['journal', '4', 'missing'],
  },
  {
    name: 'the first journal entry dropped',
    damage: sql('delete from journal where n = 1'),
    first: ['journal', '1', 'missing'],
  },
  {
    name: 'a journal entry dropped, the rest renumbered',
    damage: change(dropAndRenumber),
    first: ['journal', '4', 'altered'],
  },
  { name: 'what two journal entries say swapped', damage: change(swapEntries), first: ['journal', '4', 'altered'] },
  { name: 'two journal entries swapped', damage: change(swapWholeEntries), first: ['journal', '4', 'altered'] },
  {
    name: 'a journal entry altered',
    damage: sql(`update journal set at = '2001-01-01T00:00:00.000Z' where n = 3`),
    first: ['journal', '3', 'altered'],
  },
  {
    name: 'a journal entry that is no JSON',
    damage: sql(`update journal set event = 'x' where n = 3`),
    first: ['journal', '3', 'altered'],
  },
  {
    name: 'the last journal entry cut off',
    damage: sql('delete from journal where n = 13'),
    first: ['journal', '13', 'cut'],
  },
  { name: 'half the journal cut off', damage: sql('delete from journal where n > 6'), first: ['journal', '7', 'cut'] },
  { name: 'the whole journal gone', damage: sql('delete from journal'), first: ['journal', '1', 'cut'] },
  {
    name: 'case.json of another state',
    damage: (folder) => {
      const path = join(folder, 'case.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace(/"head": "[0-9a-f]/, '"head": "x'));
    },
    first: ['journal', '13', 'cut'],
  },
  {
    name: 'case.json of another case',
    damage: (folder) => {
      const path = join(folder, 'case.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace('"Harbour"', '"Haven"'));
    },
    first: ['case', '', 'altered'],
  },
  { name: 'case.json gone', damage: (folder) => rmSync(join(folder, 'case.json')), first: ['case', '', 'damaged'] },
  {
    name: 'a database that is none',
    damage: (folder) => writeFileSync(join(folder, 'case.sqlite'), 'no database at all, just a text file'.repeat(40)),
    first: ['case', '', 'damaged'],
  },
  {
    name: 'the database gone',
    damage: (folder) => rmSync(join(folder, 'case.sqlite')),
    first: ['case', '', 'damaged'],
  },
];

/** Five documents, each a document and an extraction entry, and two decisions: 13 journal entries. */
async function withDecidedCase(work: (folder: string) => Promise<void>): Promise<void> {
  await withCase(BATCH, async (folder) => {
    const store = await openCase(folder, { write: true });
    for (const who of ['Ann', 'Bo']) await store.addDecision(sampleDecision(TARGET.document, who));
    await store.close();
    await work(folder);
  });
}

describe('verifyCase', () => {
  test('finds nothing wrong in a sound case, and says how much it checked', () =>
    withDecidedCase(async (folder) => {
      expect(await verifyCase(folder)).toEqual({
        ok: true,
        checked: {
          documents: 5,
          originals: 5,
          occurrences: 5,
          extractions: 5,
          quotations: 25,
          claims: 5,
          decisions: 2,
          journalEntries: 13,
        },
        failures: [],
      });
    }));

  test.each(DAMAGES)('finds $name and names it first', ({ damage, first }) =>
    withDecidedCase(async (folder) => {
      damage(folder);
      const report = await verifyCase(folder);
      const [record, id, what] = first;
      expect(report.ok).toBe(false);
      expect(report.failures[0]).toMatchObject({ record, what });
      if (id !== '') expect(report.failures[0]?.id).toBe(id);
    }),
  );

  test.each([
    { name: 'the journal made to vouch for an altered row', deep: false, first: 'altered' },
    { name: 'the entry’s own hash made to fit as well', deep: true, first: 'unlinked' },
  ])('finds one re-hashed row: $name', ({ deep, first }) =>
    withDecidedCase(async (folder) => {
      let n = 0;
      tamper(folder, (database) => {
        n = entryOfExtraction(database);
        rehash(deep)(database);
      });
      const [failure] = (await verifyCase(folder)).failures;
      expect(failure).toMatchObject({ record: 'journal', id: String(deep ? n + 1 : n), what: first });
    }),
  );

  test('finds a plain text whose record, hashes and journal were all rewritten', () =>
    withCase([], async (folder) => {
      const claimed = `${SENTENCE} Never happened.`;
      const bytes = Buffer.from(SENTENCE);
      const forged = sampleDocument(SENTENCE, { text: claimed, textHash: sha256(claimed) });
      const store = await openCase(folder, { write: true });
      const occurrences = [sampleOccurrence(forged.id, 'a.txt')];
      await store.commit([{ document: forged, occurrences, extraction: null, bytes }]);
      await store.close();
      const report = await verifyCase(folder);
      expect(report.failures).toMatchObject([{ record: 'document', id: forged.id, what: 'misquoted' }]);
    }));

  test.each([
    { name: 'with a byte-order mark', bytes: Buffer.from(`\ufeff${SENTENCE}`), text: SENTENCE, problem: null },
    {
      name: 'cut at a limit',
      bytes: Buffer.from('x'.repeat(500)),
      text: 'x'.repeat(100),
      problem: 'cut-by-limit' as const,
    },
    {
      name: 'with a line in another encoding, which the reader mended',
      bytes: Buffer.concat([Buffer.from('Київ\n'), Buffer.from([0xc7, 0xe4, 0xe5])]),
      text: 'Київ\nЗде',
      problem: 'encoding-invalid-bytes' as const,
    },
  ])('a plain text $name is what its original says', ({ bytes, text, problem }) =>
    withCase([], async (folder) => {
      const problems = problem ? [{ code: problem, severity: 'note' as const, detail: 'so', by: 'documents/txt' }] : [];
      const id = sha256(bytes);
      const document = sampleDocument(text, { id, size: bytes.length, problems });
      const store = await openCase(folder, { write: true });
      await store.commit([{ document, occurrences: [sampleOccurrence(id, 'a.txt')], extraction: null, bytes }]);
      await store.close();
      expect((await verifyCase(folder)).failures).toEqual([]);
    }),
  );

  test('reports every failure, not only the first', () =>
    withDecidedCase(async (folder) => {
      rmSync(originalOf(folder));
      tamper(folder, (database) => database.exec('delete from journal where n = 4'));
      const { failures } = await verifyCase(folder);
      expect(failures.map(({ record }) => record)).toEqual(expect.arrayContaining(['journal', 'original']));
    }));

  test('accepts a case.json that a killed writer left behind the journal', () =>
    withDecidedCase(async (folder) => {
      const behind = readFileSync(join(folder, 'case.json'));
      const store = await openCase(folder, { write: true });
      await store.commit(sampleBatch(2, 100));
      await store.close();
      writeFileSync(join(folder, 'case.json'), behind);
      expect((await verifyCase(folder)).failures).toEqual([]);
    }));

  test('runs beside a writer', () =>
    withDecidedCase(async (folder) => {
      const store = await openCase(folder, { write: true });
      const writing = (async () => {
        for (let n = 0; n < 20; n += 1) await store.commit(sampleBatch(2, 1000 + 2 * n));
      })();
      expect((await verifyCase(folder)).failures).toEqual([]);
      await writing;
      await store.close();
    }));

  test('finds an index that no longer fits its table', () =>
    withDecidedCase(async (folder) => {
      tamper(folder, (database) => {
        database.unsafeMode();
        database.pragma('writable_schema = ON');
        const sql = 'CREATE INDEX "occurrences_by_path" on "occurrences" ("path", "case_id")';
        database.prepare("update sqlite_master set sql = ? where name = 'occurrences_by_path'").run(sql);
      });
      expect((await verifyCase(folder)).failures[0]).toMatchObject({ record: 'case', what: 'damaged' });
    }));

  test('says so, and never breaks off, whatever byte of the database is changed', () =>
    withDecidedCase(async (folder) => {
      const path = join(folder, 'case.sqlite');
      const sound = readFileSync(path);
      let found = 0;
      for (let round = 0; round < 80; round += 1) {
        const bytes = Buffer.from(sound);
        const at = (round * 7919 * 13) % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8));
        for (const name of ['case.sqlite-wal', 'case.sqlite-shm']) rmSync(join(folder, name), { force: true });
        writeFileSync(path, bytes);
        const outcome = await verifyCase(folder).catch((error: unknown) => error);
        if (outcome instanceof ClewError || !(outcome as VerifyReport).ok) found += 1;
        const broken = outcome instanceof Error && !(outcome instanceof ClewError) ? outcome.message : null;
        expect(broken, `byte ${at}`).toBeNull();
      }
      // The rest fell on bytes that hold nothing.
      expect(found).toBeGreaterThan(10);
    }));

  test('there must be a case', () =>
    withCase([], async (folder) => {
      await expect(verifyCase(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'case-not-found' });
    }));
});

describe('listOriginals', () => {
  test('says each recorded hash with the hash the original has now, damaged or not', () =>
    withDecidedCase(async (folder) => {
      const ids = BATCH.map(({ document }) => document.id);
      expect(await collect(listOriginals(folder))).toEqual(ids.map((id) => ({ recorded: id, stored: id })));
      const second = ids[1] as string;
      overwrite(originalOf(folder), Buffer.from('forged'));
      rmSync(join(folder, 'originals', second.slice(0, 2), second.slice(2)));
      rmSync(join(folder, 'case.json'));
      tamper(folder, (database) => database.exec('delete from journal; update documents set record = 1'));
      const stored = ids.map((id) => (id === ID ? sha256('forged') : id === second ? '-'.repeat(64) : id));
      expect((await collect(listOriginals(folder))).map((line) => line.stored)).toEqual(stored);
    }));
});
