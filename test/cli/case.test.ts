import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/model/index.ts';
import { clew, workFolder } from './clew.ts';
import { run } from './in-process.ts';

const work = workFolder();
const sample = work.path('sample.clew');
afterAll(() => work.remove());

beforeAll(() => {
  expect(clew(['new', sample]).status).toBe(0);
  const added = clew(['add', sample, 'samples/case', '--json']);
  // One entry of the archive is a file nobody can read.
  expect(added.status, added.stderr).toBe(3);
});

/** Bytes without meaning, the same in every run. */
function noise(length: number): Buffer {
  let state = 7;
  const next = (): number => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 16) & 0xff;
  };
  return Buffer.from(Array.from({ length }, next));
}

const json = async <T>(...args: string[]): Promise<T> => JSON.parse((await run([...args, '--json'])).stdout) as T;

describe('adding', () => {
  test('the same files again adds nothing and says so', async () => {
    const before = (await run(['verify', sample, '--json'])).stdout;
    const report = await json<{ new: number; known: number }>('add', sample, 'samples/case');
    expect(report.new).toBe(0);
    expect(report.known).toBe(11);
    expect((await run(['verify', sample, '--json'])).stdout).toBe(before);
  });

  test('the same bytes at another path are one document with two occurrences', async () => {
    const folder = work.path('twice.clew');
    mkdirSync(work.path('twice'));
    writeFileSync(work.path('twice/a.txt'), 'Orla Freight LLC paid Vesna Plant.');
    writeFileSync(work.path('twice/b.txt'), 'Orla Freight LLC paid Vesna Plant.');
    await run(['new', folder]);
    expect((await run(['add', folder, work.path('twice')])).status).toBe(0);
    const { counts } = await json<{ counts: { documents: { parsed: number }; occurrences: number } }>('status', folder);
    expect(counts.documents.parsed).toBe(1);
    expect(counts.occurrences).toBe(2);
  });

  test('a claim says where it stands, and an unknown document is an error', async () => {
    const folder = work.path('where.clew');
    await run(['new', folder]);
    writeFileSync(
      work.path('where.txt'),
      'A note.\n\nOrla Freight LLC supplied 40 pumps to Vesna Plant JSC in May 2031.\n',
    );
    writeFileSync(work.path('where-empty.txt'), '');
    expect((await run(['add', folder, work.path('where.txt'), work.path('where-empty.txt')])).stderr).not.toContain(
      'extracted again',
    );
    const [claim] = await json<{ where: { words: string } }[]>('claims', folder);
    expect(claim?.where).toMatchObject({ words: 'line 3', line: 3, page: null, cells: [], boxes: [] });
    expect((await run(['claims', folder])).stdout).toContain('line 3\n');
    const unknown = await run(['claims', folder, '--document', 'nowhere.txt']);
    expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining('nowhere.txt')]);
  });

  test('--encoding reads a known document again, once, and keeps what was decided', async () => {
    const folder = work.path('encoding.clew');
    const path = work.path('letter.txt');
    // The same bytes are words in either encoding.
    writeFileSync(path, Buffer.from('Orla Freight LLC paid Vesna Plant. \u00c4\u00c1', 'latin1'));
    await run(['new', folder]);
    await run(['add', folder, path, '--encoding', 'windows-1252']);
    const [claim] = await json<Claim[]>('claims', folder);
    if (claim) await run(['decide', folder, 'accept', claim.id]);
    const again = () => json<{ reread: number; known: number }>('add', folder, path, '--encoding', 'koi8-r');
    expect(await again()).toMatchObject({ reread: 1, known: 1 });
    expect(await again()).toMatchObject({ reread: 0, known: 1 });
    const { documents } = await json<{ documents: { encoding?: string }[] }>('status', folder);
    expect(documents).toHaveLength(1);
    expect((await run(['verify', folder])).status).toBe(0);
    expect((await run(['decisions', folder, '--orphaned', '--json'])).stdout.trim()).toBe('[]');
  });

  test('--ack acknowledges each document once it is durable, and what is durable already', async () => {
    const folder = work.path('ack.clew');
    await run(['new', folder]);
    const first = await run(['add', folder, 'samples/case/harbour-courier.txt', '--ack']);
    expect(first.stdout).toMatch(/^ACK [0-9a-f]{64}\n$/);
    expect((await run(['add', folder, 'samples/case/harbour-courier.txt', '--ack'])).stdout).toBe(first.stdout);
  });

  test('- reads standard input under a name', async () => {
    const folder = work.path('stdin.clew');
    await run(['new', folder]);
    const added = await run(['add', folder, '-', '--name', 'pasted.txt'], 'Orla Freight LLC paid Vesna Plant.');
    expect(added.status, added.stderr).toBe(0);
    expect((await json<{ documents: { name: string }[] }>('status', folder)).documents.map(({ name }) => name)).toEqual(
      ['pasted.txt'],
    );
  });

  test('bad files are named and cost only themselves; exit code 3', async () => {
    const folder = work.path('bad.clew');
    const pile = work.path('bad');
    mkdirSync(pile);
    writeFileSync(join(pile, 'good.txt'), 'Orla Freight LLC paid Vesna Plant.');
    writeFileSync(join(pile, 'random.pdf'), noise(4096));
    writeFileSync(join(pile, 'empty.txt'), '');
    symlinkSync('/etc/hostname', join(pile, 'link.txt'));
    await run(['new', folder]);
    const added = await run(['add', folder, pile]);
    expect(added.status).toBe(3);
    for (const name of ['random.pdf', 'empty.txt', 'link.txt']) expect(added.stderr).toContain(name);
    const { documents, leftOut } = await json<{
      documents: { name: string; status: string }[];
      leftOut: { path: string }[];
    }>('status', folder);
    expect(leftOut.map(({ path }) => path)).toEqual([join(pile, 'link.txt')]);
    expect(Object.fromEntries(documents.map(({ name, status }) => [name, status]))).toEqual({
      'good.txt': 'parsed',
      'random.pdf': 'refused',
      'empty.txt': 'refused',
    });
  });
});

