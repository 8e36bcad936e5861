import { createHash } from 'node:crypto';
import { constants, createReadStream, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';

/** The largest single file that is read into memory. */
export const MAX_FILE_BYTES = 400_000_000;

export type FileTrouble = { readonly code: 'unreadable-file' | 'not-a-file' | 'too-large'; readonly detail: string };

export type OpenedFile =
  | { readonly kind: 'file'; readonly handle: FileHandle; readonly size: number }
  | ({ readonly kind: 'trouble' } & FileTrouble);

const trouble = (code: FileTrouble['code'], detail: string): OpenedFile => ({ kind: 'trouble', code, detail });

/**
 * A regular file opened for reading, to be closed by the caller, or why there is none. Never blocks: a pipe, socket or
 * device is not opened, and should one take the file's place after the look at it, opening does not wait for a writer.
 */
export async function openRegularFile(path: string): Promise<OpenedFile> {
  try {
    const before = await stat(path);
    if (!before.isFile())
      return trouble('not-a-file', `${describe(before)} is not read; add the files that hold documents.`);
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const now = await handle.stat();
    const refusal = refuse(now);
    if (!refusal) return { kind: 'file', handle, size: now.size };
    await handle.close();
    return refusal;
  } catch (error) {
    return trouble(
      'unreadable-file',
      `The file cannot be opened (${codeOf(error)}); check that it is there and that you may read it.`,
    );
  }
}

function refuse(stats: Stats): OpenedFile | null {
  if (!stats.isFile())
    return trouble('not-a-file', `${describe(stats)} is not read; add the files that hold documents.`);
  if (stats.size <= MAX_FILE_BYTES) return null;
  return trouble(
    'too-large',
    `The file has ${stats.size} bytes; up to ${MAX_FILE_BYTES} are read. Split it and add the parts.`,
  );
}

function describe(stats: { isDirectory: () => boolean; isFIFO: () => boolean; isSocket: () => boolean }): string {
  if (stats.isDirectory()) return 'A folder';
  if (stats.isFIFO()) return 'A named pipe';
  return stats.isSocket() ? 'A socket' : 'A device';
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** sha256 and size of a regular file, however large, or `null` when it cannot be read. */
export async function hashFile(path: string): Promise<{ readonly id: string; readonly size: number } | null> {
  try {
    if (!(await stat(path)).isFile()) return null;
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of createReadStream(path, { flags: 'r' }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
    }
    return { id: hash.digest('hex'), size };
  } catch {
    return null;
  }
}
