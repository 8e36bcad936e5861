// node bench/startup.mjs [runs]
// Cold start: `clew --version` against bare `node -e 0`, in turn, as whole processes. Prints medians and their ratio.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const runs = Number(process.argv[2] ?? 21);
const clew = join(fileURLToPath(new URL('..', import.meta.url)), 'bin/clew.js');
const time = (args) => {
  const started = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - started) / 1e6;
};
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
time([clew, '--version']);
const pairs = Array.from({ length: runs }, () => [time(['-e', '0']), time([clew, '--version'])]);
const bare = median(pairs.map(([ms]) => ms));
const version = median(pairs.map(([, ms]) => ms));
const ratio = median(pairs.map(([a, b]) => b / a));
console.log(
  `node -e 0: ${bare.toFixed(1)} ms; clew --version: ${version.toFixed(1)} ms; ratio (median of pairs) ${ratio.toFixed(2)}`,
);
