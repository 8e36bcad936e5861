import type { Pool, ReadJob, ReadOutcome } from '../pool/index.ts';
import type { FoundFile } from './walk.ts';

/** A file that was read but for its pictures. */
export interface Scan {
  readonly file: FoundFile;
  readonly job: ReadJob;
  readonly outcome: ReadOutcome;
}

/** What waiting files may take of memory; beyond it a file is let go and read again when its turn comes. */
const HELD = { files: 100, characters: 20_000_000 };

export interface Scans {
  /** Takes the file over; it is read and handed on when its turn comes. Never waits. */
  readonly put: (scan: Scan) => void;
  /** Resolves when every file is handed on. Rejects with what `handOn` threw; files after that are let go. */
  readonly finish: () => Promise<void>;
}

/** Files with pictures wait here, one being read at a time, so that they never hold up files of text. */
export function createScans(pool: Pool, handOn: (file: FoundFile, outcome: ReadOutcome) => Promise<void>): Scans {
  const queue: { readonly file: FoundFile; readonly job: ReadJob; readonly outcome: ReadOutcome | null }[] = [];
  const held = { files: 0, characters: 0 };
  let running: Promise<void> | null = null;

  const drain = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { file, job } = next;
      if (next.outcome) {
        held.files -= 1;
        held.characters -= charactersOf(next.outcome);
      }
      const outcome = next.outcome ?? (await pool.read(job));
      await handOn(file, await pool.recognise(job, outcome));
    }
    running = null;
  };
  return {
    put: ({ file, job, outcome }) => {
      const characters = charactersOf(outcome);
      const isKept = held.files < HELD.files && held.characters + characters <= HELD.characters;
      if (isKept) {
        held.files += 1;
        held.characters += characters;
      } else outcome.release();
      queue.push({ file, job, outcome: isKept ? outcome : null });
      running ??= drain();
      // A failure is reported by `finish`.
      running.catch(() => {});
    },
    finish: async () => {
      while (running) await running;
    },
  };
}

/** The length of the texts stands for all that a file's records take. */
const charactersOf = ({ items }: ReadOutcome): number =>
  items.reduce((sum, { document }) => sum + document.text.length, 0);
