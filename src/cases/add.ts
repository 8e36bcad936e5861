import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readerIdOf } from '../documents/index.ts';
import { ClewError } from '../errors.ts';
import type { Document, DocumentStatus, LeftOut, Lexicons, Occurrence, Problem } from '../model/index.ts';
import { engineVersion } from '../pipeline.ts';
import { createPool, type Pool, type ReadJob, type ReadOutcome } from '../pool/index.ts';
import type { CaseStore, DocumentCommit } from '../store/index.ts';
import { contentId } from '../text/index.ts';
import { Committer } from './committer.ts';
import { createScans, type Scans } from './scans.ts';
import { type FoundFile, walk } from './walk.ts';

/** How one document ended, a file of its own or one inside a container (`place`, else `''`). */
export interface Ended {
  readonly path: string;
  readonly place: string;
  readonly document: string;
  readonly status: DocumentStatus;
  readonly problems: readonly Problem[];
}

/** What happened to one root file. */
export interface Added {
  readonly path: string;
  /** `new`, already `known`, `again` at another path (only an occurrence was added), or `reread` in another encoding. */
  readonly outcome: 'new' | 'known' | 'again' | 'reread';
  /** The file itself, then the documents found inside it. */
  readonly documents: readonly Ended[];
}

export interface AddReport {
  readonly files: number;
  readonly new: number;
  readonly known: number;
  /** Known files whose text is another now, because they were read again with `encoding`. */
  readonly reread: number;
  readonly documents: Readonly<Record<DocumentStatus, number>>;
  readonly reextracted: number;
  /** Documents whose language stages failed, and why; their text is in the case. */
  readonly notExtracted: readonly LeftOut[];
  readonly refused: readonly Ended[];
  readonly partial: readonly Ended[];
  readonly leftOut: readonly LeftOut[];
}

type Reextraction = Pick<AddReport, 'reextracted' | 'notExtracted'>;

export interface AddOptions {
  readonly paths: readonly string[];
  readonly encoding?: string;
  /** Read the text of pictures and scanned pages too; `true` unless said. */
  readonly recognise?: boolean;
  readonly now: () => string;
  /** Called after the commit that made the documents durable. */
  readonly onDurable?: (documents: readonly string[]) => void;
  readonly onProgress?: (added: Added) => void;
}

/** Documents read but not yet committed: enough to keep every core busy, few enough to keep memory flat. */
const IN_FLIGHT = 8;

/**
 * Adds files to a case. Resumable and idempotent: what is durable is skipped by its hash, a root file and all that is
 * inside it are committed together, and several files that are ready at once share one commit.
 * Documents whose extraction is of another engine version are extracted again afterwards.
 */
export async function addFiles(store: CaseStore, lexicons: Lexicons, options: AddOptions): Promise<AddReport> {
  const pool = createPool({});
  const tally = createTally();
  const committer = new Committer(store, (documents) => options.onDurable?.(documents));
  const running = new Set<Promise<void>>();
  let failed: unknown;
  const note = (added: Added | LeftOut): void => {
    if ('reason' in added) tally.leftOut.push(added);
    else {
      tally.count(added);
      options.onProgress?.(added);
    }
  };
  const scans = createScans(pool, async (file, outcome) =>
    note(await leaveOutChanged(file, () => keep(workshop, file, outcome))),
  );
  const workshop: Workshop = { store, pool, readStage: lexicons.stages.read, committer, scans, options };
  try {
    for (const found of walk(options.paths)) {
      if (failed !== undefined) break;
      if ('leftOut' in found) {
        tally.leftOut.push(found.leftOut);
        continue;
      }
      const task: Promise<void> = addOrLeaveOut(workshop, found.file)
        .then((added) => {
          if (added) note(added);
        })
        .catch((error: unknown) => {
          failed ??= error;
        })
        .finally(() => running.delete(task));
      running.add(task);
      if (running.size >= IN_FLIGHT) await Promise.race(running);
    }
    await Promise.all(running);
    if (failed !== undefined) throw failed;
    await scans.finish();
    await noteLeftOut(store, tally.leftOut);
    return tally.report(await extractAgain(store, pool, engineVersion(lexicons)));
  } finally {
    await pool.close();
  }
}

