import type { Frame } from '../candidate.ts';
import { follows, lookUp, type Scan, skipSign } from '../scan.ts';

/** A year as some calendar counts it, the piece behind it, and the year of the common era it is; `null` where that is not sure. */
export interface CountedYear {
  readonly to: number;
  readonly year: number | null;
}

/** Years of the Buddhist era in which its year begins on 1 January; before, the first months lie in the year after. */
const BUDDHIST = { add: -543, first: 2484, last: 2643 };

function ofEra(fields: readonly string[], written: number): number | null {
  const [add = 0, first = 0, last = 0] = fields.map(Number);
  return written >= first && written <= last ? written + add : null;
}

/**
 * A year behind a day or month that is none of the common era: "Reiwa 6", "2567 (B.E.)", a bare 113 in a document that
 * speaks of Minguo years. `null` when no such year stands there.
 */
export function readCountedYear(scan: Scan, at: number, frame: Frame): CountedYear | null {
  const start = skipSign(scan, at, ',');
  const era = follows(scan, start) ? lookUp(scan, start, 'eras') : null;
  const numberAt = era ? era.to : at;
  const piece = scan.pieces[numberAt];
  if (!follows(scan, numberAt) || piece?.kind !== 'number' || !/^[0-9]{1,4}$/.test(piece.text)) return null;
  const written = Number(piece.text);
  if (era) return { to: numberAt + 1, year: ofEra(era.fields, written) };
  if (/^2[4-6][0-9][0-9]$/.test(piece.text))
    return { to: numberAt + 1, year: frame.calendars.buddhist ? buddhist(written) : null };
  const isShort = /^[1-9][0-9]{1,2}$/.test(piece.text) && written >= 32;
  return isShort && !countsSomething(scan, numberAt + 1)
    ? { to: numberAt + 1, year: frame.calendars.minguo ? written + 1911 : null }
    : null;
}

/** The common-era year of a Buddhist one, where both begin on the same day. */
export function buddhist(written: number): number | null {
  return written >= BUDDHIST.first && written <= BUDDHIST.last ? written + BUDDHIST.add : null;
}

/** "On 6 May 113 crates were sold": the number is of what follows, not of the date. */
function countsSomething(scan: Scan, at: number): boolean {
  const next = scan.pieces[at];
  if (!next || next.apart || next.kind !== 'word') return false;
  return !scan.vocabulary.functionWords.has(next.lower);
}

const ERA_BEFORE = /(?<name>民國|民国|令和|平成|昭和|大正|明治)(?<gap>\s?)$/u;

/**
 * The year of an era that stands before digits and 年 (民國113年, 令和6年), by the text before `start`; a bare short year
 * counts from 1912 in a document that speaks of Minguo years. `null`: not sure.
 */
export function yearOfEra(scan: Scan, start: number, written: number, frame: Frame): number | null {
  const name = ERA_BEFORE.exec(scan.text.slice(Math.max(0, start - 4), start))?.groups?.name;
  const fields = name === undefined ? undefined : scan.vocabulary.eras.get(name);
  if (fields) return ofEra(fields, written);
  return frame.calendars.minguo && written >= 32 && written <= 199 ? written + 1911 : null;
}
