// node bench/fuzz-readers.mjs [--count 300] [--seed 1] [--keep FOLDER] FILE|FOLDER ...
// Damages each file `count` times (flipped, cut, repeated, left-out and overwritten bytes) and reads what comes out, in a child
// process with a limit on time and memory. Prints one line for each finding: hang (over 10 s), slow (over 3 s), memory (over
// 300 MB), death (the process ended), threw, or silent (parsed without text, child or word). Every finding is tried once more in
// a fresh process before it is told, and with --keep its bytes are written down. The same seed gives the same files.

import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LIMITS = { hangMs: 10_000, slowMs: 3_000, memoryMb: 300 };

/** Numbers in [0, 1) that the seed alone decides (mulberry32). */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TELLING = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x22, 0x3c, 0x28, 0x5b, 0x0a];

/** The `n`-th damaged copy of `bytes`. */
export function mutate(bytes, seed, n) {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b));
  const below = (limit) => Math.floor(random() * limit);
  let out = Buffer.from(bytes);
  const rounds = 1 + below(3);
  for (let round = 0; round < rounds && out.length > 8; round++) {
    const at = below(out.length);
    const length = 1 + below(Math.min(2_000, out.length - at));
    const kind = below(7);
    if (kind === 0) for (let i = 1 + below(20); i > 0; i--) out[below(out.length)] ^= 1 << below(8);
    else if (kind === 1) out = out.subarray(0, at);
    else if (kind === 2) out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
    else if (kind === 3) out = Buffer.concat([out.subarray(0, at + length), out.subarray(at)]);
    else if (kind === 4) for (let i = 1 + below(8); i > 0; i--) out[below(out.length)] = TELLING[below(TELLING.length)];
    else if (kind === 5) out.fill(TELLING[below(TELLING.length)], at, at + Math.min(length, 16));
    else for (let i = 0; i < Math.min(length, 4) && at + i < out.length; i++) out[at + i] = 0xff;
  }
  return out;
}

async function serve() {
  const { DEFAULT_LIMITS, readEach } = await import('../dist/documents/index.js');
  const load = (name) => readFileSync(fileURLToPath(import.meta.resolve(name)));
  const options = {
    limits: DEFAULT_LIMITS,
    pdfium: load('@embedpdf/pdfium/pdfium.wasm'),
    sevenZip: load('7z-wasm/7zz.wasm'),
  };
  console.log(JSON.stringify({ ready: true }));
  for await (const line of createInterface({ input: process.stdin })) {
    const { path, seed, n } = JSON.parse(line);
    const bytes = mutate(readFileSync(path), seed, n);
    const started = performance.now();
    let root = null;
    let threw = null;
    let size = 0;
    try {
      await readEach(
        new Uint8Array(bytes),
        { ...options, name: basename(path) },
        async ({ document, recognisable }, index) => {
          size += document.text.trim().length;
          if (index === 0) root = { status: document.status, problems: document.problems.length, recognisable };
          else size += 1;
        },
      );
    } catch (error) {
      threw = String(error?.stack ?? error);
    }
    console.log(JSON.stringify({ n, ms: performance.now() - started, threw, size, ...root }));
  }
}

const memoryOf = (pid) => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

function startChild() {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=450', '--no-warnings', fileURLToPath(import.meta.url), '--serve'],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let last = '';
  let hand = () => {};
  child.stderr.on('data', (data) => {
    last = (last + data).slice(-2_000);
  });
  child.stdin.on('error', () => {});
  createInterface({ input: child.stdout }).on('line', (line) => hand(JSON.parse(line)));
  child.on('exit', () =>
    hand({
      death:
        last
          .trim()
          .split('\n')
          .find((line) => /error|memory|fatal/i.test(line)) ?? 'no word',
    }),
  );
  const next = () =>
    new Promise((resolve) => {
      hand = resolve;
    });
  return { child, next, ready: next(), isDead: () => child.exitCode !== null || child.signalCode !== null };
}

/** Reads one damaged copy; says what was wrong with it, or `null`. */
async function tryOne(worker, job) {
  await worker.ready;
  const answer = worker.next();
  worker.child.stdin.write(`${JSON.stringify(job)}\n`);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(worker.child.pid));
  }, 20);
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ hang: true }), LIMITS.hangMs);
  });
  const got = await Promise.race([answer, late]);
  clearTimeout(timer);
  clearInterval(watch);
  if (got.hang || got.death !== undefined) {
    worker.child.kill('SIGKILL');
    return got.hang ? 'hang' : `death: ${got.death}`;
  }
  if (got.threw) return `threw: ${got.threw}`;
  if (got.ms > LIMITS.slowMs) return `slow: ${Math.round(got.ms)} ms`;
  if (most > LIMITS.memoryMb) return `memory: ${Math.round(most)} MB`;
  return got.status === 'parsed' && got.size === 0 && got.problems === 0 && !got.recognisable ? 'silent' : null;
}

const filesIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
        .flatMap(({ name }) => filesIn(join(path, name)))
    : [path];

function readArguments(words) {
  const options = { count: 300, seed: 1, keep: null };
  const paths = [];
  for (let i = 0; i < words.length; i++) {
    const name = words[i].replace(/^--/, '');
    if (!words[i].startsWith('--')) paths.push(words[i]);
    else options[name] = name === 'keep' ? words[++i] : Number(words[++i]);
  }
  return { ...options, paths: paths.flatMap(filesIn) };
}

async function main() {
  const { count, seed, keep, paths } = readArguments(process.argv.slice(2));
  if (keep) mkdirSync(keep, { recursive: true });
  let worker = startChild();
  let found = 0;
  for (const path of paths) {
    for (let n = 0; n < count; n++) {
      const job = { path, seed, n };
      if (worker.isDead()) worker = startChild();
      if ((await tryOne(worker, job)) === null) continue;
      worker.child.kill('SIGKILL');
      worker = startChild();
      const again = await tryOne(worker, job);
      if (again === null) continue;
      found += 1;
      console.log(`${path}\tseed ${seed} n ${n}\t${again}`);
      if (keep) writeFileSync(join(keep, `${seed}-${n}-${basename(path)}`), mutate(readFileSync(path), seed, n));
      worker.child.kill('SIGKILL');
      worker = startChild();
    }
  }
  worker.child.kill('SIGKILL');
  console.log(`${paths.length} files, ${count} damaged copies each: ${found} findings`);
}

await (process.argv.includes('--serve') ? serve() : main());