/** What is left out again for the same reason is not noted again, so that a second run changes nothing. */
async function noteLeftOut(store: CaseStore, leftOut: readonly LeftOut[]): Promise<void> {
  if (leftOut.length === 0) return;
  const noted = new Set((await store.leftOut()).map(({ path, reason }) => `${path}\0${reason}`));
  const fresh = leftOut.filter(({ path, reason }) => !noted.has(`${path}\0${reason}`));
  if (fresh.length > 0) await store.recordLeftOut(fresh);
}

interface Workshop {
  readonly store: CaseStore;
  readonly pool: Pool;
  /** Content hash of the reading stage. */
  readonly readStage: string;
  readonly committer: Committer;
  readonly scans: Scans;
  readonly options: AddOptions;
}

/** A file that cannot be opened, or that changes while it is read, costs itself only. `null`: it waits for its pictures to be read. */
async function addOrLeaveOut(workshop: Workshop, file: FoundFile): Promise<Added | LeftOut | null> {
  let hash: string;
  try {
    hash = await hashFile(file.path);
  } catch (error) {
    return { path: file.path, reason: `it cannot be opened (${error instanceof Error ? error.message : error})` };
  }
  return leaveOutChanged(file, async () => {
    if (!(await workshop.store.hasDocument(hash))) return addNew(workshop, file);
    const isReadAgain = await deservesAnotherRead(workshop, hash);
    return isReadAgain ? readAgain(workshop, file, hash) : addKnown(workshop, file, hash);
  });
}

async function leaveOutChanged<T>(file: FoundFile, add: () => Promise<T>): Promise<T | LeftOut> {
  try {
    return await add();
  } catch (error) {
    if (!(error instanceof ClewError) || error.code !== 'original-changed') throw error;
    return { path: file.path, reason: 'it was changed while it was being read; add it again' };
  }
}

const jobOf = ({ options }: Workshop, { path, name }: FoundFile): ReadJob => ({
  path,
  name,
  extract: true,
  ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
});

async function addNew(workshop: Workshop, file: FoundFile): Promise<Added | LeftOut | null> {
  const { pool, scans, options } = workshop;
  const job = jobOf(workshop, file);
  const outcome = await pool.read(job);
  if (outcome.recognisable === 0 || options.recognise === false) return keep(workshop, file, outcome);
  scans.put({ file, job, outcome });
  return null;
}

async function keep({ committer, options }: Workshop, file: FoundFile, outcome: ReadOutcome): Promise<Added | LeftOut> {
  try {
    const [root] = outcome.items;
    // A document without a hash has no bytes to keep: the file went away, or cannot be read.
    if (root === undefined || root.document.id === '') {
      return { path: file.path, reason: root?.document.problems[0]?.detail ?? 'nothing could be read' };
    }
    await committer.commit(toCommits(outcome, file, options.now()));
  } finally {
    outcome.release();
  }
  const documents = outcome.items.map(({ document }) => endOf(document, file.path));
  return { path: file.path, outcome: 'new', documents };
}

/** The bytes are in the case already: at most a new occurrence is noted. */
async function addKnown({ store, committer, options }: Workshop, file: FoundFile, id: string): Promise<Added> {
  const document = await store.document(id);
  const before = await store.occurrencesOf(id);
  const known = before.some((occurrence) => occurrence.path === file.path && occurrence.container === null);
  if (!known) {
    const occurrences = [occurrenceOf(id, file.path, null, '', options.now())];
    await committer.commit([{ document, occurrences, extraction: null, bytes: { path: file.path } }]);
  } else options.onDurable?.([id]);
  return { path: file.path, outcome: known ? 'known' : 'again', documents: [endOf(document, file.path)] };
}

/** Somebody names its encoding, an older version of its reader could not read it whole, or its pictures wait for text recognition. */
async function deservesAnotherRead({ store, readStage, options }: Workshop, id: string): Promise<boolean> {
  if (options.encoding !== undefined) return true;
  const { status, reader, mediaType, problems } = await store.document(id);
  if (status === 'parsed') return false;
  if (reader !== readerIdOf(mediaType, readStage)) return true;
  return options.recognise !== false && problems.some(({ code }) => code === 'text-layer-missing');
}

/**
 * A known file is read again. Where that gives another text, the record takes the place of
 * the one before; decisions attach again where the text they rest on is still there, and are listed as orphaned where not.
 */
