import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseView, Lexicons } from '../model/index.ts';
import { type Folded, type FoldOptions, fold } from '../pipeline.ts';
import { type Chosen, chooseLists, loadLists } from '../snapshots/index.ts';
import { type CaseStore, loadRecords } from '../store/index.ts';
import { sha256 } from '../text/index.ts';
import { viewKey } from '../versions.ts';

export interface ViewOptions {
  /** Lists to screen against; all that are installed unless given. */
  readonly lists?: Chosen;
  /** ISO day for which the lists are asked; each list's last snapshot unless given. */
  readonly asOf?: string | null;
}

/**
 * The case after the folds: the one answer that every command gives. They run when something asks, and their result is kept in
 * `<case>/cache/` under a hash of their inputs (the journal head, code and word lists of the folds, and the installed lists):
 * a case that did not change is not weighed twice.
 * The cache may be deleted at any time, and one that was altered is not used; a folder that cannot be written just means no cache.
 */
export async function viewCase(
  folder: string,
  store: CaseStore,
  lexicons: Lexicons,
  options: ViewOptions = {},
): Promise<CaseView> {
  const records = await loadRecords(store);
  const lists = options.lists ?? chooseLists(lexicons);
  const asOf = options.asOf ?? null;
  const key = viewKey({ journal: records.head.journal, lists: lists.key, asOf }, lexicons);
  const known = readCache(folder, key);
  if (known) return fold(records, lexicons, { known });
  return fold(records, lexicons, {
    ...(await foldOptions(lexicons, { lists, asOf })),
    onFolded: (folded) => writeCache(folder, key, folded),
  });
}

async function foldOptions(lexicons: Lexicons, options: ViewOptions): Promise<FoldOptions> {
  const lists = await loadLists(options.lists ?? chooseLists(lexicons), lexicons);
  return { lists, asOf: options.asOf ?? null };
}

function readCache(folder: string, key: string): Folded | undefined {
  try {
    const [hash, json = ''] = readFileSync(join(folder, 'cache', `${key}.json`), 'utf8').split('\n');
    return hash === sha256(json) ? (JSON.parse(json) as Folded) : undefined;
  } catch {
    return undefined;
  }
}

function writeCache(folder: string, key: string, folded: Folded): void {
  const cache = join(folder, 'cache');
  try {
    mkdirSync(cache, { recursive: true });
    const temporary = join(cache, `.${key}.${process.pid}`);
    const json = JSON.stringify(folded);
    writeFileSync(temporary, `${sha256(json)}\n${json}`);
    renameSync(temporary, join(cache, `${key}.json`));
    for (const name of readdirSync(cache))
      if (name.endsWith('.json') && name !== `${key}.json`) rmSync(join(cache, name), { force: true });
  } catch {
    // A case on a read-only medium is still a case; the folds simply run again next time.
  }
}
