import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/index.ts';
import { createCase, listOriginals, openCase, verifyCase } from '../../src/store/index.ts';
import { hashOf } from '../../src/text/index.ts';
import { tamper, withCase, withScratch } from './case-home.ts';
import { collect } from './contract.ts';
import { sampleBatch } from './samples.ts';

const NEWEST = 2;

/** A case as an older clew left it: its database as text, its plain-text originals from the texts of its documents. */
async function withOldCase(version: number, work: (folder: string) => Promise<void>): Promise<void> {
  const fixture = fileURLToPath(new URL(`fixtures/case-v${version}/`, import.meta.url));
  await withScratch(async (scratch) => {
    const folder = join(scratch, 'old.clew');
    mkdirSync(folder);
    cpSync(join(fixture, 'case.json'), join(folder, 'case.json'));
    const database = new Database(join(folder, 'case.sqlite'));
    database.exec(readFileSync(join(fixture, 'case.sql'), 'utf8'));
    const rows = database.prepare('select record from documents').all() as { record: string }[];
    database.close();
    for (const { record } of rows) {
      const { id, text } = JSON.parse(record) as Document;
      const path = join(folder, 'originals', id.slice(0, 2), id.slice(2));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { mode: 0o400 });
    }
    await work(folder);
  });
}

const schemaOf = (folder: string): number => {
  const database = new Database(join(folder, 'case.sqlite'), { readonly: true });
  const { version } = database.prepare('select max(version) as version from schema_versions').get() as {
    version: number;
  };
  database.close();
  return version;
};

const caseFileOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));

describe('a case of schema 1', () => {
  test('is migrated by the next writer; records, hashes and journal are as they were', () =>
    withOldCase(1, async (folder) => {
      const { journal } = caseFileOf(folder);
      const store = await openCase(folder, { write: true });
      expect(schemaOf(folder)).toBe(NEWEST);
      expect(await store.counts()).toEqual({
        documents: { parsed: 2, partial: 1, refused: 0 },
        occurrences: 3,
        problems: 3,
        mentions: 6,
        claims: 3,
        decisions: 1,
        journal: 8,
      });
      expect((await store.head()).journal).toEqual(journal);
      const vouched = new Map<string, string>();
      for await (const { event } of store.journal()) {
        if (event.kind === 'document-added') vouched.set(event.document, event.documentHash);
      }
      for await (const document of store.documents()) expect(hashOf(document)).toBe(vouched.get(document.id));
      await store.commit(sampleBatch(2));
      await store.close();
      expect(caseFileOf(folder)).toMatchObject({ schemaVersion: NEWEST, name: 'Old harbour', journal: { count: 12 } });
      expect((await verifyCase(folder)).failures).toEqual([]);
    }));

  test.each([
    { how: 'reads', use: async (folder: string) => (await openCase(folder, { write: false })).close() },
    { how: 'verifies', use: async (folder: string) => expect((await verifyCase(folder)).failures).toEqual([]) },
    { how: 'lists', use: async (folder: string) => expect((await collect(listOriginals(folder))).length).toBe(3) },
  ])('is migrated by whoever $how it first', ({ use }) =>
    withOldCase(1, async (folder) => {
      await use(folder);
      expect(schemaOf(folder)).toBe(NEWEST);
      expect((await verifyCase(folder)).failures).toEqual([]);
    }),
  );

  test('ends up with the same tables as a new case', () =>
    withOldCase(1, async (folder) => {
      await (await openCase(folder, { write: true })).close();
      const fresh = join(dirname(folder), 'new.clew');
      await createCase(fresh, 'New');
      const columnsOf = (path: string) => {
        const database = new Database(join(path, 'case.sqlite'), { readonly: true });
        const columns = database
          .prepare(
            `select m.name as "table", c.name, c.type, c."notnull", c.pk
             from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' order by 1, 2`,
          )
          .all();
        database.close();
        return columns;
      };
      expect(columnsOf(folder)).toEqual(columnsOf(fresh));
    }));

  test('a record that cannot be read stops the migration, and the case stays as it was', () =>
    withOldCase(1, async (folder) => {
      tamper(folder, (database) => database.exec(`update extractions set record = '{'`));
      await expect(openCase(folder, { write: true })).rejects.toMatchObject({ code: 'case-damaged' });
      expect(schemaOf(folder)).toBe(1);
      const { failures } = await verifyCase(folder);
      expect(failures).toMatchObject([{ record: 'case', what: 'damaged' }]);
    }));
});

describe('a case of a newer schema', () => {
  test.each([
    {
      where: 'case.json',
      makeNewer: (folder: string) =>
        writeFileSync(join(folder, 'case.json'), JSON.stringify({ ...caseFileOf(folder), schemaVersion: NEWEST + 1 })),
    },
    {
      where: 'the database',
      makeNewer: (folder: string) =>
        tamper(folder, (database) => database.exec(`insert into schema_versions values (${NEWEST + 1}, 'later')`)),
    },
  ])('is refused by readers, writers and verify when $where says so', ({ makeNewer }) =>
    withCase(sampleBatch(1), async (folder) => {
      makeNewer(folder);
      const refused = { code: 'case-newer-schema', message: expect.stringMatching(/newer clew/) };
      await expect(openCase(folder, { write: true })).rejects.toMatchObject(refused);
      await expect(openCase(folder, { write: false })).rejects.toMatchObject(refused);
      await expect(verifyCase(folder)).rejects.toMatchObject(refused);
    }),
  );
});
