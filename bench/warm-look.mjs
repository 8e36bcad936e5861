// node bench/warm-look.mjs <case> [runs] [other checkout]
// Processor time of `status`, `claims` and `findings` on a case that did not change since the last look: seconds of user and
// system time, the median of the runs; with another checkout its figure beside it, the runs taken in turn. Each looks at a copy of its own.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder, runs = '5', other] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node bench/warm-look.mjs <case> [runs] [other checkout]');
  process.exit(2);
}
const checkouts = [fileURLToPath(new URL('..', import.meta.url)), ...(other ? [other] : [])];
const shelf = mkdtempSync(join(tmpdir(), 'clew-warm-look-'));
const cases = checkouts.map((_, n) => join(shelf, `${n}.clew`));
for (const copy of cases) cpSync(folder, copy, { recursive: true });
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Seconds that a command's whole process takes, read off what the shell counts for its children. */
function spent(n, command) {
  const line = `"${process.execPath}" "${checkouts[n]}/bin/clew.js" ${command} "${cases[n]}" > /dev/null 2>&1; times`;
  const { stdout } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
  const children = stdout.trim().split('\n').at(-1) ?? '';
  return children.split(' ').reduce((sum, time) => {
    const [, minutes, seconds] = /^(\d+)m([\d.]+)s$/.exec(time) ?? [];
    return sum + Number(minutes) * 60 + Number(seconds);
  }, 0);
}

for (const command of ['status', 'claims', 'findings']) {
  const times = checkouts.map(() => []);
  for (const n of checkouts.keys()) spent(n, command);
  for (let run = 0; run < Number(runs); run += 1) {
    for (const n of checkouts.keys()) times[n].push(spent(n, command));
  }
  const [own, theirs] = times.map(median);
  const beside = theirs === undefined ? '' : `, the other ${theirs.toFixed(2)} s: ${(own / theirs).toFixed(2)} of it`;
  console.log(`${command}: ${own.toFixed(2)} s${beside}`);
}
rmSync(shelf, { recursive: true });
