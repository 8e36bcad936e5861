import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Claim } from '../../src/model/index.ts';
import { clew, workFolder } from './clew.ts';

// Each call is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 120_000 });

const work = workFolder();
const sample = work.path('sample.clew');
afterAll(() => work.remove());

beforeAll(() => {
  expect(clew(['new', sample]).status).toBe(0);
  const added = clew(['add', sample, 'samples/case', '--json']);
  // One entry of the archive is a file nobody can read.
  expect(added.status, added.stderr).toBe(3);
}, 120_000);

/** Bytes without meaning, the same in every run. */
function noise(length: number): Buffer {
  let state = 7;
  const next = (): number => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 16) & 0xff;
  };
  return Buffer.from(Array.from({ length }, next));
}

const json = <T>(...args: string[]): T => JSON.parse(clew([...args, '--json']).stdout) as T;

describe('adding', () => {
  test('the same files again adds nothing and says so', () => {
    const before = clew(['verify', sample, '--json']).stdout;
    const report = json<{ new: number; known: number }>('add', sample, 'samples/case');
    expect(report.new).toBe(0);
    expect(report.known).toBe(11);
    expect(clew(['verify', sample, '--json']).stdout).toBe(before);
  });

  test('the same bytes at another path are one document with two occurrences', () => {
    const folder = work.path('twice.clew');
    mkdirSync(work.path('twice'));
    writeFileSync(work.path('twice/a.txt'), 'Orla Freight LLC paid Vesna Plant.');
    writeFileSync(work.path('twice/b.txt'), 'Orla Freight LLC paid Vesna Plant.');
    clew(['new', folder]);
    expect(clew(['add', folder, work.path('twice')]).status).toBe(0);
    const { counts } = json<{ counts: { documents: { parsed: number }; occurrences: number } }>('status', folder);
    expect(counts.documents.parsed).toBe(1);
    expect(counts.occurrences).toBe(2);
  });

  test('a claim says where it stands, and an unknown document is an error', () => {
    const folder = work.path('where.clew');
    clew(['new', folder]);
    writeFileSync(
      work.path('where.txt'),
      'A note.\n\nOrla Freight LLC supplied 40 pumps to Vesna Plant JSC in May 2031.\n',
    );
    writeFileSync(work.path('where-empty.txt'), '');
    expect(clew(['add', folder, work.path('where.txt'), work.path('where-empty.txt')]).stderr).not.toContain(
      'extracted again',
    );
    const [claim] = json<{ where: { words: string } }[]>('claims', folder);
    expect(claim?.where).toMatchObject({ words: 'line 3', line: 3, page: null, cells: [], boxes: [] });
    expect(clew(['claims', folder]).stdout).toContain('line 3\n');
    const unknown = clew(['claims', folder, '--document', 'nowhere.txt']);
    expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining('nowhere.txt')]);
  });

  test('--encoding reads a known document again, once, and keeps what was decided', () => {
    const folder = work.path('encoding.clew');
    const path = work.path('letter.txt');
    // The same bytes are words in either encoding.
    writeFileSync(path, Buffer.from('Orla Freight LLC paid Vesna Plant. \u00c4\u00c1', 'latin1'));
    clew(['new', folder]);
    clew(['add', folder, path, '--encoding', 'windows-1252']);
    const [claim] = json<Claim[]>('claims', folder);
    if (claim) clew(['decide', folder, 'accept', claim.id]);
    const again = (): { reread: number; known: number } => json('add', folder, path, '--encoding', 'koi8-r');
    expect(again()).toMatchObject({ reread: 1, known: 1 });
    expect(again()).toMatchObject({ reread: 0, known: 1 });
    const { documents } = json<{ documents: { encoding?: string }[] }>('status', folder);
    expect(documents).toHaveLength(1);
    expect(clew(['verify', folder]).status).toBe(0);
    expect(clew(['decisions', folder, '--orphaned', '--json']).stdout.trim()).toBe('[]');
  });

  test('--ack acknowledges each document once it is durable, and what is durable already', () => {
    const folder = work.path('ack.clew');
    clew(['new', folder]);
    const first = clew(['add', folder, 'samples/case/harbour-courier.txt', '--ack']);
    expect(first.stdout).toMatch(/^ACK [0-9a-f]{64}\n$/);
    expect(clew(['add', folder, 'samples/case/harbour-courier.txt', '--ack']).stdout).toBe(first.stdout);
  });

  test('- reads standard input under a name', () => {
    const folder = work.path('stdin.clew');
    clew(['new', folder]);
    const added = clew(['add', folder, '-', '--name', 'pasted.txt'], 'Orla Freight LLC paid Vesna Plant.');
    expect(added.status, added.stderr).toBe(0);
    expect(json<{ documents: { name: string }[] }>('status', folder).documents.map(({ name }) => name)).toEqual([
      'pasted.txt',
    ]);
  });

  test('bad files are named and cost only themselves; exit code 3', () => {
    const folder = work.path('bad.clew');
    const pile = work.path('bad');
    mkdirSync(pile);
    writeFileSync(join(pile, 'good.txt'), 'Orla Freight LLC paid Vesna Plant.');
    writeFileSync(join(pile, 'random.pdf'), noise(4096));
    writeFileSync(join(pile, 'empty.txt'), '');
    symlinkSync('/etc/hostname', join(pile, 'link.txt'));
    clew(['new', folder]);
    const added = clew(['add', folder, pile]);
    expect(added.status).toBe(3);
    for (const name of ['random.pdf', 'empty.txt', 'link.txt']) expect(added.stderr).toContain(name);
    const documents = json<{ documents: { name: string; status: string }[] }>('status', folder).documents;
    const { leftOut } = json<{ leftOut: { path: string }[] }>('status', folder);
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
    (command) => {
      const words = clew([command, sample]);
      expect(words.status, words.stderr).toBe(0);
      expect(() => JSON.parse(clew([command, sample, '--json']).stdout)).not.toThrow();
    },
  );

  test('claims are sentences; a denial says what is denied', () => {
    const folder = work.path('denial.clew');
    clew(['new', folder]);
    clew(
      ['add', folder, '-', '--name', 'denial.txt'],
      'Orla Freight LLC denied that it shipped engines to Vesna Plant JSC. Orla Freight LLC paid 5 million euros to Vesna Plant JSC.',
    );
    const { stdout } = clew(['claims', folder]);
    expect(stdout).toContain('It is denied that Orla Freight LLC has supplied goods to Vesna Plant JSC\n');
    expect(stdout).toContain(
      'has issued a denial: “Orla Freight LLC denied that it shipped engines to Vesna Plant JSC”\n',
    );
    expect(stdout).toContain('Orla Freight LLC has paid Vesna Plant JSC (value: 5,000,000 EUR)\n');
    expect(stdout).toContain('said by the document denial.txt, in its own voice\n');
    expect(clew(['findings', folder]).stdout).toContain('Payment: Orla Freight LLC – Vesna Plant JSC\n');
    expect(clew(['replies', folder]).stdout).toMatch(/denied it +not stated +“Orla Freight LLC denied that it shipped/);
  });

  test('an origin gives each reason once, in words and with the places that show it', () => {
    const { stdout } = clew(['origins', sample]);
    const reasons = stdout.split('\n').filter((line) => line.includes('because of the same agency named'));
    expect(reasons).toEqual([
      '    because of the same agency named (0.50): “Meridian Wire” in harbour-courier.txt, “Meridian Wire” in lantern-gazette.html',
    ]);
    expect(stdout).not.toMatch(/because of \w+-\w+/);
  });

  test('no document text steers the terminal', () => {
    const folder = work.path('escape.clew');
    clew(['new', folder]);
    clew(
      ['add', folder, '-', '--name', 'evil.txt'],
      'Orla Freight LLC \u001b[31mpaid\u001b[0m Vesna Plant LLC 5 million euros.',
    );
    for (const command of ['status', 'claims', 'entities', 'findings'])
      expect(clew([command, folder]).stdout).not.toMatch(/\u001b/);
  });
});

