import { join } from 'node:path';
import type { Document, Extraction } from '../model/index.ts';
import { createLane, type Lane } from './lane.ts';
import { createGathering, type OutcomeItem } from './outcome.ts';
import type { Request } from './protocol.ts';
import { recogniseItems } from './recognise.ts';
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
/** Pictures are many times their file; the engine keeps what it once took. */
const RECOGNITION_MEMORY_MB = 1_000;

/** A pool of worker processes in which untrusted bytes are parsed. Workers start when there is work for them. */
export function createPool(options: PoolOptions = {}): Pool {
  const limits = { ...DEFAULTS, ...options };
  const fast = createLane(limits, options.worker);
  const slow = createLane(
    { ...limits, size: 1, memoryMb: options.recognitionMemoryMb ?? RECOGNITION_MEMORY_MB, isPatient: true },
    options.worker,
  );
  let jobs = 0;
  let scratch: string | null = null;
  const nextFolder = (): string => {
    scratch ??= createScratch();
    return join(scratch, String(++jobs));
  };
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

async function readFile(lane: Lane, folder: string, { path, name, encoding, extract }: ReadJob): Promise<ReadOutcome> {
  const request: Request = { kind: 'read', path, name, extract, scratch: folder, ...(encoding ? { encoding } : {}) };
  let gathering = createGathering(path, name);
  let { death, isFresh } = await lane.attempt(request, (response) => gathering.take(response));
  if (death && death !== 'timed-out' && !isFresh) {
    // The worker may have been worn out by files before this one: a fresh one decides.
    removeFolder(folder);
    gathering = createGathering(path, name);
    ({ death, isFresh } = await lane.attempt(request, (response) => gathering.take(response)));
  }
  const items = await gathering.finish(death);
  const recognisable = items.reduce((sum, item) => sum + item.recognisable, 0);
  return { items, recognisable, release: () => removeFolder(folder) };
}

async function extractAgain(lane: Lane, document: Document): Promise<Extraction> {
  let extraction: Extraction | null = null;
  let detail = '';
  const { death } = await lane.attempt({ kind: 'extract', document }, (response) => {
    if (response.kind === 'extraction') extraction = response.extraction;
    if (response.kind === 'failed') detail = response.detail;
  });
  if (!extraction) throw new Error(`Nothing could be extracted from ${document.name}: ${death ?? detail}.`);
  return extraction;
}
