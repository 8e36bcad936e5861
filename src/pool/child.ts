import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ClewError } from '../errors.ts';
import type { Document } from '../model/index.ts';
import { isolatingCommand, permissionFlags, poolIsolation } from './isolation.ts';
import { createFrameReader, encodeFrame, type Request, type Response } from './protocol.ts';

/** Why a worker ended before its job was done. */
export type Death = 'crashed' | 'out-of-memory' | 'timed-out' | 'too-much-output';

export interface ChildLimits {
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly maxOutputBytes: number;
  /** Gives way to everything else on the machine. */
  readonly isPatient?: boolean;
}

export interface ChildJob {
  readonly request: Request;
  /** The file whose first `request.bodyBytes` bytes follow the request; stays open. */
  readonly body?: FileHandle;
  /** Time and memory for this job beyond the worker's own, for what takes more of either. */
  readonly extra?: { readonly timeMs: number; readonly memoryMb: number };
  /** Time for this job instead of the worker's own. */
  readonly timeoutMs?: number;
  readonly onResponse: (response: Response) => void;
}

/** One worker process. It serves one request at a time. */
export interface Child {
  /** Resolves to `null` when the job is done, else to how the worker died. Rejects when it never started: that is no file's fault. */
  readonly run: (job: ChildJob) => Promise<Death | null>;
  /** Jobs served so far. */
  readonly served: () => number;
  /** Resident memory in megabytes, 0 where the system does not tell. */
  readonly memory: () => number;
  readonly isAlive: () => boolean;
  readonly kill: () => void;
}

const WATCH_MS = 50;
const STARTUP_MS = 30_000;
/** Every document that comes out of a file buys time for its language stages, generously reckoned, and for what follows it. */
const TIME = { perDocumentMs: 100, perCharMs: 0.02, mostOfOneMs: 200_000, mostMs: 1_800_000 };
/** Long texts and tables buy memory for those stages as well. */
const MEMORY = { bytesPerChar: 250, bytesPerBlock: 2_500, mostMb: 1_200 };
/** Where resident memory is watched, the heap's own limit only has to leave room for what a job may be granted. */
const HEAP_MB = 2_000;
const PAGE_BYTES = 4096;
const CHUNK_BYTES = 1_000_000;
/** How much of what a worker says on its way down is kept. */
const LAST_WORDS = 4_000;

/** The built worker: beside this file when that is built too, else in the checkout's `dist/`. */
export function workerPath(): string {
  const own = fileURLToPath(new URL('./worker.js', import.meta.url));
  if (existsSync(own)) return own;
  const built = fileURLToPath(new URL('../../dist/pool/worker.js', import.meta.url));
  if (existsSync(built)) return built;
  throw new ClewError('worker-missing', `The program that reads documents, ${built}, is missing.`, {
    hint: 'Build clew first: npm run build in the checkout.',
  });
}

export interface ChildProgram {
  /** The worker script. */
  readonly worker: string;
  /** The only folder that it may write to. */
  readonly scratch: string;
  /** Further folders that it may read. */
  readonly readable?: readonly string[];
}

