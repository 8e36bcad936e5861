import type { Death } from './child.ts';
import { openRegularFile } from './file.ts';
import type { Lane } from './lane.ts';
import { createGathering, type OutcomeItem, withProblem } from './outcome.ts';
import type { Request } from './protocol.ts';
import { problemOf } from './refusal.ts';

/** Pictures that are read for one root file, over everything in it. */
const MAX_PAGES = 500;
/** Time for a document beyond what any file gets: to start, for each picture, and at most. */
const TIME = { base: 60_000, page: 30_000, most: 7_200_000 };
/** A picture that was begun within a reader's patience may take so much longer; one that cannot be read in that is given up. */
const GRACE_MS = 3_000;

export interface RecogniseJob {
  readonly path: string;
  readonly encoding?: string;
  readonly extract: boolean;
  readonly items: readonly OutcomeItem[];
  /** Milliseconds that recognition may begin further pictures in; no limit unless said. */
  readonly patienceMs?: number;
}

/**
 * The items with those replaced whose pictures wait to be read. What dies or takes too long leaves the item as it was,
 * with a warning that says so. The same bytes are read once.
 */
export async function recogniseItems(lane: Lane, scratch: string, job: RecogniseJob): Promise<OutcomeItem[]> {
  const until = job.patienceMs === undefined ? null : Date.now() + job.patienceMs;
  const known = new Map<string, OutcomeItem>();
  const items: OutcomeItem[] = [];
  let pages = MAX_PAGES;
  for (const item of job.items) {
    const twin = known.get(item.document.id);
    if (item.recognisable === 0 || twin) {
      items.push(twin ? asPlaced(twin, item) : item);
      continue;
    }
    const isLate = until !== null && known.size > 0 && Date.now() > until;
    const read = isLate
      ? outOfTime(item)
      : pages > 0
        ? await recogniseItem(lane, scratch, { job, item, pages, until })
        : overLimit(item, item.recognisable);
    pages -= item.recognisable;
    known.set(item.document.id, read);
    items.push(read);
  }
  return items;
}

interface One {
  readonly job: RecogniseJob;
  readonly item: OutcomeItem;
  readonly pages: number;
  readonly until: number | null;
}

async function recogniseItem(lane: Lane, scratch: string, { job, item, pages, until }: One): Promise<OutcomeItem> {
  const path = item.bytesPath ?? job.path;
  const file = await openRegularFile(path);
  if (file.kind === 'trouble') return failed(item, 'crashed');
  const { name } = item.document;
  const request: Request = {
    kind: 'read',
    name,
    bodyBytes: file.size,
    extract: job.extract,
    scratch,
    recognise: { maxPages: pages, until, dataFolder: process.env.TESSDATA_PREFIX ?? null },
    ...(job.encoding ? { encoding: job.encoding } : {}),
  };
  const timeMs = Math.min(TIME.most, TIME.base + TIME.page * Math.min(pages, item.recognisable));
  // Counted once the worker is there: starting it is no fault of the file.
  const limit =
    until === null
      ? { extra: { timeMs, memoryMb: 0 } }
      : { timeoutMs: Math.max(GRACE_MS, until + GRACE_MS - Date.now()) };
  const attempt = async () => {
    const gathering = createGathering(path, name);
    const tried = await lane.attempt({ request, body: file.handle, ...limit, onResponse: gathering.take });
    return { ...tried, gathering };
  };
  let tried = await attempt();
  if (tried.death && tried.death !== 'timed-out' && !tried.isFresh) tried = await attempt();
  await file.handle.close();
  if (tried.death) return failed(item, tried.death);
  const [read] = await tried.gathering.finish(null);
  // Without a reader's name it is the pool's record of a file that could not be read, as when it changed meanwhile.
  const isRead = read?.document.id === item.document.id && read.document.reader !== 'none/0';
  return read && isRead ? asPlaced(read, item) : failed(item, 'crashed');
}

/** What was read, in the place of what it is read anew from. */
const asPlaced = (read: OutcomeItem, { document, bytesPath }: OutcomeItem): OutcomeItem => ({
  ...read,
  document: { ...read.document, name: document.name, parent: document.parent },
  bytesPath,
  recognisable: 0,
});

function failed(item: OutcomeItem, death: Death): OutcomeItem {
  const lost = 'text recognition of its pictures was given up, what has a text layer was read.';
  return warned(item, problemOf(death, 'warning', lost));
}

function overLimit(item: OutcomeItem, count: number): OutcomeItem {
  return warned(item, {
    code: 'cut-by-limit',
    severity: 'warning',
    detail: `Text recognition reads ${MAX_PAGES} pictures of one file; the ${count} in this document come after that. Unpack the file and add the parts.`,
    by: 'pool',
  });
}

function outOfTime(item: OutcomeItem): OutcomeItem {
  return warned(item, {
    code: 'cut-by-limit',
    severity: 'warning',
    detail: `Text recognition did not come to the ${item.recognisable === 1 ? 'picture' : `${item.recognisable} pictures`} in this document, because of its limit on time. Add the file to a case: that takes its time.`,
    by: 'pool',
  });
}

const warned = (item: OutcomeItem, problem: Parameters<typeof withProblem>[1]): OutcomeItem => ({
  ...(withProblem(item, problem) ?? item),
  recognisable: 0,
});