describe('looking', () => {
  test.each(['status', 'claims', 'entities', 'findings', 'origins', 'replies', 'decisions'])(
    'clew %s answers in words and in JSON',
    async (command) => {
      const words = await run([command, sample]);
      expect(words.status, words.stderr).toBe(0);
      const { stdout } = await run([command, sample, '--json']);
      expect(() => JSON.parse(stdout)).not.toThrow();
    },
  );

  test('claims are sentences; a denial says what is denied', async () => {
    const folder = work.path('denial.clew');
    await run(['new', folder]);
    await run(
      ['add', folder, '-', '--name', 'denial.txt'],
      'Orla Freight LLC denied that it shipped engines to Vesna Plant JSC. Orla Freight LLC paid 5 million euros to Vesna Plant JSC.',
    );
    const { stdout } = await run(['claims', folder]);
    expect(stdout).toContain('It is denied that Orla Freight LLC has supplied goods to Vesna Plant JSC\n');
    expect(stdout).toContain(
      'has issued a denial: “Orla Freight LLC denied that it shipped engines to Vesna Plant JSC”\n',
    );
    expect(stdout).toContain('Orla Freight LLC has paid Vesna Plant JSC 5,000,000 EUR\n');
    expect(stdout).toContain('said by the document denial.txt\n');
    expect((await run(['findings', folder])).stdout).toContain('Payment: Orla Freight LLC – Vesna Plant JSC\n');
    expect((await run(['replies', folder])).stdout).toMatch(
      /denied it +not stated +“Orla Freight LLC denied that it shipped/,
    );
  });

  test('an origin gives each reason once, in words and with the places that show it', async () => {
    const { stdout } = await run(['origins', sample]);
    const reasons = stdout.split('\n').filter((line) => line.includes('because of the same agency named'));
    expect(reasons).toEqual([
      '    because of the same agency named (0.50): “Meridian Wire” in harbour-courier.txt, “Meridian Wire” in lantern-gazette.html',
    ]);
    expect(stdout).not.toMatch(/because of \w+-\w+/);
  });

  test('no document text steers the terminal', async () => {
    const folder = work.path('escape.clew');
    await run(['new', folder]);
    await run(
      ['add', folder, '-', '--name', 'evil.txt'],
      'Orla Freight LLC \u001b[31mpaid\u001b[0m Vesna Plant LLC 5 million euros.',
    );
    for (const command of ['status', 'claims', 'entities', 'findings'])
      expect((await run([command, folder])).stdout).not.toMatch(/\u001b/);
  });
});

describe('deciding', () => {
  test('a rejected claim stays rejected over a new extraction and comes back when undone', async () => {
    const claims = () => json<Claim[]>('claims', sample);
    const target = (await claims())[0]!;
    const decided = await json<{ id: string; who: string }>(
      'decide',
      sample,
      'reject',
      target.id,
      '--comment',
      'misread',
    );
    expect(decided.who).toBe('A. Tester');
    expect((await claims()).find(({ id }) => id === target.id)?.review).toBe('rejected');
    expect((await run(['add', sample])).status).toBe(0);
    expect((await claims()).find(({ id }) => id === target.id)?.review).toBe('rejected');
    expect((await run(['undo', sample, decided.id.slice(0, 10)])).status).toBe(0);
    expect((await claims()).find(({ id }) => id === target.id)?.review).toBe('proposed');
    expect(await json<unknown[]>('decisions', sample)).toHaveLength(2);
    expect((await run(['verify', sample])).status).toBe(0);
  });

  test('wrong ids and actions say what would be right', async () => {
    expect((await run(['decide', sample, 'reject', 'c_nothing'])).stderr).toContain('clew claims');
    expect((await run(['decide', sample, 'bless', 'c_1'])).status).toBe(2);
    expect((await run(['decide', sample, 'same', 'only one'])).status).toBe(2);
  });
});

