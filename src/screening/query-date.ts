import { listDate } from './lists/dates.ts';

/** A date of birth as it is compared (EDTF; `null`: not at all), and what speaks against it in plain words, or `null`. */
export interface QueryDate {
  readonly edtf: string | null;
  readonly doubt: string | null;
}

/** How dates may be written, for messages. */
export const DATE_FORMS = '1947-09-14, 1947-09, 1947, 14.09.1947 or 14 Sep 1947';

const EDTF_PART = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)[?~%]?$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * A date of birth as people write it in tables. With slashes the day may come first or second; where both can be a month only the year
 * is used, as nothing is guessed.
 */
export function queryDate(text: string): QueryDate {
  const tidy = text.trim();
  const parts = tidy.split('/').map((part) => EDTF_PART.exec(part)?.[1]);
  if (parts.length <= 2 && parts.every((part) => part !== undefined && listDate(part) !== null)) {
    return { edtf: tidy, doubt: null };
  }
  const [, first = '', second = '', year = ''] = SLASHED.exec(tidy) ?? [];
  if (year !== '' && Number(first) !== Number(second)) {
    const days = [`${first}/${second}/${year}`, `${second}/${first}/${year}`].map(listDate);
    const found = days.filter((day) => day !== null);
    if (found.length === 2) {
      return { edtf: year, doubt: `${tidy} may be ${found.join(' or ')}: only the year was compared` };
    }
    return found[0] === undefined ? unreadable(tidy) : { edtf: found[0], doubt: null };
  }
  const edtf = listDate(tidy);
  return edtf === null ? unreadable(tidy) : { edtf, doubt: null };
}

const unreadable = (text: string): QueryDate => ({
  edtf: null,
  doubt: `${text} is no date that clew reads (${DATE_FORMS}): it was not compared`,
});
