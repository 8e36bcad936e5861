import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeMixedPile } from '../documents/mixed-pile.ts';
import { clew, workFolder } from './clew.ts';

const KILLS = 10;
const work = workFolder();
const pile = work.path('pile');
const folder = work.path('killed.clew');
afterAll(() => work.remove());
beforeAll(() => writeMixedPile(pile, 8));

/** Moments from 300 to 2,600 ms after the start, the same in every run; what they hit differs all the same. */
const moments = Array.from({ length: KILLS }, (_, i) => 300 + ((i * 977) % 2300));

/** Starts `clew add --ack` and kills it and its group after `ms`; the acknowledged ids, and whether it had ended before. */
async function addAndKill(ms: number): Promise<{ readonly acknowledged: string[]; readonly hasEnded: boolean }> {
  const child = spawn(process.execPath, ['bin/clew.js', 'add', folder, pile, '--ack'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await Promise.race([wait(ms), once(child, 'exit')]);
  const hasEnded = child.exitCode !== null;
  if (!hasEnded && child.pid !== undefined) {
    process.kill(-child.pid, 'SIGKILL');
    await once(child, 'close');
  }
  const acknowledged = output.split('\n').flatMap((line) => /^ACK ([0-9a-f]{64})$/.exec(line)?.[1] ?? []);
  return { acknowledged, hasEnded };
}

/** Hashes of the originals in the case; each must be what its name says. */
function originals(): Set<string> {
  const { status, stdout, stderr } = clew(['verify', folder, '--list']);
  expect(status, stderr).toBe(0);
  const rows = stdout.split('\n').filter(Boolean);
  for (const row of rows) expect(row.split(' ')[0]).toBe(row.split(' ')[1]);
  const ids = rows.map((row) => row.split(' ')[0] ?? '');
  expect(new Set(ids).size).toBe(ids.length);
  return new Set(ids);
}

describe('kill -9 while a pile of mixed formats is added', () => {
  test('loses nothing that was acknowledged, and goes on to the same case', { timeout: 300_000 }, async () => {
    expect(clew(['new', folder]).status).toBe(0);
    const acknowledged = new Set<string>();
    let killed = 0;
    for (const ms of moments) {
      const { acknowledged: ids, hasEnded } = await addAndKill(ms);
      for (const id of ids) acknowledged.add(id);
      if (!hasEnded) killed += 1;
      const kept = originals();
      expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
    }
    expect(killed).toBeGreaterThan(KILLS / 3);
    // Files without bytes and without meaning are refused, which is exit code 3; nothing is left to do the second time.
    expect(clew(['add', folder, pile]).status).toBe(3);
    const verified = clew(['verify', folder]);
    expect(verified.status, verified.stdout).toBe(0);

    const unharmed = join(work.path('unharmed.clew'));
    clew(['new', unharmed]);
    clew(['add', unharmed, pile]);
    const listed = (of: string): string[] => clew(['verify', of, '--list']).stdout.split('\n').sort();
    expect(listed(folder)).toEqual(listed(unharmed));
    rmSync(unharmed, { recursive: true });
  });
});
