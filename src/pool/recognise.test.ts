import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { makeZip } from '../../test/documents/make-zip.ts';
import { fakeWorker } from '../../test/pool/fake-worker.ts';
import { encodePng, pictureOnlyPdf } from '../../test/recognition/page-images.ts';
import { createPool, type Pool, type PoolOptions } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-recognise-test-'));
const pools: Pool[] = [];
function poolOf(options: PoolOptions = {}): Pool {
  const pool = createPool({ size: 1, ...options });
  pools.push(pool);
  return pool;
}
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function jobOf(name: string, content: Uint8Array | string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { path, name, extract: true };
}

const blank = (shade = 255) => ({ width: 90, height: 60, pixels: new Uint8Array(90 * 60).fill(shade) });

/** A worker that reads like a real one, but does `job` when it is asked to look at pictures. */
function workerThat(job: string): string {
  const path = join(folder, `worker-${Math.abs(hash(job))}.mjs`);
  const document = `{ id: 'x', name: request.name, text: 'layer', blocks: [], status: 'partial', problems: [], parent: null, reader: 'pdf/2' }`;
  const source = `
    const document = ${document};
    if (request.recognise) { ${job} }
    else {
      await send({ kind: 'document', index: 0, document, bytesPath: null, recognisable: 3 });
      await send({ kind: 'done' });
    }`;
  writeFileSync(path, fakeWorker(source));
  return path;
}
const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);

describe('reading pictures', () => {
  it('is left for later, and only counted', async () => {
    const pool = poolOf();
    const outcome = await pool.read(jobOf('scan.pdf', pictureOnlyPdf([blank(), blank()])));
    expect(outcome.recognisable).toBe(2);
    expect(outcome.items[0]?.document.status).toBe('partial');
    expect(outcome.items[0]?.document.problems.map(({ code }) => code)).toContain('text-layer-missing');
  });

  it('does nothing to a file without pictures', async () => {
    const pool = poolOf();
    const job = jobOf('a.txt', 'Text.');
    const outcome = await pool.read(job);
    expect(await pool.recognise(job, outcome)).toBe(outcome);
  });

  it('finds nothing on blank ones, which then are read through', async () => {
    const pool = poolOf();
    const job = jobOf(
      'leak.zip',
      makeZip([
        { name: 'a.txt', content: 'Text.' },
        { name: 'b/scan.png', content: encodePng(blank()) },
        { name: 'c/copy.png', content: encodePng(blank()) },
      ]),
    );
    const fast = await pool.read(job);
    expect(fast.recognisable).toBe(2);
    const { items, recognisable } = await pool.recognise(job, fast);
    expect(recognisable).toBe(0);
    expect(items.map(({ document }) => [document.name, document.status, document.parent?.place ?? ''])).toEqual([
      ['leak.zip', 'parsed', ''],
      ['a.txt', 'parsed', 'a.txt'],
      ['scan.png', 'parsed', 'b/scan.png'],
      ['copy.png', 'parsed', 'c/copy.png'],
    ]);
    for (const { document, extraction, bytesPath } of items.slice(2)) {
      expect(document.problems.map(({ code }) => code)).toEqual(['no-text']);
      expect(extraction?.document).toBe(document.id);
      expect(readFileSync(bytesPath ?? '').length).toBe(document.size);
    }
  }, 120_000);

  it.each<[string, string, PoolOptions, string]>([
    ['kills itself', 'process.kill(process.pid, "SIGSEGV");', {}, 'reader-crashed'],
    [
      'fills its memory',
      'const all = []; setInterval(() => all.push(Buffer.alloc(2e7, 1)), 5);',
      { recognitionMemoryMb: 150 },
      'reader-out-of-memory',
    ],
    ['fails', `await send({ kind: 'failed', detail: 'broken' }); await send({ kind: 'done' });`, {}, 'reader-crashed'],
  ])('costs its own text only when the worker %s', async (_, job, options, code) => {
    const pool = poolOf({ worker: workerThat(job), ...options });
    const file = jobOf('scan.pdf', 'x');
    const { items } = await pool.recognise(file, await pool.read(file));
    expect(items[0]?.document).toMatchObject({
      text: 'layer',
      status: 'partial',
      problems: [{ code, severity: 'warning' }],
    });
    expect((await pool.read(file)).items[0]?.document.text).toBe('layer');
  });

  it('is stopped soon after the patience of who asked, and says so (#3)', async () => {
    const pool = poolOf({ worker: workerThat('for (;;) {}') });
    const file = jobOf('scan.pdf', 'x');
    const fast = await pool.read(file);
    const started = Date.now();
    const { items } = await pool.recognise(file, fast, 100);
    expect(Date.now() - started).toBeLessThan(15_000);
    expect(items[0]?.document).toMatchObject({
      text: 'layer',
      status: 'partial',
      problems: [{ code: 'reader-timed-out', severity: 'warning' }],
    });
  }, 20_000);

  it('comes to no further document of a container once patience is out (#3)', async () => {
    const pool = poolOf({ worker: workerThat('') });
    const file = jobOf('scan.pdf', 'x');
    const fast = await pool.read(file);
    const [item] = fast.items;
    const other = item ? [{ ...item, document: { ...item.document, id: 'y' } }] : [];
    const { items } = await pool.recognise(file, { ...fast, items: [...fast.items, ...other] }, 0);
    expect(items[1]?.document.problems.map(({ code }) => code)).toEqual(['cut-by-limit']);
  }, 20_000);

  it('never keeps a file of text waiting', async () => {
    const pool = poolOf({ worker: workerThat('') });
    const scan = jobOf('scan.pdf', 'x');
    let isDone = false;
    const waiting = pool.recognise(scan, await pool.read(scan)).then(() => {
      isDone = true;
    });
    waiting.catch(() => {});
    for (let i = 0; i < 5; i++) await pool.read(jobOf(`a-${i}.txt`, 'Text.'));
    expect(isDone).toBe(false);
  });
});
