import type { CaseStore, DocumentCommit } from '../store/index.ts';

interface Waiting {
  readonly commits: readonly DocumentCommit[];
  readonly done: (error?: unknown) => void;
}

/**
 * Group commit: whatever became ready while the last transaction was being made durable goes into the next one.
 * When a group fails, its members are tried one by one, so that one bad file costs nobody else.
 */
export class Committer {
  readonly #store: CaseStore;
  readonly #onDurable: (documents: readonly string[]) => void;
  #waiting: Waiting[] = [];
  #busy = false;

  constructor(store: CaseStore, onDurable: (documents: readonly string[]) => void) {
    this.#store = store;
    this.#onDurable = onDurable;
  }

  /** Resolves when all of `commits`, one root file with what is inside it, are durable. */
  commit(commits: readonly DocumentCommit[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ commits, done: (error) => (error === undefined ? resolve() : reject(error)) });
      if (!this.#busy) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      if (await this.#tryTogether(group)) continue;
      for (const one of group) await this.#tryAlone(one);
    }
    this.#busy = false;
  }

  async #tryTogether(group: readonly Waiting[]): Promise<boolean> {
    try {
      await this.#store.commit(group.flatMap(({ commits }) => commits));
    } catch {
      return false;
    }
    for (const { commits, done } of group) {
      this.#onDurable(commits.map(({ document }) => document.id));
      done();
    }
    return true;
  }

  async #tryAlone({ commits, done }: Waiting): Promise<void> {
    try {
      await this.#store.commit(commits);
      this.#onDurable(commits.map(({ document }) => document.id));
      done();
    } catch (error) {
      done(error);
    }
  }
}
