import { ClewError } from '../errors.ts';
import type { CaseView, Lexicons } from '../model/index.ts';
import type { CaseStore } from '../store/index.ts';
import { note } from './output.ts';

/** Options every command understands. */
export interface CommonOptions {
  readonly json?: boolean;
}

/** Opens a case, hands it to `work`, and closes it whatever happens. Heavy modules load here, not at start. */
export async function withCase<T>(
  folder: string,
  mode: { readonly write: boolean; readonly beside?: boolean },
  work: (store: CaseStore) => Promise<T>,
): Promise<T> {
  const { openCase } = await import('../store/index.ts');
  const store = await openCase(folder, mode);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export async function lexicons(): Promise<Lexicons> {
  const { loadLexicons } = await import('../providers/index.ts');
  return loadLexicons();
}

/** The folded case, for commands that only look. */
export async function withView<T>(folder: string, work: (view: CaseView) => T | Promise<T>): Promise<T> {
  return withCase(folder, { write: false }, async (store) => work(await viewOf(folder, store)));
}

async function viewOf(folder: string, store: CaseStore): Promise<CaseView> {
  const { viewCase } = await import('../cases/index.ts');
  return viewCase(folder, store, await lexicons());
}

/** Like `withView`, for what is looked at over and over: as long as nothing changed it is told again as it was told before. */
export async function lookAtView(
  folder: string,
  { name, options }: { readonly name: string; readonly options: CommonOptions },
  work: (view: CaseView) => void | Promise<void>,
): Promise<void> {
  const { chooseLists } = await import('../snapshots/index.ts');
  const { key } = chooseLists(await lexicons());
  await lookAtCase(folder, { name, options, lists: key }, async (store) => work(await viewOf(folder, store)));
}

/** Likewise for what rests on the stored records, and on the lists of that key. */
export async function lookAtCase(
  folder: string,
  { name, options, lists }: { readonly name: string; readonly options: CommonOptions; readonly lists: string },
  work: (store: CaseStore) => void | Promise<void>,
): Promise<void> {
  const { viewKey } = await import('../versions.ts');
  const { tellLook } = await import('./looks.ts');
  const words = await lexicons();
  await withCase(folder, { write: false }, async (store) => {
    const view = viewKey({ journal: await store.journalHead(), lists, asOf: null }, words);
    const rests = [view, words.stages.told, options];
    await tellLook({ folder, name: options.json ? `${name}-json` : name, rests }, async () => work(store));
  });
}

/** Notes in the journal what was published. What is read from a write-protected medium cannot be noted there, and that is said. */
export async function noteInJournal(record: () => Promise<void>): Promise<void> {
  try {
    await record();
  } catch (error) {
    if (!(error instanceof ClewError) || !['output-failed', 'case-locked'].includes(error.code)) throw error;
    note(`Not noted in the journal of the case: ${error.message}`);
  }
}

export function now(): string {
  return new Date().toISOString();
}
