import { join } from 'node:path';
import type { Document, Extraction } from '../model/index.ts';
import { languageFolders } from '../providers/index.ts';
import { type ChildProgram, workerPath } from './child.ts';
import { type OpenedFile, openRegularFile } from './file.ts';
import { createLane, type Lane } from './lane.ts';
import { createGathering, type OutcomeItem } from './outcome.ts';
import type { Request } from './protocol.ts';
import { recogniseItems } from './recognise.ts';
import { refusedDocument } from './refusal.ts';
import { createScratch, removeFolder } from './scratch.ts';

export interface ReadJob {
  readonly path: string;
  readonly name: string;
  readonly encoding?: string;
  /** Run the per-document stages as well. */
  readonly extract: boolean;
  /** The bytes of what is inside are not wanted: a large archive need not be written out. */
  readonly dropBytes?: boolean;
}

export interface ReadOutcome {
  /** The root document first, parents before children. */
  readonly items: readonly OutcomeItem[];
  /** Pictures that `recognise` would read; 0 when there are none. */
  readonly recognisable: number;
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
  /** Memory of the worker that reads pictures. */
  readonly recognitionMemoryMb?: number;
  /** Another worker script, for tests. */
  readonly worker?: string;
}

export interface Pool {
  /** Reads one file. Never rejects for a bad file: whatever it does to its worker becomes a refused document. */
  readonly read: (job: ReadJob) => Promise<ReadOutcome>;
  /**
   * Reads the pictures in what was read before, in workers of their own that give way to all others, and returns the
   * outcome with that text. Never rejects for a bad file. `patienceMs`: no picture is begun later than that.
   */
  readonly recognise: (job: ReadJob, outcome: ReadOutcome, patienceMs?: number) => Promise<ReadOutcome>;
  /** Runs the per-document stages over a document read before. Rejects when its worker dies. */
  readonly extract: (document: Document) => Promise<Extraction>;
  readonly close: () => Promise<void>;
}

const DEFAULTS = { size: 2, timeoutMs: 60_000, memoryMb: 450, maxOutputBytes: 256_000_000, recycleAfter: 500 };
/** A large file lies in memory as bytes and as text: it gets this many times its size on top. */
const MEMORY_PER_BYTE = 2.2;
/** Files below this many bytes fit into what any worker has. */
const ORDINARY_BYTES = 20_000_000;
/** Pictures are many times their file; the engine keeps what it once took. */
const RECOGNITION_MEMORY_MB = 1_000;

/** A pool of worker processes in which untrusted bytes are parsed. Workers start when there is work for them. */
export function createPool(options: PoolOptions = {}): Pool {
  const limits = { ...DEFAULTS, ...options };
  let jobs = 0;
  let scratch: string | null = null;
  const scratchFolder = (): string => {
    scratch ??= createScratch();
    return scratch;
  };
  const nextFolder = (): string => join(scratchFolder(), String(++jobs));
  const program = (): ChildProgram => ({ worker: options.worker ?? workerPath(), scratch: scratchFolder() });
  const fast = createLane(limits, program);
  const slow = createLane(
    { ...limits, size: 1, memoryMb: options.recognitionMemoryMb ?? RECOGNITION_MEMORY_MB, isPatient: true },
    () => ({ ...program(), readable: languageFolders(process.env.TESSDATA_PREFIX) }),
  );
  const onExit = (): void => {
    for (const lane of [fast, slow]) lane.close();
    if (scratch) removeFolder(scratch);
  };
  process.once('exit', onExit);
  return {
    read: (job) => readFile(fast, nextFolder(), job),
    recognise: async (job, outcome, patienceMs) => {
      if (outcome.recognisable === 0) return outcome;
      const items = await recogniseItems(slow, nextFolder(), {
        ...job,
        items: outcome.items,
        ...(patienceMs === undefined ? {} : { patienceMs }),
      });
      return { ...outcome, items, recognisable: 0 };
    },
    extract: (document) => extractAgain(fast, document),
    close: async () => {
      process.off('exit', onExit);
      onExit();
    },
  };
}

async function readFile(lane: Lane, folder: string, job: ReadJob): Promise<ReadOutcome> {
  const file = await openRegularFile(job.path);
  if (file.kind === 'trouble') return refusedOutcome(job, file);
  try {
    return await readOpened(lane, file, { ...job, folder });
  } finally {
    await file.handle.close();
  }
}

async function readOpened(
  lane: Lane,
  file: Extract<OpenedFile, { kind: 'file' }>,
  { path, name, encoding, extract, folder, dropBytes }: ReadJob & { readonly folder: string },
): Promise<ReadOutcome> {
  const request: Request = {
    kind: 'read',
    name,
    bodyBytes: file.size,
    extract,
    scratch: folder,
    ...(encoding ? { encoding } : {}),
    ...(dropBytes ? { dropBytes } : {}),
  };
  const attempt = async () => {
    const gathering = createGathering(path, name);
    const job = { request, body: file.handle, extra: extraFor(file.size), onResponse: gathering.take };
    return { gathering, ...(await lane.attempt(job)) };
  };
  let tried = await attempt();
  if (tried.death && tried.death !== 'timed-out' && !tried.isFresh) {
    // The worker may have been worn out by files before this one: a fresh one decides.
    removeFolder(folder);
    tried = await attempt();
  }
  const items = await tried.gathering.finish(tried.death);
  const recognisable = items.reduce((sum, item) => sum + item.recognisable, 0);
  return { items, recognisable, release: () => removeFolder(folder) };
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
  return {
    items: [{ document, extraction: null, bytesPath: null, recognisable: 0 }],
    recognisable: 0,
    release: () => {},
  };
}

async function extractAgain(lane: Lane, document: Document): Promise<Extraction> {
  let extraction: Extraction | null = null;
  let detail = '';
  const { death } = await lane.attempt({
    request: { kind: 'extract', document },
    onResponse: (response) => {
      if (response.kind === 'extraction') extraction = response.extraction;
      if (response.kind === 'failed') detail = response.detail;
    },
  });
  if (!extraction) throw new Error(`Nothing could be extracted from ${document.name}: ${death ?? detail}.`);
  return extraction;
}