describe('publishing', () => {
  test('the dossier names every document, and the journal remembers it', async () => {
    const file = work.path('dossier.html');
    const journal = async () => (await json<{ counts: { journal: number } }>('status', sample)).counts.journal;
    const before = await journal();
    const written = await run(['dossier', sample, '-o', file]);
    expect(written.status, written.stderr).toBe(0);
    const html = readFileSync(file, 'utf8');
    for (const { name } of (await json<{ documents: { name: string }[] }>('status', sample)).documents)
      expect(html).toContain(name);
    expect(await journal()).toBe(before + 1);
  });

  test.each(['json', 'ftm', 'csv'])('clew export --format %s', async (format) => {
    const ran = await run(['export', sample, '--format', format]);
    expect(ran.status, ran.stderr).toBe(0);
    expect(ran.stdout.length).toBeGreaterThan(1000);
  });

  test('a folder that cannot be written is an error with a hint, and leaves nothing behind', async () => {
    const ran = await run(['dossier', sample, '-o', work.path('nowhere/dossier.html')]);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain('cannot be written');
  });
});

describe('checking', () => {
  test('--list prints the recorded hash and that of the stored original', async () => {
    const lines = (await run(['verify', sample, '--list'])).stdout.trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      const [recorded, stored] = line.split(' ');
      expect(recorded).toMatch(/^[0-9a-f]{64}$/);
      expect(stored).toBe(recorded);
    }
  });

  test('one changed byte of an original is found and named; exit code 4', async () => {
    const folder = work.path('damaged.clew');
    await run(['new', folder]);
    await run(['add', folder, 'samples/case/harbour-courier.txt']);
    const originals = join(folder, 'originals');
    const file = readdirSync(originals, { recursive: true, withFileTypes: true }).find((entry) => entry.isFile())!;
    const path = join(file.parentPath, file.name);
    const bytes = readFileSync(path);
    bytes[10]! ^= 1;
    chmodSync(path, 0o600);
    writeFileSync(path, bytes);
    const ran = clew(['verify', folder]);
    expect(ran.status).toBe(4);
    expect(ran.stdout).toMatch(/first bad record: original [0-9a-f]{64}/);
  });
});

describe('wrong use', () => {
  test('errors have one shape with --json', async () => {
    for (const args of [
      ['status', work.path('none.clew')],
      ['new', sample],
      ['bogus'],
      ['export', sample, '--format', 'stix'],
      ['screen', sample],
      ['serve', sample],
      ['lists', 'add'],
    ]) {
      const ran = await run([...args, '--json']);
      expect(ran.status).toBeGreaterThan(0);
      const { error } = JSON.parse(ran.stderr.trim().split('\n').at(-1) ?? '') as { error: Record<string, unknown> };
      expect(Object.keys(error)).toEqual(['code', 'message', 'hint']);
      expect(ran.stdout).toBe('');
    }
  });

  test('a process ends with the exit code and prints what was said of it', () => {
    expect(clew(['status', work.path('none.clew'), '--json'])).toMatchObject({ status: 1, stdout: '' });
    expect(clew(['bogus'])).toMatchObject({ status: 2, stderr: expect.stringContaining('clew help') });
  });

  test('usage is exit code 2', async () => {
    expect((await run(['bogus'])).status).toBe(2);
    expect((await run(['add'])).status).toBe(2);
    expect((await run(['dossier', sample])).status).toBe(2);
  });

  test('help and version are not errors', () => {
    expect(clew(['--help']).stdout).toContain('clew');
    expect(clew(['--help']).status).toBe(0);
    expect(clew(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test('two writers: the second is told so within a second', async () => {
  const folder = work.path('busy.clew');
  await run(['new', folder]);
  const pile = work.path('busy');
  mkdirSync(pile);
  for (let n = 0; n < 300; n += 1)
    writeFileSync(join(pile, `${n}.txt`), `Orla Freight LLC paid Vesna Plant ${n} euros.`);
  const first = spawn(process.execPath, ['bin/clew.js', 'add', folder, pile, '--ack'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await once(first.stdout, 'data');
    const second = await run(['add', folder, 'samples/case/harbour-courier.txt', '--json']);
    expect(second.status).toBe(1);
    expect(JSON.parse(second.stderr.trim()).error.code).toBe('case-locked');
    expect((await run(['status', folder])).status).toBe(0);
    expect(first.exitCode).toBe(null);
  } finally {
    first.kill('SIGKILL');
  }
});
