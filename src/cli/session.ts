import type { CaseView, Lexicons } from '../model/index.ts';
import type { CaseStore } from '../store/index.ts';

/** Options every command understands. */
export interface CommonOptions {
  readonly json?: boolean;
}

/** Opens a case, hands it to `work`, and closes it whatever happens. Heavy modules load here, not at start. */
export async function withCase<T>(
  folder: string,
  mode: { readonly write: boolean },
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
  return withCase(folder, { write: false }, async (store) => {
    const { viewCase } = await import('../cases/index.ts');
    return work(await viewCase(folder, store, await lexicons()));
  });
}

export function now(): string {
  return new Date().toISOString();
}
