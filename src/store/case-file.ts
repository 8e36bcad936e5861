import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClewError } from '../errors.ts';
import type { CaseHead } from '../model/index.ts';
import { replaceFile } from './durable-files.ts';
import { codeOf, outputError, unreadableError } from './store-errors.ts';

const INTERVAL_MS = 1000;

/** What `case.json` says. Throws `ClewError` `case-damaged` when it is missing or makes no sense. */
export function readCaseFile(folder: string): CaseHead {
  const path = join(folder, 'case.json');
  try {
    const head: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isCaseHead(head)) return head;
  } catch (cause) {
    throw /^(EACCES|EPERM|EIO)$/.test(codeOf(cause)) ? unreadableError(path, cause) : damaged(path, cause);
  }
  throw damaged(path);
}

function damaged(path: string, cause?: unknown): ClewError {
  return new ClewError('case-damaged', `${path} is missing or is not the head of a case.`, {
    hint: 'Restore it from a copy: it is what proves that the end of the journal was not cut off.',
    cause,
  });
}

function isCaseHead(value: unknown): value is CaseHead {
  if (!isObject(value) || !isObject(value.journal)) return false;
  const texts = [value.id, value.name, value.created, value.journal.head];
  const numbers = [value.schemaVersion, value.journal.count];
  return texts.every((text) => typeof text === 'string') && numbers.every((number) => Number.isInteger(number));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export function writeCaseFile(folder: string, head: CaseHead): void {
  const path = join(folder, 'case.json');
  try {
    replaceFile(path, `${JSON.stringify(head, null, 2)}\n`);
  } catch (cause) {
    throw outputError(path, cause);
  }
}

/** Keeps `case.json` close behind the journal without a file replacement per commit. */
export interface CaseFileWriter {
  update(head: CaseHead): void;
  /** Writes what is outstanding; throws `ClewError` `output-failed`. */
  flush(): void;
}

/**
 * Writes at most once a second. A `case.json` that lags is no loss: the journal extends it, and the next writer catches up.
 * For the same reason a failed write does not fail the commit, which is durable already; it is tried again and `flush` reports it.
 */
export function createCaseFileWriter(folder: string): CaseFileWriter {
  let outstanding: CaseHead | null = null;
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (outstanding) writeCaseFile(folder, outstanding);
    outstanding = null;
  };
  const tryFlush = (): void => {
    try {
      flush();
    } catch {
      // Still outstanding.
    }
  };
  return {
    update(head) {
      outstanding = head;
      timer ??= setTimeout(tryFlush, INTERVAL_MS).unref();
    },
    flush,
  };
}
