import type { DatedCheck, Listing } from '../../model/index.ts';
import { answerListing, type Dated } from './answer.ts';
import { daysOf } from './days.ts';
import type { ListHistory } from './history.ts';

type Over = Pick<DatedCheck, 'status' | 'detail'>;

/** Whether an entry stood on its list over the time of an EDTF date; `null` when the time cannot be fixed to days. */
export function answerOver(entry: Dated, history: ListHistory | undefined, edtf: string): Over | null {
  const days = daysOf(edtf);
  if (!days) return null;
  const first = answerListing(entry, history, days.first);
  const last = answerListing(entry, history, days.last);
  if (first.status === last.status) return { status: last.status, detail: wordAsOf(last) };
  return {
    status: 'changes',
    detail: `${wordAsOf(first)} at its beginning (${days.first}), ${wordAsOf(last)} at its end (${days.last})`,
  };
}

/** An answer in few words, to stand behind a date: `listed since 2023-12-12`, `listed only later, 2023-12-12`. */
export function wordAsOf({ status, since, sinceBy, until, goneBy, detail }: Listing): string {
  switch (status) {
    case 'listed':
      if (sinceBy === 'first-snapshot') return `listed by ${since}, the first snapshot`;
      return sinceBy === 'first-seen' ? `listed by ${since}` : `listed since ${since}`;
    case 'not-yet-listed':
      return `listed only later, ${since}`;
    case 'delisted':
      if (goneBy !== null) return `no longer listed: removed between ${until} and ${goneBy}`;
      return until === null ? 'no longer listed' : `no longer listed since ${until}, as the list itself says`;
    case 'other-risk':
    case 'unknown':
    case 'list-missing':
      return detail;
  }
}
