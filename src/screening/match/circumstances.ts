import type { ListEntry, Reason } from '../../model/index.ts';
import type { WeighedNames } from '../../names/index.ts';
import { isSingle, plainNumber } from '../index/identifiers.ts';
import type { Query } from './query.ts';

const SAME_NUMBER = 0.99;
const OTHER_NUMBER = 0.05;
const SAME_BIRTH = 1;
const OTHER_YEAR = 0.7;
const OTHER_DAY = 0.93;
const OTHER_GENDER = 0.75;
/** A company is of many countries; the ministry of another country is another ministry. */
const OTHER_COUNTRIES = { named: 0.95, plain: 0.6 };

/**
 * What numbers, dates, countries and gender say about a likeness of names. An equal number makes a match whatever the name; another
 * number of a scheme of which a party has one ends it. The rest lowers the score. Every effect is a reason.
 */
export function weighCircumstances(
  name: Pick<WeighedNames, 'score' | 'isPlain'>,
  query: Query,
  entry: ListEntry,
): { score: number; reasons: Reason[] } {
  const reasons: Reason[] = [];
  const number = compareNumbers(query, entry);
  if (number) return { score: number.score, reasons: [number] };
  let { score } = name;
  const others = OTHER_COUNTRIES[name.isPlain ? 'plain' : 'named'];
  for (const reason of [
    compareBirth(query, entry),
    compareGender(query, entry),
    compareCountries(query, entry, others),
  ]) {
    if (reason === null) continue;
    reasons.push(reason);
    score *= reason.score;
  }
  return { score, reasons };
}

function compareNumbers(query: Query, entry: ListEntry): Reason | null {
  let other: Reason | null = null;
  for (const { scheme, value } of query.identifiers ?? []) {
    const own = plainNumber(value);
    const listed = entry.identifiers.filter((candidate) => candidate.scheme === scheme);
    const same = listed.find((candidate) => plainNumber(candidate.value) === own);
    if (same)
      return {
        feature: 'same-identifier',
        score: SAME_NUMBER,
        left: `${scheme} ${value}`,
        right: `${scheme} ${same.value}`,
      };
    const [first] = listed;
    if (first && isSingle(scheme))
      other ??= {
        feature: 'identifier-conflict',
        score: OTHER_NUMBER,
        left: `${scheme} ${value}`,
        right: `${scheme} ${first.value}`,
      };
  }
  return other;
}

const yearOf = (date: string): number | null => {
  const year = /^-?\d{4}/.exec(date)?.[0];
  return year === undefined ? null : Number(year);
};

function compareBirth({ birthDate }: Query, { birthDates }: ListEntry): Reason | null {
  const year = birthDate ? yearOf(birthDate) : null;
  if (!birthDate || year === null || birthDates.length === 0) return null;
  const reason = (feature: string, score: number, right: string): Reason => ({
    feature,
    score,
    left: birthDate,
    right,
  });
  let near: string | null = null;
  for (const listed of birthDates) {
    const other = yearOf(listed);
    if (other === null) return null;
    const isExact = /^\d{4}-\d\d-\d\d$/.test(birthDate) && /^\d{4}-\d\d-\d\d$/.test(listed);
    if (year === other && (!isExact || birthDate === listed)) return reason('same-birth-date', SAME_BIRTH, listed);
    // Lists round: "circa 1960" and a date a year off are no contradiction.
    if (Math.abs(year - other) <= (/[~?%X/]/.test(listed) ? 3 : 1)) near = listed;
  }
  if (near !== null) return reason('birth-date-differs', OTHER_DAY, near);
  return reason('birth-date-conflict', OTHER_YEAR, birthDates.join(', '));
}

function compareGender({ gender }: Query, entry: ListEntry): Reason | null {
  if (!gender || entry.gender === null || gender === entry.gender) return null;
  return { feature: 'gender-conflict', score: OTHER_GENDER, left: gender, right: entry.gender };
}

function compareCountries({ countries }: Query, entry: ListEntry, score: number): Reason | null {
  if (!countries || countries.length === 0 || entry.countries.length === 0) return null;
  if (countries.some((country) => entry.countries.includes(country))) return null;
  return {
    feature: 'country-conflict',
    score,
    left: countries.join(', '),
    right: entry.countries.join(', '),
  };
}
