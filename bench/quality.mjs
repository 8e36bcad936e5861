// node bench/quality.mjs [case...]
// Runs the whole street over the annotated cases of the shared folder (../shared, or $CLEW_SHARED) and prints what its scorer says:
// clew new, clew add, clew export --format json, gold/score.mjs. Without the folder it says so and ends.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = process.env.CLEW_SHARED ?? join(root, '../shared');
const gold = join(shared, 'gold');
if (!existsSync(gold)) {
  console.log(`skipped: no annotated cases at ${gold}; set CLEW_SHARED`);
  process.exit(0);
}
const cases = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(join(shared, 'cases')).sort();
const work = mkdtempSync(join(tmpdir(), 'clew-quality-'));
const clew = (...args) =>
  execFileSync(process.execPath, [join(root, 'bin/clew.js'), ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
try {
  for (const name of cases) {
    const folder = join(work, `${name}.clew`);
    const system = join(process.env.CLEW_KEEP ?? work, `${name}.json`);
    clew('new', folder);
    clew('add', folder, join(shared, 'cases', name));
    clew('export', folder, '--format', 'json', '-o', system);
    console.log(`\n${name}`);
    process.stdout.write(
      execFileSync(process.execPath, [join(gold, 'score.mjs'), join(gold, name), system], { encoding: 'utf8' }),
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
