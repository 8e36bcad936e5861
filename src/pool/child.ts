import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ClewError } from '../errors.ts';
import { isolatingCommand } from './isolation.ts';
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

/** One worker process. It serves one request at a time. */
export interface Child {
  /** Resolves to `null` when the job is done, else to how the worker died. Rejects when it never started: that is no file's fault. */
  readonly run: (
    request: Request,
    onResponse: (response: Response) => void,
    /** Time for this job, where it is not the usual. */
    timeoutMs?: number,
  ) => Promise<Death | null>;
  /** Jobs served so far. */
  readonly served: () => number;
  /** Resident memory in megabytes, 0 where the system does not tell. */
  readonly memory: () => number;
  readonly isAlive: () => boolean;
  readonly kill: () => void;
}

const WATCH_MS = 50;
const STARTUP_MS = 30_000;
const PAGE_BYTES = 4096;
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

/** Starts a worker in a process group of its own, off the network where possible, with an empty environment. */
export function startChild(limits: ChildLimits, worker: string = workerPath()): Child {
  const [command = process.execPath, ...args] = [
    ...isolatingCommand(),
    process.execPath,
    `--max-old-space-size=${limits.memoryMb}`,
    '--no-warnings',
    worker,
  ];
  const child = spawn(command, args, { detached: true, env: {}, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
  if (limits.isPatient) giveWay(child);
  const state = { served: 0, isAlive: true, lastWords: '' };
  let finish: ((death: Death | null) => void) | null = null;
  let listen: (response: Response) => void = () => {};
  let received = 0;
  const frames = createFrameReader<Response>(limits.maxOutputBytes);

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
      for (const response of frames.push(chunk)) {
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
      const timer = setTimeout(() => settle('timed-out'), timeoutMs);
      const watch = setInterval(() => {
        if (memoryOf(child) > limits.memoryMb) settle('out-of-memory');
      }, WATCH_MS);
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
    run: async (request, onResponse, timeoutMs = limits.timeoutMs) => {
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
      const result = wait(timeoutMs);
      child.stdin?.write(encodeFrame(request));
      const death = await result;
      state.served += 1;
      return death;
    },
  };
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
