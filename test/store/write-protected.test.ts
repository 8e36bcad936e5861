import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { withCase } from './case-home.ts';
import { sampleBatch } from './samples.ts';

/** Who may write everywhere is no test of what may not be written: root becomes nobody. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** What a reader of the case sees who may write nothing. */
function readAsOther(folder: string) {
  const store = pathToFileURL(resolve('dist/store/index.js')).href;
  const script = `
    const { openCase, loadRecords, verifyCase } = await import(${JSON.stringify(store)});
    const told = async (work) => { try { return await work(); } catch (error) { return error.code ?? String(error); } };
    const records = await told(async () => {
      const store = await openCase(${JSON.stringify(folder)}, { write: true, beside: true });
      const { documents } = await loadRecords(store);
      const noted = await told(() => store.recordExport('csv', 'a'));
      await store.close();
      return { documents: documents.length, noted };
    });
    console.log(JSON.stringify({ records, verified: await told(() => verifyCase(${JSON.stringify(folder)})) }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: tmpdir(),
    ...NOBODY,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** A copy of a closed case in which nothing may be written and everybody may read. */
async function withProtected(work: (folder: string) => void): Promise<void> {
  await withCase(sampleBatch(2), async (home) => {
    const shelf = mkdtempSync(join(tmpdir(), 'clew-protected-'));
    const folder = join(shelf, 'case.clew');
    cpSync(home, folder, { recursive: true });
    const all = [
      folder,
      ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    ];
    for (const path of all) chmodSync(path, 0o555);
    chmodSync(shelf, 0o755);
    try {
      work(folder);
    } finally {
      for (const path of all) chmodSync(path, 0o755);
      rmSync(shelf, { recursive: true, force: true });
    }
  });
}

test('a closed case on a write-protected medium is read, verified and published from; the export cannot be noted', async () => {
  await withProtected((folder) => {
    const { records, verified } = readAsOther(folder);
    expect(records).toEqual({ documents: 2, noted: 'output-failed' });
    expect(verified).toMatchObject({ ok: true, failures: [], checked: { documents: 2 } });
  });
});

test('an original that this account may not read is called unreadable, not missing or altered', async () => {
  await withProtected((folder) => {
    const [path = ''] = readdirSync(join(folder, 'originals'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.includes('/'),
    );
    chmodSync(join(folder, 'originals', path), 0o000);
    const { verified } = readAsOther(folder);
    expect(verified.failures.map(({ what }: { what: string }) => what)).toEqual(['unreadable']);
  });
});

test.each(['case.sqlite', 'case.json'])('%s that may not be read is no damage', async (name) => {
  await withProtected((folder) => {
    chmodSync(join(folder, name), 0o000);
    expect(readAsOther(folder)).toEqual({ records: 'case-unreadable', verified: 'case-unreadable' });
  });
});
