import { dayEdtf, isDay, monthEdtf, yearEdtf } from '../../text/index.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `14 Sep 1947`, `Sep 1947`, `1947`, `1947-09-14`, `14/09/1947` as EDTF; `null` for anything else. */
function dateOf(text: string): string | null {
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(text);
  if (iso) return compose(Number(iso[1]), numberOf(iso[2]), numberOf(iso[3]));
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (slashed) return compose(Number(slashed[3]), numberOf(slashed[2]), numberOf(slashed[1]));
  const words = /^(?:(\d{1,2})\s+)?([A-Za-z]{3})[a-z]*\.?\s+(\d{4})$/.exec(text);
  const month = words ? MONTHS.indexOf((words[2] ?? '').toLowerCase()) + 1 : 0;
  return words && month > 0 ? compose(Number(words[3]), month, numberOf(words[1])) : null;
}

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

function compose(year: number, month: number | null, day: number | null): string | null {
  if (month === null) return yearEdtf(year);
  if (month < 1 || month > 12) return null;
  if (day === null) return monthEdtf(year, month);
  return isDay({ year, month, day }) ? dayEdtf({ year, month, day }) : null;
}

/**
 * A date as lists write it, as EDTF: `circa 1956` is `1956~`, `1962 to 1963` and `between 1962 and 1963` are `1962/1963`,
 * `circa 1970-1972` is `1970~/1972~`. `null` when it is no date; nothing is guessed.
 */
export function listDate(text: string): string | null {
  const tidy = text.trim().replace(/[.,]+$/, '');
  const about = /^(?:circa|approximately|approx\.?|c\.|about|~)\s*/i.exec(tidy);
  const rest = about ? tidy.slice(about[0].length) : tidy;
  const range =
    /^(?:between\s+)?(.+?)\s+(?:to|and|until)\s+(.+)$/i.exec(rest) ?? /^(\d{4})\s*[-–]\s*(\d{4})$/.exec(rest);
  const dates = (range ? [range[1] ?? '', range[2] ?? ''] : [rest]).map((part) => dateOf(part.trim()));
  if (dates.some((date) => date === null)) return null;
  return dates.map((date) => (about ? `${date}~` : date)).join('/');
}

/** The day of a time stamp or EDTF day: `2021-08-18T00:00:00` -> `2021-08-18`; `null` when it holds none. */
export function dayOf(stamp: string | null | undefined): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(stamp ?? '');
  if (!match) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return isDay({ year, month, day }) ? dayEdtf({ year, month, day }) : null;
}
