import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addFiles } from '../../src/cases/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { createCase, openCase } from '../../src/store/index.ts';
import { encodePng } from '../recognition/page-images.ts';

const folder = mkdtempSync(join(tmpdir(), 'clew-scans-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('files of text behind twenty scans are in the case first', { timeout: 240_000 }, async () => {
  const paths = Array.from({ length: 20 }, (_, i) => {
    const path = join(folder, `a-scan-${i}.png`);
    writeFileSync(path, encodePng({ width: 64, height: 40, pixels: new Uint8Array(64 * 40).fill(200 + i) }));
    return path;
  });
  const texts = Array.from({ length: 12 }, (_, i) => {
    const path = join(folder, `b-text-${i}.txt`);
    writeFileSync(path, `Letter ${i} of the harbour office.`);
    return path;
  });
  const order: string[] = [];
  const home = join(folder, 'scans.clew');
  await createCase(home, 'Harbour');
  const store = await openCase(home, { write: true });
  try {
    const report = await addFiles(store, loadLexicons(), {
      paths: [...paths, ...texts],
      now: () => '2031-05-01T10:00:00Z',
      onProgress: ({ path }) => order.push(path),
    });
    expect(report).toMatchObject({ new: 32, documents: { parsed: 32, partial: 0, refused: 0 } });
  } finally {
    await store.close();
  }
  const lastText = Math.max(...texts.map((path) => order.indexOf(path)));
  const scansBefore = order.slice(0, lastText).filter((path) => paths.includes(path));
  expect(order).toHaveLength(32);
  expect(scansBefore.length).toBeLessThan(8);
});

test('with recognise off scans are kept unread, at once', { timeout: 120_000 }, async () => {
  const path = join(folder, 'off.png');
  writeFileSync(path, encodePng({ width: 64, height: 40, pixels: new Uint8Array(64 * 40).fill(90) }));
  const home = join(folder, 'off.clew');
  await createCase(home, 'Harbour');
  const store = await openCase(home, { write: true });
  try {
    const report = await addFiles(store, loadLexicons(), {
      paths: [path],
      recognise: false,
      now: () => '2031-05-01T10:00:00Z',
    });
    expect(report.partial.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      expect.arrayContaining(['text-layer-missing']),
    ]);
  } finally {
    await store.close();
  }
});

test('a blank page that was kept unread is read once, and then known', { timeout: 120_000 }, async () => {
  const path = join(folder, 'blank.png');
  writeFileSync(path, encodePng({ width: 64, height: 40, pixels: new Uint8Array(64 * 40).fill(255) }));
  const home = join(folder, 'blank.clew');
  await createCase(home, 'Harbour');
  const store = await openCase(home, { write: true });
  const add = (recognise: boolean) =>
    addFiles(store, loadLexicons(), { paths: [path], recognise, now: () => '2031-05-01T10:00:00Z' });
  try {
    expect(await add(false)).toMatchObject({ new: 1, documents: { partial: 1 } });
    expect(await add(true)).toMatchObject({ reread: 1, documents: { parsed: 1, partial: 0 } });
    expect(await add(true)).toMatchObject({ known: 1, reread: 0 });
  } finally {
    await store.close();
  }
});
