import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workFolder } from './clew.ts';

const SAMPLE = readFileSync('samples/lists/norland-register.targets.simple.csv', 'utf8');
const LATER = SAMPLE.replaceAll('2025-03-10', '2025-04-10')
  .replace(/^"NRP-007".*\n/m, '')
  .replace('Izbushka Storage', 'Hut Storage');
const work = workFolder();
let server: Server;
let text = SAMPLE;
let url: string;
beforeAll(async () => {
  server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/csv' }).end(text));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/targets.simple.csv`;
});
afterAll(() => {
  server.close();
  work.remove();
});

/** Not `spawnSync`: the server answers from this process. */
const clew = (...args: readonly string[]) =>
  new Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }>((resolve) => {
    const env = { ...process.env, CLEW_DATA: work.path('data'), NO_COLOR: '1' };
    execFile(process.execPath, ['bin/clew.js', ...args], { env }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });

test('update fetches when told to, shows what changed and keeps both snapshots', async () => {
  const update = ['lists', 'update', '--online', '--source', 'eu_fsf', '--from', url];
  expect((await clew(...update)).stdout).toContain('the first snapshot');
  text = LATER;
  // One of eight is more than a tenth.
  const refused = await clew(...update);
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('lacks 1 of the 8 entries')]);
  const { status, stdout } = await clew(...update, '--accept-shrunk');
  expect(status).toBe(0);
  expect(stdout).toContain('against 2025-03-10: 0 added, 1 removed, 1 changed');
  expect(stdout).toMatch(/- NRP-007 {2}SAMOVAR TEA HOUSE LLC/);
  expect(stdout).toMatch(/names: −Izbushka Storage, \+Hut Storage/);
  expect(JSON.parse((await clew('lists', 'list', '--json')).stdout)).toHaveLength(2);
  const gone = JSON.parse((await clew('screen', '--name', 'Samovar Tea House LLC', '--json')).stdout).hits[0];
  expect(gone.listing).toMatchObject({ status: 'delisted', until: '2025-03-10', goneBy: '2025-04-10' });
  text = '<html>moved</html>';
  const failed = await clew(...update, '--json');
  expect([failed.status, JSON.parse(failed.stderr).error.code]).toEqual([1, 'download-failed']);
  expect(JSON.parse((await clew('lists', 'list', '--json')).stdout)).toHaveLength(2);
});

test('one file of the sources opens connections, no other', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const opening = sources.filter((name) => /(?<![\w.])fetch\(/.test(readFileSync(join('src', name), 'utf8')));
  expect(opening).toEqual([join('snapshots', 'fetch-file.ts')]);
});
