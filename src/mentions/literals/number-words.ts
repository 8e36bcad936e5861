import type { PlainNumber } from './plain-number.ts';
import { follows, isCapitalised, lookUp, opensSentence, type Scan } from './scan.ts';

/** Roles that make up a number together; what is added must be smaller than the step before it ("twenty-five", not "five twenty"). */
interface Sum {
  total: number;
  /** What may still be added must be below this. */
  room: number;
  to: number;
}

const ROOM: Readonly<Record<string, (value: number) => number>> = {
  unit: () => 1,
  ten: () => 10,
  hundred: () => 100,
};

/** Skips what may stand between the parts of a number: a hyphen in "twenty-five", "and" in "two hundred and five". */
function nextPart(scan: Scan, sum: Sum): number {
  const piece = scan.pieces[sum.to];
  if (!piece || piece.apart) return sum.to;
  const isHyphen = piece.text === '-' && piece.glued && scan.pieces[sum.to + 1]?.glued === true;
  if (isHyphen && sum.room === 10) return sum.to + 1;
  if (sum.room >= 100) {
    const and = lookUp(scan, sum.to, 'time-words', ([role]) => role === 'and');
    if (and && follows(scan, and.to)) return and.to;
  }
  return sum.to;
}

function addPart(scan: Scan, sum: Sum): boolean {
  const at = nextPart(scan, sum);
  if (!follows(scan, at)) return false;
  const part = lookUp(scan, at, 'numbers', ([value, role = '']) => role in ROOM && Number(value) < sum.room);
  if (part) {
    const value = Number(part.fields[0]);
    sum.total += value;
    sum.room = ROOM[part.fields[1] ?? '']?.(value) ?? 0;
    sum.to = part.to;
    return true;
  }
  const times = at === sum.to ? lookUp(scan, at, 'numbers', ([, role]) => role === 'times') : null;
  if (!times) return false;
  const factor = Number(times.fields[0]);
  // Only the last digit is multiplied: 三百五十 is 3 hundreds and 5 tens.
  const digit = sum.total < 100 ? sum.total : sum.total % 10;
  if (digit === 0) return false;
  sum.total += digit * (factor - 1);
  sum.room = factor;
  sum.to = times.to;
  return true;
}

/**
 * The number that words at a piece spell, without a scale behind it: "seven", "twenty-five", "half a dozen", 三百五十;
 * or `null`. A capitalised number word inside a sentence is part of a name ("Group of Seven").
 */
export function composeWords(scan: Scan, at: number): PlainNumber | null {
  const whole = lookUp(scan, at, 'numbers', ([, role]) => role === 'whole' || role === 'vague');
  const start = lookUp(scan, at, 'numbers', ([, role = '']) => role in ROOM);
  if (!whole && !start) return null;
  const capitalised = isCapitalised(scan.pieces[at]) && scan.language !== 'de';
  if (capitalised && !opensSentence(scan, at)) return null;
  if (whole && (!start || whole.to >= start.to)) {
    const [number = '0', role] = whole.fields;
    const grows = role === 'vague' && Number(number) < 10;
    if (grows || role === 'vague' || !start) {
      return {
        to: whole.to,
        number,
        factor: '1',
        vague: role === 'vague',
        scaled: !grows && Number(number) >= 100,
        isDigits: false,
      };
    }
  }
  if (!start) return null;
  const value = Number(start.fields[0]);
  const sum: Sum = { total: value, room: ROOM[start.fields[1] ?? '']?.(value) ?? 0, to: start.to };
  while (addPart(scan, sum));
  return { to: sum.to, number: String(sum.total), factor: '1', vague: false, scaled: false, isDigits: false };
}
