import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { makeZip } from '../../test/documents/make-zip.ts';
import { fakeWorker } from '../../test/pool/fake-worker.ts';
import { sha256 } from '../text/index.ts';
import { createPool, type Pool, type PoolOptions, poolIsolation } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-pool-test-'));
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

function fileOf(name: string, content: string | Uint8Array): { readonly path: string; readonly name: string } {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { path, name };
}

function workerOf(name: string, job: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, fakeWorker(job));
  return path;
}

const document = (id: string, parent: string | null) =>
  `{ id: '${id}', name: 'x', text: 'kept', status: 'parsed', problems: [], blocks: [], parent: ${parent ? `{ document: '${parent}', place: 'x' }` : null} }`;
const FORTUNATE = `await send({ kind: 'document', index: 0, document: ${document('f', null)}, bytesPath: null }); await send({ kind: 'done' });`;

describe('createPool', () => {
  it('reads a file and runs the stages over it', async () => {
    const pool = poolOf();
    const file = fileOf('a.txt', 'Borvik Stal shipped engines in May 2031.');
    const { items } = await pool.read({ ...file, extract: true });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      document: { text: 'Borvik Stal shipped engines in May 2031.', status: 'parsed' },
      bytesPath: null,
      extraction: { document: items[0]?.document.id },
    });
    expect(await pool.extract(items[0]!.document)).toEqual(items[0]?.extraction);
  });

  it('hands over the bytes of what was inside, and removes them when told', async () => {
    const pool = poolOf();
    const { items, release } = await pool.read({
      ...fileOf(
        'a.zip',
        makeZip([
          { name: '../../a.txt', content: 'One.' },
          { name: 'b.txt', content: 'Two.' },
        ]),
      ),
      extract: false,
    });
    expect(items.map(({ document }) => document.text)).toEqual(['', 'One.', 'Two.']);
    for (const { document, bytesPath } of items.slice(1))
      expect(sha256(readFileSync(bytesPath ?? ''))).toBe(document.id);
    release();
    expect(existsSync(items[1]?.bytesPath ?? '')).toBe(false);
  });

  it('obeys a named encoding', async () => {
    const { items } = await poolOf().read({
      ...fileOf('enc.txt', Buffer.from([0xcf, 0xee])),
      encoding: 'windows-1251',
      extract: false,
    });
    expect(items[0]?.document.text).toBe('По');
  });

  it('reads many files with few workers, each answer with its question', async () => {
    const pool = poolOf({ size: 2, recycleAfter: 7 });
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) => pool.read({ ...fileOf(`many-${i}.txt`, `Number ${i}.`), extract: false })),
    );
    expect(outcomes.map(({ items }) => items[0]?.document.text)).toEqual(outcomes.map((_, i) => `Number ${i}.`));
  });

  it.each<[string, () => string, string]>([
    ['a folder', () => folder, 'not-a-file'],
    ['a device', () => '/dev/zero', 'not-a-file'],
    ['what is not there', () => join(folder, 'nowhere.txt'), 'unreadable-file'],
    [
      'a named pipe',
      () => {
        execFileSync('mkfifo', [join(folder, 'pipe')]);
        return join(folder, 'pipe');
      },
      'not-a-file',
    ],
  ])('refuses %s without waiting for it', async (_, path, code) => {
    const { items } = await poolOf({ timeoutMs: 20_000 }).read({ path: path(), name: 'x', extract: true });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      document: { id: '', status: 'refused', problems: [{ code, severity: 'fatal' }] },
      extraction: null,
    });
  });

  it.each<[string, string, PoolOptions, string]>([
    ['hangs', 'for (;;) {}', { timeoutMs: 700 }, 'reader-timed-out'],
    ['sleeps', '', { timeoutMs: 700 }, 'reader-timed-out'],
    ['kills itself', 'process.kill(process.pid, "SIGSEGV");', {}, 'reader-crashed'],
    ['exits', 'process.exit(3);', {}, 'reader-crashed'],
    ['throws', 'throw new Error("x");', {}, 'reader-crashed'],
    [
      'fills its heap',
      'const all = []; for (;;) all.push(new Array(1e5).fill({}).map(() => ({})));',
      { memoryMb: 100 },
      'reader-out-of-memory',
    ],
    [
      'fills memory beside its heap',
      'const all = []; setInterval(() => all.push(Buffer.alloc(2e7, 1)), 5);',
      { memoryMb: 150 },
      'reader-out-of-memory',
    ],
    [
      'floods its output',
      'for (;;) await send({ kind: "x", text: "y".repeat(1e6) });',
      { maxOutputBytes: 5e6 },
      'cut-by-limit',
    ],
    ['announces a message of 4 GB', 'out.write(Buffer.from([255, 255, 255, 255]));', {}, 'cut-by-limit'],
    ['writes what is no message', 'out.write(Buffer.from([0, 0, 0, 2, 120, 120]));', {}, 'reader-crashed'],
  ])('a worker that %s costs its own file only', async (_, job, options, code) => {
    const worker = workerOf('faulty', `if (request.name === 'bad.txt') { ${job} } else { ${FORTUNATE} }`);
    const pool = poolOf({ worker, ...options });
    const bad = fileOf('bad.txt', 'bad');
    const [first, second, third] = await Promise.all([
      pool.read({ ...fileOf('good.txt', 'good'), extract: false }),
      pool.read({ ...bad, extract: false }),
      pool.read({ ...fileOf('good.txt', 'good'), extract: false }),
    ]);
    expect(second?.items[0]).toMatchObject({
      document: {
        id: sha256('bad'),
        size: 3,
        name: 'bad.txt',
        status: 'refused',
        text: '',
        problems: [{ code, severity: 'fatal' }],
      },
      extraction: null,
    });
    for (const outcome of [first, third]) expect(outcome?.items[0]?.document.text).toBe('kept');
  });

  it('tries a file again in a fresh worker when a used one broke', async () => {
    const worker = workerOf(
      'tired',
      `globalThis.n = (globalThis.n ?? 0) + 1; if (globalThis.n === 2) process.exit(1); ${FORTUNATE}`,
    );
    const pool = poolOf({ worker });
    for (const name of ['one.txt', 'two.txt']) {
      expect((await pool.read({ ...fileOf(name, name), extract: false })).items[0]?.document.status).toBe('parsed');
    }
  });

  it('keeps the text of a file whose extraction does not end', async () => {
    const worker = workerOf(
      'half',
      `await send({ kind: 'document', index: 0, document: ${document('f', null)}, bytesPath: null });`,
    );
    const { items } = await poolOf({ worker, timeoutMs: 700 }).read({ ...fileOf('a.txt', 'a'), extract: true });
    expect(items[0]).toMatchObject({
      document: { text: 'kept', status: 'partial', problems: [{ code: 'reader-timed-out', severity: 'warning' }] },
      extraction: null,
    });
  });

  it('keeps what came out of an archive before its worker died, and drops what hangs in the air', async () => {
    const root = sha256('archive');
    const worker = workerOf(
      'archive',
      `await send({ kind: 'document', index: 1, document: ${document('one', root)}, bytesPath: '/x' });
       await send({ kind: 'document', index: 3, document: ${document('two', 'never-finished')}, bytesPath: '/y' });
       process.exit(1);`,
    );
    const { items } = await poolOf({ worker }).read({ ...fileOf('a.zip', 'archive'), extract: false });
    expect(items.map(({ document: { id, status } }) => [id, status])).toEqual([
      [root, 'partial'],
      ['one', 'parsed'],
    ]);
    expect(items[0]?.document.problems).toMatchObject([{ code: 'reader-crashed', severity: 'warning' }]);
  });

  it('rejects when workers do not start at all: that is no fault of a file', async () => {
    const worker = join(folder, 'broken.mjs');
    writeFileSync(worker, 'throw new Error("broken installation");');
    await expect(poolOf({ worker }).read({ ...fileOf('a.txt', 'a'), extract: false })).rejects.toThrow(
      'broken installation',
    );
  });

  it('gives a reader no environment and, where the system can, no network', async () => {
    const worker = workerOf(
      'curious',
      `const { networkInterfaces } = await import('node:os');
       const text = JSON.stringify({ env: Object.keys(process.env), net: Object.keys(networkInterfaces()) });
       await send({ kind: 'document', index: 0, document: { id: 'f', text, problems: [], blocks: [], status: 'parsed', parent: null }, bytesPath: null });
       await send({ kind: 'done' });`,
    );
    const { items } = await poolOf({ worker }).read({ ...fileOf('a.txt', 'a'), extract: false });
    const seen = JSON.parse(items[0]?.document.text ?? '') as { env: string[]; net: string[] };
    expect(seen.env.filter((name) => !name.startsWith('__'))).toEqual([]);
    if (poolIsolation().network) expect(seen.net).toEqual([]);
    else console.warn('not checked: this system gives unprivileged processes no network namespace');
  });
});

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A zombie is dead, only not buried yet.
    return !/^State:\s+Z/m.test(existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '');
  } catch {
    return false;
  }
};

