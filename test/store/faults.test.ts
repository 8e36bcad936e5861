import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../src/model/index.ts';
import { createCase, listOriginals, openCase, verifyCase } from '../../src/store/index.ts';
import { tamper, withCase, withScratch } from './case-home.ts';
import { collect } from './contract.ts';
import { sampleBatch } from './samples.ts';

const WRITER = fileURLToPath(new URL('children/writer.mjs', import.meta.url));

/** A writer in a process of its own, with the lines it has printed so far. */
function startWriter(folder: string, first: number): { child: ChildProcess; lines: string[]; ended: Promise<void> } {
  const child = spawn(process.execPath, [WRITER, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reading = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  reading.on('line', (line) => lines.push(line));
  const ended = new Promise<void>((resolve) => reading.on('close', resolve));
  return { child, lines, ended };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a writer killed with SIGKILL', () => {
  test('loses nothing it acknowledged, leaves nothing half done, and the next one goes on', () =>
    withCase([], async (folder) => {
      const acknowledged = new Set<string>();
      for (let round = 0; round < 6; round += 1) {
        const { child, lines, ended } = startWriter(folder, round * 10_000);
        const target = 1 + round * 5;
        await until(() => lines.filter((line) => line.startsWith('ACK')).length >= target);
        // Somewhere inside a later commit, at another place each round.
        await new Promise((resolve) => setTimeout(resolve, round * 3));
        child.kill('SIGKILL');
        await ended;
        for (const line of lines) if (line.startsWith('ACK')) acknowledged.add(line.slice(4));

        const stored = await collect(listOriginals(folder));
        expect(stored.filter(({ recorded, stored }) => recorded !== stored)).toEqual([]);
        const ids = new Set(stored.map(({ recorded }) => recorded));
        expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
        expect((await verifyCase(folder)).failures).toEqual([]);
      }
      const store = await openCase(folder, { write: true });
      await store.commit(sampleBatch(2));
      await store.close();
      expect(readdirSync(join(folder, 'originals')).filter((name) => name.startsWith('.'))).toEqual([]);
      expect((await verifyCase(folder)).failures).toEqual([]);
      const head = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));
      expect(head.journal.count).toBe((await journalOf(folder)).length);
    }));
});

async function journalOf(folder: string): Promise<JournalEntry[]> {
  const store = await openCase(folder, { write: false });
  const entries = await collect(store.journal());
  await store.close();
  return entries;
}

describe('one writer at a time', () => {
  test('a second process is refused within a second, readers go on, and SIGKILL frees the place', () =>
    withCase(sampleBatch(1), async (folder) => {
      const { child, lines, ended } = startWriter(folder, 0);
      await until(() => lines.length > 3);
      const started = Date.now();
      await expect(openCase(folder, { write: true })).rejects.toMatchObject({
        code: 'case-locked',
        hint: expect.stringMatching(/Wait until it is done/),
      });
      expect(Date.now() - started).toBeLessThan(500);
      const reader = await openCase(folder, { write: false });
      const before = (await reader.documentIds()).length;
      await until(() => lines.length > 12);
      expect((await reader.documentIds()).length).toBeGreaterThan(before);
      await reader.close();
      child.kill('SIGKILL');
      await ended;
      await (await openCase(folder, { write: true })).close();
    }));

  test('a second writer in the same process is refused too', () =>
    withCase([], async (folder) => {
      const store = await openCase(folder, { write: true });
      await expect(openCase(folder, { write: true })).rejects.toMatchObject({ code: 'case-locked' });
      await store.close();
      await (await openCase(folder, { write: true })).close();
    }));

  test('a writer that cannot open leaves the place free', () =>
    withCase([], async (folder) => {
      const file = readFileSync(join(folder, 'case.sqlite'));
      writeFileSync(join(folder, 'case.sqlite'), 'no database'.repeat(100));
      await expect(openCase(folder, { write: true })).rejects.toMatchObject({ code: 'case-damaged' });
      writeFileSync(join(folder, 'case.sqlite'), file);
      await (await openCase(folder, { write: true })).close();
    }));
});

