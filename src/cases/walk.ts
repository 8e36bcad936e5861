import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ClewError } from '../errors.ts';
import type { LeftOut } from '../model/index.ts';

/** A file to add, with the path as a person will see it in the case. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
}

export type Found = { readonly file: FoundFile } | { readonly leftOut: LeftOut };

/** Litter that file managers leave behind; reported as left out. */
const LITTER = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.+)$/i;

/**
 * Yields every file under `paths`, folders depth first in code-unit order of names, so that each run sees the same order.
 * A symbolic link named by the user is followed; one inside a folder is left out and said so, as it may point anywhere.
 * Throws `ClewError` `path-not-found` before yielding anything when a given path does not exist.
 */
export function* walk(paths: readonly string[]): Generator<Found> {
  for (const path of paths) assertExists(path);
  for (const path of paths) yield* walkOne(path);
}

function assertExists(path: string): void {
  try {
    statSync(path);
  } catch (cause) {
    throw new ClewError('path-not-found', `There is no file or folder ${path}.`, {
      hint: 'Check the spelling; paths are relative to the folder you are in.',
      cause,
    });
  }
}

function* walkOne(path: string): Generator<Found> {
  const stats = statSync(path);
  if (stats.isDirectory()) yield* walkFolder(path);
  else if (stats.isFile()) yield { file: { path, name: basename(path) } };
  else yield { leftOut: { path, reason: 'it is no regular file (a device, pipe or socket)' } };
}

function* walkFolder(folder: string): Generator<Found> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    yield {
      leftOut: {
        path: folder,
        reason: `the folder cannot be opened (${error instanceof Error ? error.message : error})`,
      },
    };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (LITTER.test(entry.name)) yield { leftOut: { path, reason: 'it is litter of a file manager' } };
    else if (entry.isDirectory()) yield* walkFolder(path);
    else if (entry.isFile()) yield { file: { path, name: entry.name } };
    else if (entry.isSymbolicLink()) {
      yield { leftOut: { path, reason: 'it is a symbolic link; add what it points to by its own path' } };
    } else yield { leftOut: { path, reason: 'it is no regular file (a device, pipe or socket)' } };
  }
}
