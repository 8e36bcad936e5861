const DAY_SECONDS = 86_400;
/** 9999-12-31, the last day a spreadsheet has. */
const LAST_DAY = 2_958_465;

const two = (value: number): string => String(value).padStart(2, '0');

/** Year, month and day of a number of days since 1970-01-01 in the Gregorian calendar (the usual era arithmetic over 400 years). */
export function civilDay(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Days from the spreadsheet's first day to 1970-01-01. Files of the 1900 kind believe in a 29 February 1900. */
function epochDays(day: number, is1904: boolean): number {
  if (is1904) return day - 24_107;
  return day - (day < 60 ? 25_568 : 25_569);
}

/**
 * A date or time of a spreadsheet in ISO 8601: `2024-03-09`, `2024-03-09 14:05`, `14:05:30`, `36:15` for elapsed time.
 * Seconds appear when they are not zero. Returns `null` for what is no day between 1900 and 9999.
 */
export function fromSerial(
  stored: string,
  kind: 'date' | 'time' | 'date-time' | 'elapsed',
  is1904: boolean,
): string | null {
  const serial = Number(stored);
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_DAY + 1) return null;
  const total = Math.round(serial * DAY_SECONDS);
  const day = Math.floor(total / DAY_SECONDS);
  const seconds = kind === 'elapsed' ? total : total % DAY_SECONDS;
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest}`;
  // A bare time has no day; nor has a day 0.
  if (kind === 'elapsed' || (day === 0 && !is1904)) return kind === 'date' ? null : time;
  if (kind === 'time' && day === 0) return time;
  if (day === 60 && !is1904) return kind === 'date' ? '1900-02-29' : `1900-02-29 ${time}`;
  const date = civilDay(epochDays(day, is1904));
  return kind === 'date' ? date : `${date} ${time}`;
}