describe('a full or unwritable disk', () => {
  // A limit on file size is a full disk that needs no disk: writes beyond it fail, as with ENOSPC.
  test.each([
    { what: 'an original', blocks: 400, padding: 900_000, prefix: /ERROR output-failed .*original/ },
    { what: 'the database', blocks: 400, padding: 0, prefix: /ERROR output-failed .*database/ },
  ])(
    'while writing $what: says so, records nothing of the batch, and a later run goes on',
    ({ blocks, padding, prefix }) =>
      withCase(sampleBatch(2), async (folder) => {
        const script = `ulimit -f ${blocks}; exec "$0" "$@"`;
        const arguments_ = ['-c', script, process.execPath, WRITER, folder, '0', String(padding)];
        const { stdout, status } = spawnSync('bash', arguments_, { encoding: 'utf8' });
        const lines = stdout.trim().split('\n');
        expect(lines.at(-1)).toMatch(prefix);
        expect(status).toBe(1);
        const acknowledged = lines.filter((line) => line.startsWith('ACK')).length;
        expect((await verifyCase(folder)).failures).toEqual([]);
        const store = await openCase(folder, { write: true });
        expect((await store.documentIds()).length).toBe(2 + acknowledged);
        await store.commit(sampleBatch(5));
        await store.close();
        expect((await verifyCase(folder)).failures).toEqual([]);
      }),
  );

  test('originals that cannot be written', () =>
    withCase([], async (folder) => {
      const store = await openCase(folder, { write: true });
      const aside = join(folder, 'aside');
      renameSync(join(folder, 'originals'), aside);
      writeFileSync(join(folder, 'originals'), '');
      await expect(store.commit(sampleBatch(3))).rejects.toMatchObject({ code: 'output-failed' });
      rmSync(join(folder, 'originals'));
      renameSync(aside, join(folder, 'originals'));
      expect(await store.documentIds()).toEqual([]);
      await store.commit(sampleBatch(3));
      await store.close();
      expect((await verifyCase(folder)).ok).toBe(true);
    }));

  test('what a killed writer left half written is swept by the next writer, not by a reader', () =>
    withCase(sampleBatch(1), async (folder) => {
      const half = join(folder, 'originals', '.tmp-half');
      writeFileSync(half, 'half of an orig');
      await (await openCase(folder, { write: false })).close();
      expect(existsSync(half)).toBe(true);
      expect((await verifyCase(folder)).ok).toBe(true);
      await (await openCase(folder, { write: true })).close();
      expect(existsSync(half)).toBe(false);
    }));

  test('a source that is gone', () =>
    withCase([], async (folder) => {
      const store = await openCase(folder, { write: true });
      const [commit] = sampleBatch(1);
      const gone = { ...commit!, bytes: { path: join(folder, 'gone.txt') } };
      await expect(store.commit([gone])).rejects.toMatchObject({ code: 'output-failed' });
      await store.close();
      expect(readdirSync(join(folder, 'originals'))).toEqual([]);
    }));

  test('an original that went missing comes back when the same bytes are added again', () =>
    withCase(sampleBatch(2), async (folder) => {
      const store = await openCase(folder, { write: true });
      const [commit] = sampleBatch(1);
      rmSync(store.original(commit!.document.id));
      expect((await verifyCase(folder)).ok).toBe(false);
      await store.commit([commit!]);
      await store.close();
      expect((await verifyCase(folder)).failures).toEqual([]);
    }));
});

describe('making and opening', () => {
  test('what is there already is not overwritten', () =>
    withCase(sampleBatch(1), async (folder) => {
      await expect(createCase(folder, 'Other')).rejects.toMatchObject({ code: 'case-exists' });
      await expect(createCase(join(folder, 'originals'), 'Other')).rejects.toMatchObject({ code: 'case-exists' });
      await expect(createCase(join(folder, 'case.json'), 'Other')).rejects.toMatchObject({ code: 'case-exists' });
      expect((await verifyCase(folder)).ok).toBe(true);
    }));

  test('an empty folder is taken over, missing folders above are made, nothing else is left', () =>
    withScratch(async (scratch) => {
      const head = await createCase(join(scratch, 'a/b/case.clew'), 'Harbour');
      expect(readdirSync(join(scratch, 'a/b'))).toEqual(['case.clew']);
      expect(readdirSync(join(scratch, 'a/b/case.clew')).sort()).toEqual(['case.json', 'case.sqlite', 'originals']);
      expect(JSON.parse(readFileSync(join(scratch, 'a/b/case.clew/case.json'), 'utf8'))).toEqual(head);
      rmSync(join(scratch, 'a/b/case.clew/originals'), { recursive: true });
    }));

  test('a folder that cannot be made', () =>
    withScratch(async (scratch) => {
      writeFileSync(join(scratch, 'file'), '');
      await expect(createCase(join(scratch, 'file/case.clew'), 'Harbour')).rejects.toMatchObject({
        code: 'output-failed',
      });
    }));

  test('no case', () =>
    withScratch(async (scratch) => {
      await expect(openCase(scratch, { write: false })).rejects.toMatchObject({ code: 'case-not-found' });
      await expect(openCase(join(scratch, 'none'), { write: true })).rejects.toMatchObject({ code: 'case-not-found' });
      expect(readdirSync(scratch)).toEqual([]);
    }));

  test('a writer refuses a journal that lost its end, and leaves the proof of it', () =>
    withCase(sampleBatch(2), async (folder) => {
      tamper(folder, (database) => database.exec('delete from journal where n = 5'));
      const proof = readFileSync(join(folder, 'case.json'), 'utf8');
      await expect(openCase(folder, { write: true })).rejects.toMatchObject({ code: 'case-damaged' });
      expect(readFileSync(join(folder, 'case.json'), 'utf8')).toBe(proof);
      const reader = await openCase(folder, { write: false });
      expect((await reader.documentIds()).length).toBe(2);
      await reader.close();
    }));

  test('case.json follows the journal within about a second while the writer is at work', () =>
    withCase([], async (folder) => {
      const count = () => JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')).journal.count;
      const store = await openCase(folder, { write: true });
      await store.commit(sampleBatch(1));
      await store.commit(sampleBatch(1, 1));
      expect(count()).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1300));
      expect(count()).toBe(5);
      await store.commit(sampleBatch(1, 2));
      await store.close();
      expect(count()).toBe(7);
    }));
});
