import { parentPort, workerData } from 'node:worker_threads';
import { loadLexicons } from '../providers/index.ts';
import { screenQuery } from '../screening/index.ts';
import type { BatchRequest, BatchResponse, BatchStart } from './batch-protocol.ts';
import { readMatcher } from './load.ts';

/** A thread that answers pieces of a batch over the index it shares with the others. */
const { index, about, options } = workerData as BatchStart;
const lists = { matcher: readMatcher(new Uint8Array(index), loadLexicons()), ...about };

parentPort?.on('message', ({ n, queries }: BatchRequest) => {
  const response: BatchResponse = { n, answers: queries.map((query) => screenQuery(query, lists, options)) };
  parentPort?.postMessage(response);
});
