import type { ListEntry, Listing } from '../../model/index.ts';
import type { ListHistory, Run } from './history.ts';
import { type Standing, standingOn } from './terms.ts';

/** What of an entry tells when it was listed. */
export type Dated = Pick<ListEntry, 'id' | 'terms' | 'firstSeen' | 'isSanctioned' | 'topics'>;

/** The question, and what the snapshots and the list's own dates have on it. */
interface Asked {
  readonly entry: Dated;
  readonly history: ListHistory;
  readonly asOf: string | null;
  readonly day: string;
  readonly runs: readonly Run[];
  readonly standing: Standing;
  /** What has to be said behind every answer, or nothing. */
  readonly tail: string;
}

/**
 * Whether an entry stood on its list on a day (ISO 8601), or with `null` on the list's last snapshot.
 * Without a history the list is missing. A day after the last snapshot is answered as of that snapshot, and the answer says so.
 * Removal follows from snapshots that lack the entry, or from the list's own word.
 */
export function answerListing(entry: Dated, history: ListHistory | undefined, asOf: string | null): Listing {
  if (history === undefined) {
    return bare('list-missing', asOf, 'the list is not installed, so nothing can be said');
  }
  const runs = history.runs[entry.id] ?? [{ from: history.first, to: history.last, before: null, after: null }];
  const newest = runs.at(-1)?.to ?? history.last;
  const shown = newest > history.last ? newest : history.last;
  const day = asOf ?? shown;
  const standing = standingOn(entry.terms, day, newest);
  const asked = { entry, history, asOf, day, runs, standing, tail: tailOf(entry, history, asOf) };
  if (entry.isSanctioned !== true) return unsanctioned(asked);
  if (standing.kind === 'over') return ended(asked, standing);
  if (standing.kind === 'unclear') return unclear(asked, standing);
  const running = runs.find((run) => run.from <= day && (day <= run.to || run.after === null));
  if (running) return listed(asked, running);
  const passed = runs.findLast((run) => run.to < day);
  return passed ? delisted(asked, passed) : early(asked, runs[0] ?? null);
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

function tailOf({ topics }: Dated, { last }: ListHistory, asOf: string | null): string {
  const what = topics.length > 0 ? `; the list's word for it: ${topics.join(', ')}` : '';
  const late = asOf !== null && asOf > last;
  return what + (late ? ` (the last snapshot is of ${last}; what happened since is not known)` : '');
}

/** On the list for another reason, or for one that it does not tell. */
function unsanctioned({ entry, asOf, runs }: Asked): Listing {
  const gone = runs.at(-1);
  const went = gone?.after ? `; gone from it between ${gone.to} and ${gone.after}` : '';
  if (entry.isSanctioned === null) {
    return bare(
      'unknown',
      asOf,
      `unknown: the file does not say that this list sanctions it; parties stand in such files for other reasons too${went}`,
    );
  }
  return bare('other-risk', asOf, `no sanction: the list names it as ${entry.topics.join(', ')}${went}`);
}

type Since = Pick<Listing, 'since' | 'sinceBy'>;

/** Since when a run has the entry: the list's own word first, then what the snapshots show, then when the file's maker saw it. */
function sinceOf({ entry, standing }: Asked, { from, before }: Run): Since {
  const stated = standing.kind === 'within' || standing.kind === 'before' ? standing.term.from : null;
  if (stated !== null && stated <= from && (before === null || stated > before))
    return { since: stated, sinceBy: 'list' };
  if (before !== null) return { since: from, sinceBy: 'snapshot' };
  if (stated === null && entry.firstSeen !== null && entry.firstSeen < from)
    return { since: entry.firstSeen, sinceBy: 'first-seen' };
  return { since: from, sinceBy: 'first-snapshot' };
}

/** Since when, in words. What stood on the first snapshot was listed by then, not on that day. */
function wordSince({ since, sinceBy }: Since, before: string | null): string {
  switch (sinceBy) {
    case null:
      return 'since a day that the list does not state';
    case 'list':
      return `since ${since}, as the list itself says`;
    case 'first-snapshot':
      return `on or before ${since}, the first snapshot`;
    case 'first-seen':
      return `on or before ${since}, when the maker of the file saw it first`;
    case 'snapshot':
      return `since ${since} (not yet on the snapshot before it, of ${before})`;
  }
}

/** How a term or a run ends, for an answer about a day within it. */
function endOf({ standing }: Asked, run: Run): Pick<Listing, 'until' | 'goneBy'> & { readonly words: string } {
  const stated = standing.kind === 'within' || standing.kind === 'before' ? standing.term.until : null;
  if (stated !== null) return { until: stated, goneBy: null, words: `; until ${stated}, as the list itself says` };
  if (run.after === null) return { until: null, goneBy: null, words: '' };
  return { until: run.to, goneBy: run.after, words: `; removed later, between ${run.to} and ${run.after}` };
}

function listed(asked: Asked, run: Run): Listing {
  const since = sinceOf(asked, run);
  const { words, ...end } = endOf(asked, run);
  return {
    ...bare('listed', asked.asOf, `listed ${wordSince(since, run.before)}${words}${asked.tail}`),
    ...since,
    ...end,
  };
}

function delisted(asked: Asked, run: Run): Listing {
  const since = sinceOf(asked, run);
  const next = asked.runs.find(({ from }) => from > asked.day);
  const again = next === undefined ? '' : `; listed again since ${next.from}`;
  const gone = `removed between ${run.to} and ${run.after}`;
  return {
    ...bare(
      'delisted',
      asked.asOf,
      `no longer listed: ${gone}; was listed ${wordSince(since, run.before)}${again}${asked.tail}`,
    ),
    ...since,
    until: run.to,
    goneBy: run.after,
  };
}

/** The list itself says that it has ended. */
function ended({ asOf, tail }: Asked, { term, next }: Extract<Standing, { kind: 'over' }>): Listing {
  const since: Since = { since: term.from, sinceBy: term.from === null ? null : 'list' };
  const day = term.until === null ? 'on a day that it does not state' : `on ${term.until}`;
  const again = next === null ? '' : `; listed again since ${next.from}`;
  return {
    ...bare(
      'delisted',
      asOf,
      `no longer listed: ended ${day}, as the list itself says; was listed ${wordSince(since, null)}${again}${tail}`,
    ),
    ...since,
    until: term.until,
  };
}

/** The list's own dates leave open whether the day lies within. */
function unclear({ asOf, tail }: Asked, { term }: Extract<Standing, { kind: 'unclear' }>): Listing {
  const since: Since = { since: term.from, sinceBy: term.from === null ? null : 'list' };
  const end = term.until ?? (term.isOver ? 'a day that it does not state' : null);
  const words = `the list itself says from ${term.from ?? 'a day that it does not state'}${end === null ? '' : ` to ${end}`}`;
  return { ...bare('unknown', asOf, `unknown: ${words}${tail}`), ...since, until: term.until };
}

/** The day lies before everything the snapshots have of the entry. The list's own date, where it gives one, reaches further back. */
function early(asked: Asked, first: Run | null): Listing {
  const { history, asOf, day, tail } = asked;
  if (first === null) return bare('unknown', asOf, 'no snapshot has the entry');
  const since = sinceOf(asked, first);
  const { words, ...end } = endOf(asked, first);
  const known = since.sinceBy === 'list' || since.sinceBy === 'first-seen';
  if (known && day >= (since.since ?? '')) {
    return { ...bare('listed', asOf, `listed ${wordSince(since, first.before)}${words}${tail}`), ...since, ...end };
  }
  if (since.sinceBy === 'list') {
    return {
      ...bare('not-yet-listed', asOf, `not yet listed: listed ${wordSince(since, first.before)}${tail}`),
      ...since,
      ...end,
    };
  }
  if (day < history.first) {
    const has = first.before === null ? 'it has the entry already' : `the entry is seen first on ${first.from}`;
    return { ...bare('unknown', asOf, `unknown: the first snapshot is of ${history.first}; ${has}`), ...since, ...end };
  }
  const gap =
    first.before !== null && day > first.before ? `, between the snapshots of ${first.before} and ${first.from}` : '';
  return {
    ...bare('not-yet-listed', asOf, `not yet listed: seen first on ${first.from}${gap}${tail}`),
    ...since,
    ...end,
  };
}
