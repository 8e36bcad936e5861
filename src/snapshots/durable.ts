import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ClewError } from '../errors.ts';

/** Writes a file whole or not at all: a temporary file beside it, made durable, then renamed over it. Throws `output-failed`. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(temporary, 'w');
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw notWritten(path, cause);
  }
}

export function notWritten(path: string, cause: unknown): ClewError {
  return new ClewError(
    'output-failed',
    `${path} cannot be written: ${cause instanceof Error ? cause.message : cause}.`,
    {
      hint: 'Check that you may write there and that the disk is not full. $CLEW_DATA says where lists are kept.',
      cause,
    },
  );
}

/** Makes a rename in a folder durable, where the system can. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Some systems cannot open a folder; the rename itself stands.
  }
}