/** Starts a worker in a process group of its own, off the network where possible, off all files, with an empty environment. */
export function startChild(limits: ChildLimits, { worker, scratch, readable }: ChildProgram): Child {
  const [command = process.execPath, ...args] = [
    ...isolatingCommand(),
    process.execPath,
    `--max-old-space-size=${poolIsolation().memory ? Math.max(HEAP_MB, limits.memoryMb) : limits.memoryMb}`,
    ...permissionFlags(worker, scratch, readable),
    '--no-warnings',
    worker,
  ];
  const child = spawn(command, args, { detached: true, env: {}, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
  if (limits.isPatient) giveWay(child);
  const state = { served: 0, isAlive: true, lastWords: '' };
  let finish: ((death: Death | null) => void) | null = null;
  let listen: (response: Response) => void = () => {};
  let received = 0;
  const frames = createFrameReader<Response>({ maxBytes: limits.maxOutputBytes, maxBodyBytes: 0 });
  let allowance = { timeMs: 0, memoryMb: 0 };
  let extend: (document: Document) => void = () => {};

  const kill = (): void => {
    state.isAlive = false;
    killGroup(child);
  };
  const settle = (death: Death | null): void => {
    const done = finish;
    finish = null;
    if (death) kill();
    done?.(death);
  };
  child.on('error', () => settle('crashed'));
  child.on('exit', () => {
    state.isAlive = false;
    // What the worker sent before it died may still be under way on the pipe.
    setImmediate(() =>
      settle(/heap out of memory|Array buffer allocation failed/.test(state.lastWords) ? 'out-of-memory' : 'crashed'),
    );
  });
  child.stdin?.on('error', () => {});
  child.stderr?.on('data', (chunk: Buffer) => {
    state.lastWords = (state.lastWords + chunk.toString('utf8')).slice(-LAST_WORDS);
  });
  const answers = child.stdio[3] as Readable;
  answers.on('error', () => {});
  answers.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > limits.maxOutputBytes) return settle('too-much-output');
    try {
      for (const { message: response } of frames.push(chunk)) {
        if (response.kind === 'document') extend(response.document);
        listen(response);
        if (response.kind === 'done' || response.kind === 'ready') settle(null);
      }
    } catch (error) {
      settle(error instanceof RangeError ? 'too-much-output' : 'crashed');
    }
  });
  child.unref();
  for (const pipe of [child.stdin, child.stderr, answers]) (pipe as { unref?: () => void } | null)?.unref?.();

  const wait = (timeoutMs: number): Promise<Death | null> =>
    new Promise((resolve) => {
      const overdue = () => settle('timed-out');
      let timer = setTimeout(overdue, timeoutMs);
      const watch = setInterval(() => {
        if (memoryOf(child) > limits.memoryMb + allowance.memoryMb) settle('out-of-memory');
      }, WATCH_MS);
      const started = Date.now();
      let granted = 0;
      extend = (document) => {
        granted = Math.min(TIME.mostMs, granted + timeFor(document));
        allowance = { ...allowance, memoryMb: Math.max(allowance.memoryMb, memoryFor(document)) };
        clearTimeout(timer);
        timer = setTimeout(overdue, started + timeoutMs + granted - Date.now());
      };
      finish = (death) => {
        clearTimeout(timer);
        clearInterval(watch);
        resolve(death);
      };
    });
  const ready = wait(STARTUP_MS);
  return {
    served: () => state.served,
    memory: () => memoryOf(child),
    isAlive: () => state.isAlive,
    kill,
    run: async ({ request, body, extra, timeoutMs = limits.timeoutMs, onResponse }) => {
      const startup = await ready;
      if (startup)
        throw new ClewError(
          'worker-missing',
          `The program that reads documents does not start (${startup}): ${state.lastWords.trim() || 'it said nothing'}`,
          { hint: 'Build clew again: npm ci in the checkout.' },
        );
      if (!state.isAlive) return 'crashed';
      listen = onResponse;
      received = 0;
      allowance = extra ?? { timeMs: 0, memoryMb: 0 };
      const result = wait(timeoutMs + allowance.timeMs);
      if (child.stdin && !(await hand(child.stdin, { request, body, ended: result }))) settle('crashed');
      const death = await result;
      state.served += 1;
      return death;
    },
  };
}

const timeFor = ({ text }: Document): number =>
  TIME.perDocumentMs + Math.min(TIME.mostOfOneMs, text.length * TIME.perCharMs);

const memoryFor = ({ text, blocks }: Document): number =>
  Math.min(MEMORY.mostMb, (text.length * MEMORY.bytesPerChar + blocks.length * MEMORY.bytesPerBlock) / 1_000_000);

interface Handed {
  readonly request: Request;
  readonly body: FileHandle | undefined;
  /** Settles when the worker has answered or is gone. */
  readonly ended: Promise<unknown>;
}

/** Writes the request and the file's bytes; `false` when the file has become shorter than it was, so that the worker would wait for ever. */
async function hand(stdin: Writable, { request, body, ended }: Handed): Promise<boolean> {
  stdin.write(encodeFrame(request));
  let left = body && request.kind === 'read' ? request.bodyBytes : 0;
  for (let at = 0; body && left > 0 && stdin.writable; ) {
    const { bytesRead, buffer } = await body.read(Buffer.allocUnsafe(Math.min(left, CHUNK_BYTES)), 0, null, at);
    if (bytesRead === 0) return false;
    at += bytesRead;
    left -= bytesRead;
    if (!stdin.write(buffer.subarray(0, bytesRead))) await Promise.race([once(stdin, 'drain'), ended]);
  }
  return true;
}

/** Below normal, not lowest: beside busy readers it must still get on, or its time runs out. */
function giveWay(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It then shares the processor like the others.
  }
}

/** SIGKILL to the whole group: a worker cannot ignore it, nor leave children behind. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

function memoryOf(child: ChildProcess): number {
  try {
    const pages = Number(readFileSync(`/proc/${child.pid}/statm`, 'latin1').split(' ')[1]);
    return (pages * PAGE_BYTES) / 1_000_000;
  } catch {
    return 0;
  }
}
