import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ClewError } from '../errors.ts';
import type { OriginalBytes } from './case-store.ts';
import { syncFolder } from './durable-files.ts';
import { outputError } from './store-errors.ts';

const TEMPORARY = '.tmp-';
/** Files written at once: their fsyncs share the disk's own commits. */
const LANES = 4;

export interface OriginalToKeep {
  readonly id: string;
  readonly bytes: OriginalBytes;
}

/** The files of a case as received, read-only, each under its sha256: `originals/ab/cdef…`. */
export interface Originals {
  path(id: string): string;
  /** Those of `ids` that have no file. */
  missing(ids: readonly string[]): Promise<readonly string[]>;
  /** Makes all of them durable. Throws `ClewError` `output-failed` when a file cannot be kept or its bytes have another hash. */
  keep(items: readonly OriginalToKeep[]): Promise<void>;
  /** Removes what a killed writer left half written. Only the writer may call it. */
  sweep(): Promise<void>;
}

/** `folder` is `originals/` itself; folders below it are made when needed. */
export function createOriginals(folder: string): Originals {
  const path = (id: string): string => join(folder, id.slice(0, 2), id.slice(2));
  return {
    path,
    async missing(ids) {
      const found = await Promise.all(
        ids.map((id) =>
          access(path(id)).then(
            () => true,
            () => false,
          ),
        ),
      );
      return ids.filter((_, index) => !found[index]);
    },
    async keep(items) {
      const changed = new Set<string>();
      const waiting = [...items];
      const stop = (error: unknown): never => {
        waiting.length = 0;
        throw error;
      };
      const lane = async (): Promise<void> => {
        for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
          for (const touched of await keepOne(item, folder, path(item.id)).catch(stop)) changed.add(touched);
        }
      };
      const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
      for (const result of lanes) if (result.status === 'rejected') throw result.reason;
      await Promise.all([...changed].map(syncFolder));
    },
    async sweep() {
      const left = (await readdir(folder)).filter((name) => name.startsWith(TEMPORARY));
      await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
    },
  };
}

/** Returns the folders that must be synced for the file to be durable. */
async function keepOne({ id, bytes }: OriginalToKeep, folder: string, path: string): Promise<string[]> {
  const temporary = join(folder, `${TEMPORARY}${randomUUID()}`);
  try {
    const hash = await writeNew(temporary, bytes);
    if (hash !== id) throw changedError(id, hash);
    const made = await mkdir(dirname(path), { recursive: true });
    await rename(temporary, path);
    return made === undefined ? [dirname(path)] : [dirname(path), folder];
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw cause instanceof ClewError ? cause : outputError(`the original ${id}`, cause);
  }
}

/** Writes a new read-only file through to the disk; returns the sha256 of what was written. */
async function writeNew(path: string, bytes: OriginalBytes): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o400);
  try {
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : createReadStream(bytes.path)) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

function changedError(id: string, hash: string): ClewError {
  return new ClewError('original-changed', `The bytes of document ${id} have the hash ${hash} by now.`, {
    hint: 'The file was changed while it was read; add it again. Nothing of this step was recorded.',
  });
}
