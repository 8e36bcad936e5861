import type { ListEntry, Listing } from '../../model/index.ts';
import type { ListHistory, Run } from './history.ts';

type Dated = Pick<ListEntry, 'id' | 'listedOn'>;

/**
 * Whether an entry stood on its list on a day (ISO 8601), or with `null` on the list's last snapshot.
 * Without a history the list is missing. A day after the last snapshot is answered as of that snapshot, and the answer says so.
 */
export function answerListing(entry: Dated, history: ListHistory | undefined, asOf: string | null): Listing {
  if (history === undefined) {
    return bare('list-missing', asOf, 'the list is not installed, so nothing can be said');
  }
  const runs = history.runs[entry.id] ?? [{ from: history.first, to: history.last, before: null, after: null }];
  const newest = runs.at(-1)?.to ?? history.last;
  const day = asOf ?? (newest > history.last ? newest : history.last);
  const tail =
    asOf !== null && day > history.last
      ? ` (the last snapshot is of ${history.last}; what happened since is not known)`
      : '';
  const running = runs.find((run) => run.from <= day && (day <= run.to || run.after === null));
  if (running) return listed(entry, running, { asOf, tail });
  const passed = runs.findLast((run) => run.to < day);
  if (passed) return delisted(entry, passed, { asOf, tail, next: runs.find((run) => run.from > day) ?? null });
  return early(entry, { history, asOf, day, first: runs[0] ?? null });
}

const bare = (status: Listing['status'], asOf: string | null, detail: string): Listing => ({
  status,
  asOf,
  since: null,
  sinceBy: null,
  until: null,
  goneBy: null,
  detail,
});

/** Since when a run has the entry: the list's own word first, else what the snapshots show. */
function sinceOf({ listedOn }: Dated, { from, before }: Run): Pick<Listing, 'since' | 'sinceBy'> {
  if (listedOn !== null && listedOn <= from && (before === null || listedOn > before)) {
    return { since: listedOn, sinceBy: 'list' };
  }
  return { since: from, sinceBy: before === null ? 'first-snapshot' : 'snapshot' };
}

/** Since when, in words. What stood on the first snapshot was listed by then, not on that day. */
function wordSince({ since, sinceBy }: Pick<Listing, 'since' | 'sinceBy'>, { before }: Run): string {
  if (sinceBy === 'list') return `since ${since}, as the list itself says`;
  if (sinceBy === 'first-snapshot') return `on or before ${since}, the first snapshot`;
  return `since ${since} (not yet on the snapshot before it, of ${before})`;
}

function listed(
  entry: Dated,
  run: Run,
  { asOf, tail }: { readonly asOf: string | null; readonly tail: string },
): Listing {
  const since = sinceOf(entry, run);
  const until = run.after === null ? null : run.to;
  const gone = until === null ? '' : `; removed later, between ${until} and ${run.after}`;
  return {
    status: 'listed',
    asOf,
    ...since,
    until,
    goneBy: run.after,
    detail: `listed ${wordSince(since, run)}${gone}${tail}`,
  };
}

function delisted(
  entry: Dated,
  run: Run,
  { asOf, tail, next }: { readonly asOf: string | null; readonly tail: string; readonly next: Run | null },
): Listing {
  const since = sinceOf(entry, run);
  const again = next === null ? '' : `; listed again since ${next.from}`;
  return {
    status: 'delisted',
    asOf,
    ...since,
    until: run.to,
    goneBy: run.after,
    detail: `no longer listed: removed between ${run.to} and ${run.after}; was listed ${wordSince(since, run)}${again}${tail}`,
  };
}

interface Early {
  readonly history: ListHistory;
  readonly asOf: string | null;
  readonly day: string;
  readonly first: Run | null;
}

/** The day lies before everything the snapshots have of the entry. The list's own date, where it gives one, reaches further back. */
function early(entry: Dated, { history, asOf, day, first }: Early): Listing {
  if (first === null) return bare('unknown', asOf, 'no snapshot has the entry');
  const since = sinceOf(entry, first);
  if (since.sinceBy === 'list' && since.since !== null) {
    const status = day < since.since ? 'not-yet-listed' : 'listed';
    const detail =
      status === 'listed' ? `listed ${wordSince(since, first)}` : `not yet listed: listed ${wordSince(since, first)}`;
    return {
      ...bare(status, asOf, detail),
      ...since,
      until: first.after === null ? null : first.to,
      goneBy: first.after,
    };
  }
  if (day < history.first) {
    const detail = `unknown: the first snapshot is of ${history.first}; ${
      first.before === null ? 'it has the entry already' : `the entry is seen first on ${first.from}`
    }`;
    return {
      ...bare('unknown', asOf, detail),
      ...since,
      until: first.after === null ? null : first.to,
      goneBy: first.after,
    };
  }
  const gap =
    first.before !== null && day > first.before ? `, between the snapshots of ${first.before} and ${first.from}` : '';
  const detail = `not yet listed: seen first on ${first.from}${gap}`;
  return {
    ...bare('not-yet-listed', asOf, detail),
    ...since,
    until: first.after === null ? null : first.to,
    goneBy: first.after,
  };
}