async function readAgain(workshop: Workshop, file: FoundFile, id: string): Promise<Added | LeftOut> {
  const { store, pool, committer, options } = workshop;
  const job = jobOf(workshop, file);
  const read = await pool.read(job);
  const outcome = options.recognise === false ? read : await pool.recognise(job, read);
  try {
    const [root] = outcome.items;
    if (root?.document.id !== id) return await addKnown(workshop, file, id);
    const commits: DocumentCommit[] = [];
    let isAnother = false;
    for (const commit of toCommits(outcome, file, options.now())) {
      const known = (await store.hasDocument(commit.document.id)) ? await store.document(commit.document.id) : null;
      // Where it was found first stays as it was; only what was read may be another.
      const document = known ? { ...commit.document, name: known.name, parent: known.parent } : commit.document;
      // What cannot be read this way keeps the text that it has.
      const differs = known !== null && commit.extraction !== null && isAnotherReading(known, document);
      isAnother ||= differs || known === null;
      commits.push({ ...commit, document, replaces: differs });
    }
    await committer.commit(commits);
    const documents = commits.map(({ document }) => endOf(document, file.path));
    return { path: file.path, outcome: isAnother ? 'reread' : 'known', documents };
  } finally {
    outcome.release();
  }
}

/** What a reader made of the same bytes differs, in the text or in how it fared. */
const isAnotherReading = (before: Document, after: Document): boolean =>
  (['textHash', 'encoding', 'status', 'reader'] as const).some((field) => before[field] !== after[field]);

function endOf({ id, status, problems, parent }: Document, path: string): Ended {
  return { path, place: parent?.place ?? '', document: id, status, problems };
}

function toCommits(outcome: ReadOutcome, file: FoundFile, at: string): DocumentCommit[] {
  return outcome.items.map(({ document, extraction, bytesPath }) => ({
    document,
    extraction,
    occurrences: [
      occurrenceOf(document.id, file.path, document.parent?.document ?? null, document.parent?.place ?? '', at),
    ],
    bytes: { path: bytesPath ?? file.path },
  }));
}

function occurrenceOf(
  document: string,
  path: string,
  container: string | null,
  place: string,
  addedAt: string,
): Occurrence {
  return { id: contentId('o', document, path, container, place), document, path, container, place, addedAt };
}

/**
 * Extracts documents of another engine version again. One that the present version cannot manage keeps its older
 * extraction, or gets an empty one, and is named; it costs nobody else.
 */
async function extractAgain(store: CaseStore, pool: Pool, engine: string): Promise<Reextraction> {
  const failed: LeftOut[] = [];
  let count = 0;
  for (const id of await store.staleDocuments(engine)) {
    const document = await store.document(id);
    // A file that no reader could deal with has none yet: its first one is not "again".
    const isFirst = (await store.extractionEngine(id)) === null;
    try {
      await store.saveExtractions([await pool.extract(document)]);
      if (!isFirst) count += 1;
    } catch (error) {
      if (error instanceof ClewError) throw error;
      failed.push({ path: document.name, reason: error instanceof Error ? error.message : String(error) });
      if (!isFirst) continue;
      const nothing = { passages: [], mentions: [], literals: [], claims: [], cues: [], leads: [] };
      await store.saveExtractions([{ document: id, engine, ...nothing }]);
    }
  }
  return { reextracted: count, notExtracted: failed };
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

function createTally() {
  const documents = { parsed: 0, partial: 0, refused: 0 };
  const refused: Ended[] = [];
  const partial: Ended[] = [];
  const leftOut: LeftOut[] = [];
  let files = 0;
  let fresh = 0;
  let reread = 0;
  return {
    leftOut,
    count(added: Added): void {
      files += 1;
      if (added.outcome === 'new') fresh += 1;
      if (added.outcome === 'reread') reread += 1;
      for (const ended of added.documents) {
        documents[ended.status] += 1;
        if (ended.status === 'refused') refused.push(ended);
        if (ended.status === 'partial') partial.push(ended);
      }
    },
    report(again: Reextraction): AddReport {
      const where = ({ path, place }: Ended) => `${path}\0${place}`;
      const byPath = (a: Ended, b: Ended) => (where(a) < where(b) ? -1 : where(a) > where(b) ? 1 : 0);
      refused.sort(byPath);
      partial.sort(byPath);
      return { files, new: fresh, known: files - fresh, reread, documents, ...again, refused, partial, leftOut };
    },
  };
}
