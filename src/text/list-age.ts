import { daysBetween, partsOf } from './calendar.ts';

/** From how many days on a snapshot of a sanctions list is old: lists change every week. */
const OLD_AFTER_DAYS = 90;

/** What has to be said of an old snapshot wherever it is used; `null` for one that is not. Days and times of day are ISO 8601. */
export function wordAge(
  { list, date }: { readonly list: string; readonly date: string },
  today: string,
): string | null {
  const [from, to] = [partsOf(date), partsOf(today.slice(0, 10))];
  if (from?.month == null || from.day == null || to?.month == null || to.day == null) return null;
  const days = daysBetween({ ...from, month: from.month, day: from.day }, { ...to, month: to.month, day: to.day });
  if (days <= OLD_AFTER_DAYS) return null;
  return `The list ${list} is of ${date}, ${days} days old: what changed since is not in it.`;
}
