import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellLook } from './looks.ts';
import { note, printLine } from './output.ts';

let folder: string;
let heard: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clew-looks-'));
  heard = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      heard += String(text);
      return true;
    });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** What is told, and how often it was worked out. */
async function look(rests: readonly unknown[]): Promise<{ readonly heard: string; readonly anew: boolean }> {
  heard = '';
  let anew = false;
  await tellLook({ folder, name: 'claims', rests }, async () => {
    anew = true;
    printLine('Ostrava Works was paid.');
    note('1 claim.');
  });
  return { heard, anew };
}
const TOLD = 'Ostrava Works was paid.\n1 claim.\n';

test('what did not change is told again as it was', async () => {
  expect(await look(['a'])).toEqual({ heard: TOLD, anew: true });
  expect(await look(['a'])).toEqual({ heard: TOLD, anew: false });
});

test('what rests on something else is told anew', async () => {
  await look(['a']);
  expect(await look(['b'])).toEqual({ heard: TOLD, anew: true });
  expect(await look(['a'])).toEqual({ heard: TOLD, anew: true });
});

test('what was altered is told anew', async () => {
  await look(['a']);
  const path = join(folder, 'cache', 'claims.look');
  writeFileSync(path, readFileSync(path, 'utf8').replace('was paid', 'was fined'));
  expect(await look(['a'])).toEqual({ heard: TOLD, anew: true });
});