describe('deciding', () => {
  test('a rejected claim stays rejected over a new extraction and comes back when undone', () => {
    const claims = (): Claim[] => json<Claim[]>('claims', sample);
    const target = claims()[0]!;
    const decided = json<{ id: string; who: string }>('decide', sample, 'reject', target.id, '--comment', 'misread');
    expect(decided.who).toBe('A. Tester');
    expect(claims().find(({ id }) => id === target.id)?.review).toBe('rejected');
    expect(clew(['add', sample]).status).toBe(0);
    expect(claims().find(({ id }) => id === target.id)?.review).toBe('rejected');
    expect(clew(['undo', sample, decided.id.slice(0, 10)]).status).toBe(0);
    expect(claims().find(({ id }) => id === target.id)?.review).toBe('proposed');
    expect(json<unknown[]>('decisions', sample)).toHaveLength(2);
    expect(clew(['verify', sample]).status).toBe(0);
  });

  test('wrong ids and actions say what would be right', () => {
    expect(clew(['decide', sample, 'reject', 'c_nothing']).stderr).toContain('clew claims');
    expect(clew(['decide', sample, 'bless', 'c_1']).status).toBe(2);
    expect(clew(['decide', sample, 'same', 'only one']).status).toBe(2);
  });
});

describe('publishing', () => {
  test('the dossier names every document, and the journal remembers it', () => {
    const file = work.path('dossier.html');
    const before = json<{ counts: { journal: number } }>('status', sample).counts.journal;
    const written = clew(['dossier', sample, '-o', file]);
    expect(written.status, written.stderr).toBe(0);
    const html = readFileSync(file, 'utf8');
    for (const { name } of json<{ documents: { name: string }[] }>('status', sample).documents)
      expect(html).toContain(name);
    expect(json<{ counts: { journal: number } }>('status', sample).counts.journal).toBe(before + 1);
  });

  test.each(['json', 'ftm', 'csv'])('clew export --format %s', (format) => {
    const run = clew(['export', sample, '--format', format]);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stdout.length).toBeGreaterThan(1000);
  });

  test('a folder that cannot be written is an error with a hint, and leaves nothing behind', () => {
    const run = clew(['dossier', sample, '-o', work.path('nowhere/dossier.html')]);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('cannot be written');
  });
});

