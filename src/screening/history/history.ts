import type { ListEntry } from '../../model/index.ts';

/** A stretch of time in which snapshots had an entry. Dates are ISO days of snapshots. */
export interface Run {
  readonly from: string;
  readonly to: string;
  /** Last snapshot before `from`, which did not have the entry; `null`: there is none. */
  readonly before: string | null;
  /** First snapshot after `to`, which did not have the entry; `null`: `to` is the last snapshot. */
  readonly after: string | null;
}

/** What the snapshots of one list tell of the presence of its entries. Plain JSON. */
export interface ListHistory {
  readonly list: string;
  /** First and last day on which the list was seen. */
  readonly first: string;
  readonly last: string;
  /** Runs by entry, in order of time; an entry that every snapshot has is left out. */
  readonly runs: Readonly<Record<string, readonly Run[]>>;
}

export interface DatedSnapshot {
  /** The day the snapshot shows, ISO 8601. */
  readonly date: string;
  readonly entries: readonly Pick<ListEntry, 'id' | 'firstSeen' | 'lastSeen'>[];
  /** It sums up earlier snapshots: its first_seen and last_seen columns say when entries came and went. Else it shows one day only. */
  readonly isHistory?: boolean;
  /** It holds additions only: that it lacks an entry says nothing. */
  readonly isPartial?: boolean;
}

/** Days on which one snapshot saw the list: its own, and those its entries' first_seen and last_seen columns name. */
interface Source {
  readonly days: readonly string[];
  readonly seen: ReadonlyMap<string, readonly [from: string, to: string]>;
  readonly isPartial: boolean;
}

function sourceOf({ date, entries, isHistory = false, isPartial = false }: DatedSnapshot): Source {
  if (!isHistory)
    return { days: [date], isPartial, seen: new Map(entries.map(({ id }) => [id, [date, date] as const])) };
  const stated = entries.flatMap(({ firstSeen, lastSeen }) => (firstSeen && lastSeen ? [firstSeen, lastSeen] : []));
  // A table of first and last days sums up many snapshots; its own day is only when it was made.
  const days = stated.length > 0 ? stated : [date];
  const sorted = [...new Set(days)].sort();
  const last = sorted.at(-1) ?? date;
  return {
    days: sorted,
    isPartial,
    // An entry without columns of its own is known of the last day only.
    seen: new Map(entries.map(({ id, firstSeen, lastSeen }) => [id, [firstSeen ?? last, lastSeen ?? last] as const])),
  };
}

/**
 * The history of a list from its snapshots, in any order; at least one. A snapshot that lacks an entry parts the times before and after;
 * between two neighbouring snapshots that both have it, it is taken to have stood throughout.
 */
export function historyOf(list: string, snapshots: readonly DatedSnapshot[]): ListHistory {
  const sources = snapshots.map(sourceOf);
  // Additions alone are no look at the whole list.
  const whole = sources.filter((source) => !source.isPartial);
  const days = (whole.length > 0 ? whole : sources).flatMap((source) => source.days).sort();
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  const runs: Record<string, readonly Run[]> = {};
  for (const id of new Set(sources.flatMap((source) => [...source.seen.keys()]))) {
    const own = runsOf(id, sources);
    const always = own.length === 1 && own[0]?.from === first && own[0].to === last;
    if (!always) runs[id] = own;
  }
  return { list, first, last, runs };
}

function runsOf(id: string, sources: readonly Source[]): Run[] {
  const marks = sources.flatMap((source) => marksOf(id, source));
  // On one day presence comes first: a day on which any snapshot has the entry is a day on which it stood there.
  marks.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : Number(b.has) - Number(a.has)));
  const runs: Run[] = [];
  let open = null as { from: string; to: string; before: string | null } | null;
  let absent: string | null = null;
  for (const { day, has } of marks) {
    if (has) {
      if (open) open.to = day;
      else open = { from: day, to: day, before: absent };
    } else if (open?.to !== day) {
      absent = day;
      if (open) runs.push({ ...open, after: day });
      open = null;
    }
  }
  if (open) runs.push({ ...open, after: null });
  return runs;
}

/** What a source says of an entry: the days it certainly has it, and the nearest days around on which it does not. */
function marksOf(id: string, { days, seen, isPartial }: Source): { day: string; has: boolean }[] {
  const stood = seen.get(id);
  if (stood === undefined && isPartial) return [];
  if (stood === undefined) {
    // Tables with first and last days often leave out what was removed: only their last day tells that it is gone.
    const last = days.at(-1);
    return last === undefined ? [] : [{ day: last, has: false }];
  }
  const [from, to] = stood;
  const before = neighbour(days, from, -1);
  const after = neighbour(days, to, 1);
  if (isPartial) return [from, to].map((day) => ({ day, has: true }));
  return [
    ...(before === null ? [] : [{ day: before, has: false }]),
    { day: from, has: true },
    { day: to, has: true },
    ...(after === null ? [] : [{ day: after, has: false }]),
  ];
}

/** The next day before (-1) or after (1) `day` in sorted `days`, or `null`. */
function neighbour(days: readonly string[], day: string, step: 1 | -1): string | null {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = days[middle] ?? '';
    if (step === 1 ? at <= day : at < day) low = middle + 1;
    else high = middle;
  }
  return days[step === 1 ? low : low - 1] ?? null;
}
