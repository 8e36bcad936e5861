import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { ClewError } from '../errors.ts';

/** Bounds on one download. */
export interface FetchLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

export const FETCH_LIMITS: FetchLimits = { timeoutMs: 120_000, maxBytes: 1_000_000_000 };

/**
 * Fetches a file to `path` and returns its sha256. Throws `ClewError` `download-failed`, naming the address and what was wrong: no
 * connection, time out, another status than 200, a web page instead of data, more than the limit, fewer bytes than announced.
 * Nothing is left at `path` then. Compressed transfers are undone by the runtime, so announced lengths are checked only without.
 */
export async function fetchFile(url: string, path: string, limits: FetchLimits = FETCH_LIMITS): Promise<string> {
  const stop = AbortSignal.timeout(limits.timeoutMs);
  try {
    const response = await fetch(url, { signal: stop, redirect: 'follow', headers: { 'accept-encoding': 'identity' } });
    if (response.status !== 200) throw failed(url, `it answered ${response.status} ${response.statusText}`.trim());
    if (/\btext\/html\b/i.test(response.headers.get('content-type') ?? '')) {
      throw failed(url, 'it answered with a web page, not with a list');
    }
    return await store(response, url, path, limits);
  } catch (cause) {
    rmSync(path, { force: true });
    if (cause instanceof ClewError) throw cause;
    if (stop.aborted) throw failed(url, `it did not finish within ${Math.round(limits.timeoutMs / 1000)} s`, cause);
    throw failed(url, wordCause(cause), cause);
  }
}

const failed = (url: string, why: string, cause?: unknown): ClewError =>
  new ClewError('download-failed', `${url} could not be fetched: ${why}.`, {
    hint: 'The lists you have are as they were. Try again later, or fetch the file yourself and add it: clew lists add <file…>',
    cause,
  });

function wordCause(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause;
  return inner instanceof Error && inner.message !== '' ? inner.message : cause.message;
}

async function store(response: Response, url: string, path: string, { maxBytes }: FetchLimits): Promise<string> {
  const announced = Number(response.headers.get('content-length') ?? Number.NaN);
  if (announced > maxBytes) throw failed(url, `it announces ${announced} bytes; up to ${maxBytes} are taken`);
  const isPlain = (response.headers.get('content-encoding') ?? 'identity') === 'identity';
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      const bytes = chunk as Uint8Array;
      size += bytes.length;
      if (size > maxBytes) throw failed(url, `it sends more than ${maxBytes} bytes`);
      hash.update(bytes);
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    }
    if (isPlain && !Number.isNaN(announced) && size !== announced) {
      throw failed(url, `it broke off after ${size} of ${announced} bytes`);
    }
    if (size === 0) throw failed(url, 'it sent nothing');
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
