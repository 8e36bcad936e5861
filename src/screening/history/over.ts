import type { DatedCheck, ListEntry, Listing } from '../../model/index.ts';
import { dayEdtf, daysInMonth, endOf, partsOf, startOf } from '../../text/index.ts';
import { answerListing } from './answer.ts';
import type { ListHistory } from './history.ts';

/** First and last day of an EDTF date or interval; `null` when an end is open or cannot be fixed to days. */
export function daysOf(edtf: string): { readonly first: string; readonly last: string } | null {
  const bare = edtf.replaceAll(/[~?%]/g, '');
  const from = partsOf(startOf(bare));
  const to = partsOf(endOf(bare));
  if (!from || !to) return null;
  const month = to.month ?? 12;
  return {
    first: dayEdtf({ year: from.year, month: from.month ?? 1, day: from.day ?? 1 }),
    last: dayEdtf({ year: to.year, month, day: to.day ?? daysInMonth(to.year, month) }),
  };
}

type Over = Pick<DatedCheck, 'status' | 'detail'>;

/** Whether an entry stood on its list over the time of an EDTF date; `null` when the time cannot be fixed to days. */
export function answerOver(
  entry: Pick<ListEntry, 'id' | 'listedOn'>,
  history: ListHistory | undefined,
  edtf: string,
): Over | null {
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
      return sinceBy === 'first-snapshot' ? `listed by ${since}, the first snapshot` : `listed since ${since}`;
    case 'not-yet-listed':
      return `listed only later, ${since}`;
    case 'delisted':
      return `no longer listed: removed between ${until} and ${goneBy}`;
    case 'unknown':
    case 'list-missing':
      return detail;
  }
}
