import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { machineUses, pureFiles } from '../scripts/check-pure.mjs';

describe('a use of the machine in a pure part is found', () => {
  test.each([
    ['await fetch(url);', 'fetch'],
    ['const { env } = process;', 'process'],
    ['console.log(1);', 'console'],
    ['const now = new Date();', 'Date'],
    ['const now = Date.now();', 'Date'],
    ['const now = Date();', 'Date'],
    ['const clock = { Date };', 'Date'],
    ['const n = Math.random();', 'Math.random'],
    ['const { random } = Math;', 'Math.random'],
    ["const n = Math['random']();", 'Math.random'],
    ['const at = performance.now();', 'performance'],
    ['setTimeout(() => {}, 5);', 'setTimeout'],
    ['setInterval(() => {}, 5);', 'setInterval'],
    ['setImmediate(() => {});', 'setImmediate'],
    ['globalThis.fetch(url);', 'globalThis'],
    ['const id = crypto.randomUUID();', 'crypto'],
  ])('%s', (line, name) => {
    expect(machineUses(`const before = 1;\n${line}\n`)).toEqual([`2: ${name}`]);
  });

  test.each([
    'interface Made { readonly Date: string; readonly process: string }',
    'const made = { Date: "x", process: 1, console: 2 }; made.process;',
    'function read(performance: string) { return performance; }',
    'const day = Date.UTC(2031, 4, 1); const shown = new Date(day);',
    'const top = Math.max(1, 2);',
    '/** console.log, new Date() and Math.random() in a comment */ const text = "fetch(process)";',
    'type At = Date;',
  ])('nothing is found in: %s', (line) => expect(machineUses(line)).toEqual([]));
});

test('pure parts are all looked at and hold none', () => {
  expect(pureFiles('.').length).toBeGreaterThan(400);
  expect(execFileSync(process.execPath, ['scripts/check-pure.mjs'], { encoding: 'utf8' })).toContain(', 0 uses');
});

test('a checkout that is not built says so, without a stack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clew-unbuilt-'));
  try {
    mkdirSync(join(folder, 'bin'));
    execFileSync('cp', ['bin/clew.js', join(folder, 'bin/clew.js')]);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    expect(() => execFileSync(process.execPath, [join(folder, 'bin/clew.js'), 'demo'], { stdio: 'pipe' })).toThrow(
      expect.objectContaining({ status: 1, stderr: Buffer.from('clew: not built: npm run build\n') }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
