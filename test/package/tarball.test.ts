import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The packed package in an empty folder, with what it depends on and nothing else: no registry is asked. */
const folder = mkdtempSync(join(tmpdir(), 'clew-package-'));
const installed = join(folder, 'node_modules/clew');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  mkdirSync(installed, { recursive: true });
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', pack, { encoding: 'utf8' }));
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { encoding: 'utf8' });
  const paths = listed.trim().split('\n').slice(1);
  expect(paths.length).toBeGreaterThan(20);
  const whole = paths.map((path) => relative('.', path)).filter((path) => !/node_modules.*node_modules/.test(path));
  for (const path of whole) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    execFileSync('cp', ['-r', path, join(folder, path)]);
  }
});

const node = (...args: readonly string[]): string =>
  execFileSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CLEW_DATA: join(folder, 'lists') },
  });

test('the script of docs/how-to/use-as-a-library.md runs as it stands there', () => {
  const [, script = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/how-to/use-as-a-library.md', 'utf8')) ?? [];
  expect(script.trim().split('\n').length).toBeLessThanOrEqual(20);
  writeFileSync(join(folder, 'script.mjs'), script);
  writeFileSync(join(folder, 'note.txt'), 'Orla Freight LLC supplied 40 pumps to Vesna Plant JSC in May 2031.');
  const printed = node('script.mjs').trim().split('\n');
  expect(printed[0]).toMatch(/^[1-9]\d* mentions, 1 claims$/);
  expect(printed[1]).toMatch(/^[2-9] entities, 1 findings$/);
  expect(printed.slice(2)).toEqual(['json true', 'ftm true', 'csv true', 'hits-csv true', 'true']);
});

test('clew demo runs from the package', () => {
  const { documents, claims } = JSON.parse(
    node(join(installed, 'bin/clew.js'), 'demo', '--json', '--keep', join(folder, 'demo')),
  );
  expect([documents > 10, claims > 10]).toEqual([true, true]);
});
