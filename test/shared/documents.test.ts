import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createPool } from '../../src/pool/index.ts';
import { clew, workFolder } from '../cli/clew.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const BAD = join(SHARED, 'badinputs');
const isHere = existsSync(BAD);
if (!isHere) console.warn('skipped: ../shared/badinputs is not here, hostile files were not read');

interface Listed {
  readonly file: string;
  readonly expected: readonly string[];
  readonly must: string;
}

function listOf(set: string): Listed[] {
  if (!isHere) return [];
  const [head = '', ...rows] = readFileSync(join(BAD, set, 'manifest.tsv'), 'utf8')
    .trim()
    .split('\n');
  const names = head.split('\t');
  return rows.flatMap((row) => {
    const fields = Object.fromEntries(row.split('\t').map((value, i) => [names[i] ?? '', value]));
    const file = fields.file ?? '';
    return existsSync(join(BAD, set, file))
      ? [{ file, expected: (fields.expected ?? '').split('|'), must: fields.must ?? '' }]
      : [];
  });
}

const CANARY = 'CANARY-7f3a9';

describe.skipIf(!isHere)('hostile and broken files', () => {
  const pool = createPool({ size: 2, timeoutMs: 60_000 });
  afterAll(() => pool.close());

  it.each([
    // A few end otherwise than their list hopes for, each for a reason that holds.
    ['generated', 4],
    ['real', 6],
  ])(
    '%s: every file ends with a status and reasons, nothing is silently empty',
    { timeout: 900_000 },
    async (set, tolerated) => {
      const unexpected: string[] = [];
      await Promise.all(
        listOf(set).map(async ({ file, expected }) => {
          const path = join(BAD, set, file);
          const job = { path, name: basename(file), extract: false };
          const { items, release } = await pool.recognise(job, await pool.read(job), 8_000);
          release();
          const [root] = items;
          expect(root, file).toBeDefined();
          const document = root!.document;
          expect(['reader-crashed', 'reader-timed-out', 'internal-error'], file).not.toContain(
            document.problems[0]?.code,
          );
          if (document.status !== 'parsed') expect(document.problems.length, file).toBeGreaterThan(0);
          if (document.text.trim() === '' && items.length === 1)
            expect(document.problems.length, file).toBeGreaterThan(0);
          for (const { document: one } of items) {
            expect(one.text, file).not.toContain('root:x:0:0');
            for (const { span } of one.blocks)
              expect(span.start >= 0 && span.start < span.end && span.end <= one.text.length, file).toBe(true);
          }
          if (!expected.includes(document.status)) unexpected.push(`${file}: ${document.status}`);
          const holdsCanary = readFileSync(path).includes(CANARY);
          if (
            document.status === 'parsed' &&
            holdsCanary &&
            !items.some(({ document: one }) => one.text.includes(CANARY))
          )
            unexpected.push(`${file}: canary lost`);
        }),
      );
      console.warn(`${set}: ${unexpected.length} files end otherwise than expected\n  ${unexpected.join('\n  ')}`);
      expect(unexpected.length).toBeLessThanOrEqual(tolerated);
    },
  );

  it('costs none of a hundred good files in the same batch', { timeout: 600_000 }, () => {
    const work = workFolder();
    const pile = work.path('good');
    execFileSync(process.execPath, ['bench/make-pile.mjs', pile, '100', '41']);
    const folder = work.path('batch.clew');
    expect(clew(['new', folder]).status).toBe(0);
    const added = clew(['add', folder, join(BAD, 'generated'), join(BAD, 'real'), pile, '--no-ocr', '--json']);
    expect(added.status, added.stderr).toBe(3);
    const { documents } = JSON.parse(clew(['status', folder, '--json']).stdout) as {
      documents: { id: string; status: string }[];
    };
    const statusOf = new Map(documents.map(({ id, status }) => [id, status]));
    for (const name of readdirSync(pile)) {
      const id = createHash('sha256')
        .update(readFileSync(join(pile, name)))
        .digest('hex');
      expect(statusOf.get(id), name).toBe('parsed');
    }
    work.remove();
  });

  it('decodes every encoding to its key', async () => {
    const keyOf = (file: string) => join(BAD, 'generated', file.replace(/enc_(..)_.*/, 'enc_$1.expected.txt'));
    const files = listOf('generated').filter(({ file }) => /text\/enc_.._/.test(file) && existsSync(keyOf(file)));
    expect(files.length).toBeGreaterThan(3);
    // What an old encoding has no character for is a question mark in the file already.
    const letters = (text: string | undefined) => text?.replace(/[^\p{L}\p{N}]/gu, '');
    for (const { file } of files) {
      const { items } = await pool.read({ path: join(BAD, 'generated', file), name: basename(file), extract: false });
      expect(letters(items[0]?.document.text), file).toBe(letters(readFileSync(keyOf(file), 'utf8')));
    }
  });

  it('leaves the plain texts of the cases as they are', async () => {
    const path = join(SHARED, 'cases/seeds/000_dcaccce86401bbd7.txt');
    const { items } = await pool.read({ path, name: basename(path), extract: false });
    expect(items[0]?.document.text).toBe(readFileSync(path, 'utf8'));
    expect(items[0]?.document).toMatchObject({ status: 'parsed', language: 'en', problems: [] });
  });
});
