import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeRar, makeSevenZip, makeTar } from '../../test/documents/make-archives.ts';
import { writeMixedPile } from '../../test/documents/mixed-pile.ts';
import { readAll } from '../../test/documents/read-bytes.ts';
import { createPool } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-formats-test-'));
const pool = createPool({ size: 2 });
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeAll(async () => {
  await writeMixedPile(folder, 1);
  const entries = [{ name: 'note.txt', content: 'Orla Freight LLC paid Vesna Plant.' }];
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Payer', 'Sum'],
      ['Orla', 12],
    ]),
    'Payments',
  );
  const workbook = (bookType: 'biff8' | 'xlsb') =>
    new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
  const more = {
    'a.7z': await makeSevenZip('7z', entries),
    'a.txt.xz': await makeSevenZip('xz', entries),
    'a.txt.bz2': await makeSevenZip('bzip2', entries),
    'a.rar': makeRar(entries),
    'a.tar': makeTar(entries),
    'a.xls': workbook('biff8'),
    'a.xlsb': workbook('xlsb'),
  };
  for (const [name, bytes] of Object.entries(more)) writeFileSync(join(folder, name), bytes);
});

// What a format's library asks of the machine shows only where the machine refuses it.
it('every format is read in an isolated reader as it is outside of one', async () => {
  const names = readdirSync(folder);
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) {
    const path = join(folder, name);
    const inside = await pool.read({ path, name, extract: false });
    inside.release();
    const outside = await readAll(readFileSync(path), name);
    const essence = ({ status, text, mediaType, problems }: (typeof outside)[number]['document']) => ({
      status,
      text,
      mediaType,
      problems,
    });
    expect(
      inside.items.map(({ document }) => essence(document)),
      name,
    ).toEqual(outside.map(({ document }) => essence(document)));
  }
});