describe('checking', () => {
  test('--list prints the recorded hash and that of the stored original', () => {
    const lines = clew(['verify', sample, '--list']).stdout.trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      const [recorded, stored] = line.split(' ');
      expect(recorded).toMatch(/^[0-9a-f]{64}$/);
      expect(stored).toBe(recorded);
    }
  });

  test('one changed byte of an original is found and named; exit code 4', () => {
    const folder = work.path('damaged.clew');
    clew(['new', folder]);
    clew(['add', folder, 'samples/case/harbour-courier.txt']);
    const originals = join(folder, 'originals');
    const file = readdirSync(originals, { recursive: true, withFileTypes: true }).find((entry) => entry.isFile())!;
    const path = join(file.parentPath, file.name);
    const bytes = readFileSync(path);
    bytes[10]! ^= 1;
    chmodSync(path, 0o600);
    writeFileSync(path, bytes);
    const run = clew(['verify', folder]);
    expect(run.status).toBe(4);
    expect(run.stdout).toMatch(/first bad record: original [0-9a-f]{64}/);
  });
});

describe('wrong use', () => {
  test('errors have one shape with --json', () => {
    for (const args of [
      ['status', work.path('none.clew')],
      ['new', sample],
      ['bogus'],
      ['export', sample, '--format', 'stix'],
      ['screen', sample],
      ['serve', sample],
      ['lists', 'add'],
    ]) {
      const run = clew([...args, '--json']);
      expect(run.status).toBeGreaterThan(0);
      const { error } = JSON.parse(run.stderr.trim().split('\n').at(-1) ?? '') as { error: Record<string, unknown> };
      expect(Object.keys(error)).toEqual(['code', 'message', 'hint']);
      expect(run.stdout).toBe('');
    }
  });

  test('usage is exit code 2', () => {
    expect(clew(['bogus']).status).toBe(2);
    expect(clew(['add']).status).toBe(2);
    expect(clew(['dossier', sample]).status).toBe(2);
  });

  test('help and version are not errors', () => {
    expect(clew(['--help']).stdout).toContain('clew');
    expect(clew(['--help']).status).toBe(0);
    expect(clew(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test('two writers: the second is told so within a second', () => {
  const folder = work.path('busy.clew');
  clew(['new', folder]);
  const pile = work.path('busy');
  mkdirSync(pile);
  for (let n = 0; n < 300; n += 1)
    writeFileSync(join(pile, `${n}.txt`), `Orla Freight LLC paid Vesna Plant ${n} euros.`);
  return new Promise<void>((resolve, reject) => {
    import('node:child_process').then(({ spawn }) => {
      const first = spawn(process.execPath, ['bin/clew.js', 'add', folder, pile, '--ack'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      first.stdout.once('data', () => {
        try {
          const second = clew(['add', folder, 'samples/case/harbour-courier.txt', '--json']);
          expect(second.status).toBe(1);
          expect(JSON.parse(second.stderr.trim()).error.code).toBe('case-locked');
          expect(clew(['status', folder]).status).toBe(0);
        } catch (error) {
          reject(error);
        }
      });
      first.stdout.resume();
      first.on('exit', () => resolve());
    }, reject);
  });
}, 60_000);
