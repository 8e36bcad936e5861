// node bench/throughput.mjs [small] [large]
// Adds a pile of `small` (1,000) and one of `large` (10,000) documents to a new case each and prints documents a second,
// the main process's peak memory, and the ratio of the times per document. The small pile runs before and after the
// large one, so that a machine that slows down meanwhile does not pass for a case that does.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [small = 1000, large = 10_000] = process.argv.slice(2).map(Number);
const root = fileURLToPath(new URL('..', import.meta.url));
const clew = join(root, 'bin/clew.js');
const work = mkdtempSync(join(tmpdir(), 'clew-bench-'));

function measure(count, seed) {
  const pile = join(work, `pile-${count}-${seed}`);
  const folder = join(work, `${count}-${seed}.clew`);
  execFileSync(process.execPath, [join(root, 'bench/make-pile.mjs'), pile, String(count), String(seed)]);
  execFileSync(process.execPath, [clew, 'new', folder], { stdio: 'ignore' });
  const started = process.hrtime.bigint();
  const run = spawnSync(
    process.execPath,
    ['--import', join(root, 'bench/print-memory.mjs'), clew, 'add', folder, pile, '--json'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (run.status !== 0) throw new Error(`clew add ended with ${run.status}: ${run.stderr}`);
  const report = JSON.parse(run.stdout);
  if (report.documents.parsed !== count) throw new Error(`${report.documents.parsed} of ${count} parsed`);
  const megabytes = Number(/peak memory (\d+) MB/.exec(run.stderr)?.[1]);
  rmSync(pile, { recursive: true });
  rmSync(folder, { recursive: true });
  console.log(
    `${count} documents: ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} documents/s, ${((1000 * seconds) / count).toFixed(2)} ms a document, main process ${megabytes} MB`,
  );
  return { perDocument: seconds / count, megabytes };
}

try {
  const before = measure(small, 1);
  const big = measure(large, 2);
  const after = measure(small, 3);
  const base = (before.perDocument + after.perDocument) / 2;
  console.log(`time per document, ${large} against ${small}: ${(big.perDocument / base).toFixed(3)}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
