import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseView, Lexicons } from '../model/index.ts';
import { type Folded, fold, foldVersion } from '../pipeline.ts';
import { type CaseStore, loadRecords } from '../store/index.ts';
import { hashOf } from '../text/index.ts';

/**
 * The case after the folds. They run when something asks, and their result is kept in `<case>/cache/` under a hash of
 * their inputs (the journal head and the folds' version): a case that did not change is not weighed twice.
 * The cache may be deleted at any time; a folder that cannot be written just means no cache.
 */
export async function viewCase(folder: string, store: CaseStore, lexicons: Lexicons): Promise<CaseView> {
  const records = await loadRecords(store);
  const key = hashOf({ journal: records.head.journal, version: foldVersion(lexicons) }).slice(0, 32);
  const cached = readCache(folder, key);
  if (cached) return fold(records, lexicons, cached);
  const view = fold(records, lexicons);
  const { resolution, weighing, hits } = view;
  writeCache(folder, key, { resolution, weighing, hits });
  return view;
}

/** The case folded anew from its stored records, for what will be published: nothing is taken from the cache. */
export async function foldFresh(store: CaseStore, lexicons: Lexicons): Promise<CaseView> {
  return fold(await loadRecords(store), lexicons);
}

function readCache(folder: string, key: string): Folded | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'cache', `${key}.json`), 'utf8')) as Folded;
  } catch {
    return undefined;
  }
}

function writeCache(folder: string, key: string, folded: Folded): void {
  const cache = join(folder, 'cache');
  try {
    mkdirSync(cache, { recursive: true });
    const temporary = join(cache, `.${key}.${process.pid}`);
    writeFileSync(temporary, JSON.stringify(folded));
    renameSync(temporary, join(cache, `${key}.json`));
    for (const name of readdirSync(cache)) if (name !== `${key}.json`) rmSync(join(cache, name), { force: true });
  } catch {
    // A case on a read-only medium is still a case; the folds simply run again next time.
  }
}
