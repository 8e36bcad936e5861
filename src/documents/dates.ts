const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function edtfDay(year: number, month: number, day: number): string | null {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Months that mail programs write in another language than English, where the first letters are not the same. */
const OTHER_MONTHS: Readonly<Record<string, number>> = { mär: 3, mrz: 3, mai: 5, okt: 10, dez: 12 };

function monthNumber(name: string): number {
  const head = name.slice(0, 3).toLowerCase();
  return OTHER_MONTHS[head] ?? MONTHS.indexOf(head) + 1;
}

/**
 * EDTF day (or month, or year) of a date as metadata state it: ISO 8601, RFC 5322, PDF (`D:20240925...`), English prose.
 * The day is the one in the writer's own time zone. Returns `null` for anything else and for days no calendar has.
 */
export function toEdtf(value: string): string | null {
  const text = value.trim().slice(0, 100);
  const iso = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text) ?? /^D:(\d{4})(\d{2})(\d{2})/.exec(text);
  if (iso) return edtfDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const compact = /^(\d{4})(\d{2})(\d{2})T?\d{4,6}/.exec(text);
  if (compact) return edtfDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month) return Number(month[2]) >= 1 && Number(month[2]) <= 12 ? text : null;
  if (/^\d{4}$/.test(text)) return text;
  const dayFirst = /(?:^|[\s,])(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(\p{L}{3,9})\.?,?[\s-]+(\d{4})\b/u.exec(text);
  if (dayFirst) return edtfDay(Number(dayFirst[3]), monthNumber(dayFirst[2] ?? ''), Number(dayFirst[1]));
  // As C prints it: the year comes after the clock, and perhaps a zone.
  const asctime =
    /(?:^|[\s,])([A-Za-z]{3})\s+(\d{1,2})\s+\d{1,2}:\d\d(?::\d\d)?\s+(?:[A-Z]{1,5}\s+|[+-]\d{4}\s+)?(\d{4})\b/.exec(
      text,
    );
  if (asctime) return edtfDay(Number(asctime[3]), monthNumber(asctime[1] ?? ''), Number(asctime[2]));
  const monthFirst = /(?:^|[\s,])([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(text);
  if (monthFirst) return edtfDay(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return null;
}

/** The same for the date of a mail, whose year may have but two digits (RFC 5322 4.3: 00 to 49 are of this century). */
export function toMailDate(value: string): string | null {
  const full = value.replace(
    /(\d{1,2} [A-Za-z]{3}) (\d\d)(?= )/,
    (_, day: string, year: string) => `${day} ${Number(year) < 50 ? '20' : '19'}${year}`,
  );
  return toEdtf(full);
}
