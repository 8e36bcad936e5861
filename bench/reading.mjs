// node bench/reading.mjs [files]
// What the pool costs on top of the parsers: reads the same `files` (400) of each text format in this process and through a
// pool of one worker, without the language stages, and prints the milliseconds a document of both and their difference.
// Both runs take turns, three times; the middle figure of each is printed. The limit the difference is held to is 15 ms.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_LIMITS, readDocument } from '../dist/documents/index.js';
import { createPool } from '../dist/pool/index.js';

const count = Number(process.argv[2] ?? 400);
const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'clew-bench-'));
const FORMATS = ['.txt', '.md', '.html', '.eml', '.csv'];
const LIMIT_MS = 15;

const now = () => Number(process.hrtime.bigint()) / 1e6;
const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Paths of `count` files of each format, out of a pile of invented documents. */
function makeFiles() {
  const pile = join(work, 'pile');
  execFileSync(process.execPath, [join(root, 'bench/make-pile.mjs'), pile, String(count * 10), '5']);
  const names = readdirSync(pile);
  const files = Object.fromEntries(
    FORMATS.map((format) => [
      format,
      names
        .filter((name) => extname(name) === format)
        .slice(0, count)
        .map((name) => join(pile, name)),
    ]),
  );
  files['.json'] = files['.txt'].map((path, i) => {
    const target = join(work, 'json', `${i}.json`);
    mkdirSync(join(work, 'json'), { recursive: true });
    writeFileSync(target, JSON.stringify({ n: i, paragraphs: readFileSync(path, 'utf8').split('\n\n') }, null, 1));
    return target;
  });
  return files;
}

async function inProcess(paths) {
  const started = now();
  for (const path of paths)
    await readDocument(readFileSync(path), { name: basename(path), limits: DEFAULT_LIMITS, pdfium: null });
  return (now() - started) / paths.length;
}

async function inPool(pool, paths) {
  const started = now();
  await Promise.all(paths.map((path) => pool.read({ path, name: basename(path), extract: false })));
  return (now() - started) / paths.length;
}

const files = makeFiles();
const pool = createPool({ size: 1 });
let isOver = false;
try {
  for (const [format, paths] of Object.entries(files)) {
    await inProcess(paths.slice(0, 20));
    await inPool(pool, paths.slice(0, 20));
    const alone = [];
    const pooled = [];
    for (let run = 0; run < 3; run++) {
      alone.push(await inProcess(paths));
      pooled.push(await inPool(pool, paths));
    }
    const extra = middle(pooled) - middle(alone);
    isOver ||= extra > LIMIT_MS;
    console.log(
      `${format}: ${paths.length} files, parsers alone ${middle(alone).toFixed(2)} ms a document, in the pool ${middle(pooled).toFixed(2)} ms, beyond ${extra.toFixed(2)} ms`,
    );
  }
} finally {
  await pool.close();
  rmSync(work, { recursive: true, force: true });
}
if (isOver) console.error(`over the limit of ${LIMIT_MS} ms beyond the parsers`);
process.exitCode = isOver ? 1 : 0;
