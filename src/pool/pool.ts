import { join } from 'node:path';
import type { Document, Extraction } from '../model/index.ts';
import { type Child, type ChildJob, type Death, startChild, workerPath } from './child.ts';
import { type OpenedFile, openRegularFile } from './file.ts';
import { createGathering, type OutcomeItem } from './outcome.ts';
import type { Request } from './protocol.ts';
import { refusedDocument } from './refusal.ts';
import { createScratch, removeFolder } from './scratch.ts';

export interface ReadJob {
  readonly path: string;
  readonly name: string;
  readonly encoding?: string;
  /** Run the per-document stages as well. */
  readonly extract: boolean;
}

export interface ReadOutcome {
  /** The root document first, parents before children. */
  readonly items: readonly OutcomeItem[];
  /** Removes the bytes of child documents; call it once they are stored. */
  readonly release: () => void;
}

export interface PoolOptions {
  /** Worker processes; 2 unless said otherwise. */
  readonly size?: number;
  /** Time for one file. */
  readonly timeoutMs?: number;
  /** Memory of one worker. */
  readonly memoryMb?: number;
  /** What one file may give in records. */
  readonly maxOutputBytes?: number;
  /** Files that a worker reads before a fresh one takes its place. */
  readonly recycleAfter?: number;
  /** Another worker script, for tests. */
  readonly worker?: string;
}

export interface Pool {
  /** Reads one file. Never rejects for a bad file: whatever it does to its worker becomes a refused document. */
  readonly read: (job: ReadJob) => Promise<ReadOutcome>;
  /** Runs the per-document stages over a document read before. Rejects when its worker dies. */
  readonly extract: (document: Document) => Promise<Extraction>;
  readonly close: () => Promise<void>;
}

const DEFAULTS = { size: 2, timeoutMs: 60_000, memoryMb: 450, maxOutputBytes: 256_000_000, recycleAfter: 500 };
/** Above this share of its memory a worker is not trusted with another file. */
const TIRED = 0.6;
/** A large file lies in memory as bytes and as text: it gets this many times its size on top. */
const MEMORY_PER_BYTE = 2.2;
/** Files below this many bytes fit into what any worker has. */
const ORDINARY_BYTES = 20_000_000;

/** A pool of worker processes in which untrusted bytes are parsed. Workers start when there is work for them. */
export function createPool(options: PoolOptions = {}): Pool {
  const limits = { ...DEFAULTS, ...options };
  const idle: Child[] = [];
  const waiting: ((child: Child) => void)[] = [];
  let busy = 0;
  let jobs = 0;
  let isClosed = false;
  let scratch: string | null = null;
  const running = new Set<Child>();

  const start = (): Child => {
    scratch ??= createScratch();
    const child = startChild(limits, { worker: options.worker ?? workerPath(), scratch });
    running.add(child);
    return child;
  };
  const acquire = (): Promise<Child> => {
    if (isClosed) return Promise.reject(new Error('The pool is closed.'));
    if (busy >= limits.size) return new Promise((resolve) => waiting.push(resolve));
    busy += 1;
    return Promise.resolve(idle.pop() ?? start());
  };
  const retire = (child: Child): void => {
    child.kill();
    running.delete(child);
  };
  const release = (child: Child): void => {
    const isFit = child.isAlive() && child.served() < limits.recycleAfter && child.memory() < limits.memoryMb * TIRED;
    if (!isFit) retire(child);
    const next = waiting.shift();
    if (next) next(isFit ? child : start());
    else {
      busy -= 1;
      if (isFit) idle.push(child);
    }
  };
  const onExit = (): void => {
    for (const child of running) child.kill();
    if (scratch) removeFolder(scratch);
  };
  process.once('exit', onExit);

  /** One try in one worker. `isFresh`: nothing a file before left behind can have had a part in it. */
  const attempt = async (job: ChildJob): Promise<{ readonly death: Death | null; readonly isFresh: boolean }> => {
    const child = await acquire();
    const isFresh = child.served() === 0;
    try {
      return { death: await child.run(job), isFresh };
    } finally {
      release(child);
    }
  };

  const readOpened = async (job: ReadJob, file: Extract<OpenedFile, { kind: 'file' }>): Promise<ReadOutcome> => {
    scratch ??= createScratch();
    const folder = join(scratch, String(++jobs));
    const { name, encoding, extract } = job;
    const request: Request = {
      kind: 'read',
      name,
      bodyBytes: file.size,
      extract,
      scratch: folder,
      ...(encoding ? { encoding } : {}),
    };
    const tryOnce = async () => {
      const gathering = createGathering(job.path, name);
      const onResponse = gathering.take;
      return { gathering, ...(await attempt({ request, body: file.handle, extra: extraFor(file.size), onResponse })) };
    };
    let tried = await tryOnce();
    if (tried.death && tried.death !== 'timed-out' && !tried.isFresh) {
      // The worker may have been worn out by files before this one: a fresh one decides.
      removeFolder(folder);
      tried = await tryOnce();
    }
    const items = await tried.gathering.finish(tried.death);
    return { items, release: () => removeFolder(folder) };
  };

  return {
    read: async (job) => {
      const file = await openRegularFile(job.path);
      if (file.kind === 'trouble') return refusedOutcome(job, file);
      try {
        return await readOpened(job, file);
      } finally {
        await file.handle.close();
      }
    },
    extract: async (document) => {
      let extraction: Extraction | null = null;
      let detail = '';
      const { death } = await attempt({
        request: { kind: 'extract', document },
        onResponse: (response) => {
          if (response.kind === 'extraction') extraction = response.extraction;
          if (response.kind === 'failed') detail = response.detail;
        },
      });
      if (!extraction) throw new Error(`Nothing could be extracted from ${document.name}: ${death ?? detail}.`);
      return extraction;
    },
    close: async () => {
      isClosed = true;
      process.off('exit', onExit);
      onExit();
      idle.length = 0;
      running.clear();
    },
  };
}

function extraFor(size: number): { readonly timeMs: number; readonly memoryMb: number } {
  if (size <= ORDINARY_BYTES) return { timeMs: 0, memoryMb: 0 };
  return { timeMs: size / 10_000, memoryMb: (size / 1_000_000) * MEMORY_PER_BYTE };
}

async function refusedOutcome(
  { path, name }: ReadJob,
  { code, detail }: Extract<OpenedFile, { kind: 'trouble' }>,
): Promise<ReadOutcome> {
  const document = await refusedDocument(path, name, { code, severity: 'fatal', detail, by: 'pool' });
  return { items: [{ document, extraction: null, bytesPath: null }], release: () => {} };
}
