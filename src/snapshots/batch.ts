import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Query, type QueryAnswer, type QueryOptions, screenQuery } from '../screening/index.ts';
import type { BatchRequest, BatchResponse, BatchStart } from './batch-protocol.ts';
import type { LoadedIndex } from './load.ts';

export interface Answered<Q extends Query = Query> extends QueryAnswer {
  readonly query: Q;
}

const NOTHING: QueryAnswer = { hits: [], total: 0 };

export interface BatchOptions extends QueryOptions {
  /** Threads; as many as there are processors unless given. */
  readonly threads?: number;
}

/** Queries in one message to a thread. */
const PIECE = 250;
/** Messages under way for each thread: enough to keep it busy, few enough to keep memory flat. */
const UNDER_WAY = 3;
/** Below this many queries starting threads costs more than it saves. */
const WORTH_THREADS = 1500;

/**
 * Answers any number of queries in their order, on all processors. What waits in memory does not grow with their number.
 * A few queries are answered in this process.
 */
export async function* screenBatch<Q extends Query>(
  queries: AsyncIterable<Q>,
  loaded: LoadedIndex,
  options: BatchOptions,
): AsyncGenerator<Answered<Q>> {
  const pieces = inPieces(queries);
  const first: Q[] = [];
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    first.push(...next.value);
    if (first.length >= WORTH_THREADS) break;
  }
  const threads = options.threads ?? availableParallelism();
  const worker = workerPath();
  if (first.length < WORTH_THREADS || threads < 2 || worker === null) {
    for (const query of first) yield { query, ...screenQuery(query, loaded, options) };
    for await (const piece of pieces)
      for (const query of piece) yield { query, ...screenQuery(query, loaded, options) };
    return;
  }
  const { threshold, limit, asOf } = options;
  const plain = { asOf, ...(threshold === undefined ? {} : { threshold }), ...(limit === undefined ? {} : { limit }) };
  const crew = startCrew({ threads, worker, loaded, options: plain });
  try {
    yield* inOrder(joined(first, pieces), crew, threads * UNDER_WAY);
  } finally {
    await crew.close();
  }
}

/** The built worker: beside this file when that is built too, else in the checkout's `dist/`; `null` when nothing is built. */
function workerPath(): string | null {
  const paths = ['./batch-worker.js', '../../dist/snapshots/batch-worker.js'];
  return paths.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path)) ?? null;
}

async function* inPieces<Q>(queries: AsyncIterable<Q>): AsyncGenerator<Q[]> {
  let piece: Q[] = [];
  for await (const query of queries) {
    piece.push(query);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

async function* joined<Q>(first: readonly Q[], rest: AsyncIterable<Q[]>): AsyncGenerator<readonly Q[]> {
  for (let at = 0; at < first.length; at += PIECE) yield first.slice(at, at + PIECE);
  yield* rest;
}

interface Crew {
  readonly answer: (queries: readonly Query[]) => Promise<BatchResponse['answers']>;
  readonly close: () => Promise<unknown>;
}

function startCrew(start: {
  readonly threads: number;
  readonly worker: string;
  readonly loaded: LoadedIndex;
  readonly options: QueryOptions;
}): Crew {
  const index = new SharedArrayBuffer(start.loaded.index.byteLength);
  new Uint8Array(index).set(start.loaded.index);
  const workerData: BatchStart = {
    index,
    about: { histories: start.loaded.histories, snapshots: start.loaded.snapshots },
    options: start.options,
  };
  const waiting = new Map<
    number,
    { resolve: (answers: BatchResponse['answers']) => void; reject: (error: unknown) => void }
  >();
  let n = 0;
  const fail = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const workers = Array.from({ length: start.threads }, () => {
    const worker = new Worker(start.worker, { workerData });
    worker.on('message', ({ n, answers }: BatchResponse) => {
      waiting.get(n)?.resolve(answers);
      waiting.delete(n);
    });
    worker.on('error', fail);
    return worker;
  });
  return {
    answer: (queries) =>
      new Promise((resolve, reject) => {
        const request: BatchRequest = { n: n++, queries };
        waiting.set(request.n, { resolve, reject });
        workers[request.n % workers.length]?.postMessage(request);
      }),
    close: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

/** Keeps `most` pieces under way and gives their answers in the order of the questions. */
async function* inOrder<Q extends Query>(
  pieces: AsyncIterable<readonly Q[]>,
  { answer }: Crew,
  most: number,
): AsyncGenerator<Answered<Q>> {
  const underWay: { queries: readonly Q[]; answers: Promise<BatchResponse['answers']> }[] = [];
  for await (const queries of pieces) {
    const answers = answer(queries);
    // Its rejection is met when its turn comes.
    answers.catch(() => undefined);
    underWay.push({ queries, answers });
    if (underWay.length >= most) yield* settled(underWay.shift());
  }
  while (underWay.length > 0) yield* settled(underWay.shift());
}

async function* settled<Q extends Query>(
  piece: { readonly queries: readonly Q[]; readonly answers: Promise<BatchResponse['answers']> } | undefined,
): AsyncGenerator<Answered<Q>> {
  if (!piece) return;
  const answers = await piece.answers;
  for (const [at, query] of piece.queries.entries()) yield { query, ...(answers[at] ?? NOTHING) };
}