const until = async (condition: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
};

describe('a reader', () => {
  /** What became of each attempt, as a reader says it: the code of the error, or `done`. */
  async function tryInReader(attempts: Readonly<Record<string, string>>): Promise<Record<string, string>> {
    const lines = Object.entries(attempts).map(
      ([name, code]) =>
        `try { await (async () => { ${code} })(); did[${JSON.stringify(name)}] = 'done'; } catch (error) { did[${JSON.stringify(name)}] = error.code ?? error.name; }`,
    );
    const worker = workerOf(
      'trespasser',
      `const did = {}; const fs = await import('node:fs');
       fs.mkdirSync(request.scratch, { recursive: true });
       ${lines.join('\n')}
       await send({ kind: 'document', index: 0, document: { id: 'f', text: JSON.stringify(did), blocks: [], problems: [], blocks: [], status: 'parsed', parent: null }, bytesPath: null });
       await send({ kind: 'done' });`,
    );
    const { items, release } = await poolOf({ worker }).read({ ...fileOf('a.txt', 'a'), extract: false });
    release();
    return JSON.parse(items[0]?.document.text ?? '') as Record<string, string>;
  }

  it.skipIf(!poolIsolation().files)(
    'has no file but its program and its scratch folder, and no other program',
    async () => {
      const outside = join(tmpdir(), 'clew-pool-outside.txt');
      const did = await tryInReader({
        'reads the file by its path': `fs.readFileSync(${JSON.stringify(join(tmpdir(), 'clew-no-such', 'a.txt'))});`,
        'reads the users of the system': `fs.readFileSync('/etc/passwd');`,
        'lists a folder': `fs.readdirSync('/etc');`,
        'writes beside the scratch folder': `fs.writeFileSync(${JSON.stringify(outside)}, 'x');`,
        'writes into the program': `fs.writeFileSync(new URL('./x', import.meta.url), 'x');`,
        'writes into the scratch folder': `fs.writeFileSync(request.scratch + '/x', 'x');`,
        'starts a program': `(await import('node:child_process')).spawn('/bin/true');`,
        'makes code': `new Function('return 1')();`,
      });
      expect(existsSync(outside)).toBe(false);
      expect(did).toEqual({
        'reads the file by its path': 'ERR_ACCESS_DENIED',
        'reads the users of the system': 'ERR_ACCESS_DENIED',
        'lists a folder': 'ERR_ACCESS_DENIED',
        'writes beside the scratch folder': 'ERR_ACCESS_DENIED',
        'writes into the program': 'ERR_ACCESS_DENIED',
        'writes into the scratch folder': 'done',
        'starts a program': 'ERR_ACCESS_DENIED',
        'makes code': 'EvalError',
      });
    },
  );
});

