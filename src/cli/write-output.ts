import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ClewError } from '../errors.ts';

/** Writes a file whole or not at all: a temporary file beside it, made durable, then renamed over it. */
export function writeOutput(path: string, content: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    const file = openSync(temporary, 'w');
    try {
      const bytes = Buffer.from(content, 'utf8');
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new ClewError(
      'output-failed',
      `${path} cannot be written: ${cause instanceof Error ? cause.message : cause}.`,
      {
        hint: 'Check that the folder exists, that you may write there and that the disk is not full.',
        cause,
      },
    );
  }
}
