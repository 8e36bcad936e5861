import { appendFileSync, chmodSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assertOriginals, openCase } from '../../src/store/index.ts';
import { withCase } from './case-home.ts';
import { sampleBatch } from './samples.ts';

test.each<[string, ((path: string) => void) | null, string | null]>([
  ['as they were added', null, null],
  ['one byte longer', (path) => appendFileSync(path, 'x'), 'original-altered'],
  ['gone', (path) => rmSync(path), 'original-altered'],
])('originals that are %s', async (_, change, code) => {
  await withCase(sampleBatch(2), async (folder) => {
    const store = await openCase(folder, { write: false });
    const [, id = ''] = await store.documentIds();
    const path = store.original(id);
    chmodSync(path, 0o600);
    change?.(path);
    const answer = assertOriginals(store).then(
      () => null,
      (error: { readonly code: string }) => error.code,
    );
    expect(await answer).toBe(code);
    await store.close();
  });
});