describe.skipIf(!existsSync('/proc/self/status'))('after kill -9 of the run', () => {
  const built = fileURLToPath(new URL('../../dist/pool/index.js', import.meta.url));

  it.each([
    ['an idle', 'a.txt'],
    ['a reading', 'slow.zip'],
  ])('no worker is left, not even %s one', async (_, name) => {
    // Hundreds of megabytes of zeros keep a reader's main thread busy for long enough to be killed in it.
    const files: Record<string, string | Uint8Array> = {
      'a.txt': 'Text.',
      'slow.zip': makeZip([{ name: 'x.txt', content: Buffer.alloc(150_000_000, 'ab ') }]),
    };
    const { path } = fileOf(name, files[name] ?? '');
    const run = join(folder, 'run.mjs');
    writeFileSync(
      run,
      `import { createPool } from ${JSON.stringify(built)};
       const pool = createPool({ size: 1 });
       if (${name === 'a.txt'}) await pool.read({ path: ${JSON.stringify(path)}, name: 'x', extract: false });
       else void pool.read({ path: ${JSON.stringify(path)}, name: 'x', extract: false });
       setTimeout(() => console.log('ready'), ${name === 'a.txt' ? 0 : 900});
       setInterval(() => {}, 1000);`,
    );
    const main = spawn(process.execPath, [run], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => main.stdout?.once('data', resolve));
    const workers = readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry) && existsSync(`/proc/${entry}/status`))
      .filter((entry) => {
        try {
          return new RegExp(`^PPid:\\s+${main.pid}$`, 'm').test(readFileSync(`/proc/${entry}/status`, 'utf8'));
        } catch {
          return false;
        }
      })
      .map(Number);
    expect(workers.length).toBeGreaterThan(0);
    main.kill('SIGKILL');
    await until(() => workers.every((pid) => !isRunning(pid)));
    expect(workers.filter(isRunning)).toEqual([]);
  });
});
