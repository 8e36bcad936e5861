import { follows, lookUp, type Scan } from '../scan.ts';

/** A number read from the text and the piece after it. */
export interface Read {
  readonly value: number;
  readonly to: number;
}

/** Piece after a time word in one of `roles`, or `at` itself. */
export function skipWord(scan: Scan, at: number, ...roles: readonly string[]): number {
  const found = lookUp(scan, at, 'time-words', ([role = '']) => roles.includes(role));
  return found && follows(scan, at) ? found.to : at;
}

/** Piece after the "of the" between the parts of a date, in any language. */
export function skipOf(scan: Scan, at: number): number {
  return skipWord(scan, skipWord(scan, at, 'of'), 'the');
}

/** Piece after an article, when something follows it in the same passage. */
export function skipThe(scan: Scan, at: number): number {
  const found = lookUp(scan, at, 'time-words', ([role]) => role === 'the');
  return found && follows(scan, found.to) ? found.to : at;
}

/** A year in four digits with the word for year before or behind it ("im Jahr 2023", "2023 года", 2023年). */
export function readYear(scan: Scan, at: number): Read | null {
  const word = lookUp(scan, at, 'time-words', ([role]) => role === 'year');
  const start = word && follows(scan, word.to) ? skipOf(scan, word.to) : at;
  const piece = scan.pieces[start];
  if (piece?.kind !== 'number' || !/^(?:1[89]|20)\d\d$/.test(piece.text)) return null;
  const before = scan.pieces[start - 1];
  const joined = piece.glued && before !== undefined && /^[\p{L}\p{N}_/\\#№$€£.]$/u.test(before.text.slice(-1));
  if (joined && !/\p{Script=Han}/u.test(before.text) && start === at && !endsTimeWord(scan, start)) return null;
  if (isPartOfNumber(scan, start)) return null;
  const after = scan.pieces[start + 1];
  if (after?.glued && after.kind === 'word' && !isYearSuffix(scan, start + 1)) return null;
  if (after?.glued && /^[%_@°]$/.test(after.text)) return null;
  return { value: Number(piece.text), to: afterYear(scan, start + 1) };
}

const YEAR = /^(?:1[89]|20)\d\d$/;

/** "PI-2024-0311", "05-2023-44", "contract 2010-2015": four digits inside the number of something are no year; "mid-2023" and 2010-2015 are. */
function isPartOfNumber(scan: Scan, at: number): boolean {
  if (isNumbered(scan, at)) return true;
  const [twoBefore, dash, next, further] = [at - 2, at - 1, at + 1, at + 2].map((index) => scan.pieces[index]);
  if (next?.glued && /^[-‐‑]$/.test(next.text) && further?.glued) {
    const isYear = YEAR.test(further.text) || /^\d\d$/.test(further.text);
    const isTail = scan.pieces[at + 3]?.glued && /^[-/]$/.test(scan.pieces[at + 3]?.text ?? '');
    if ((further.kind === 'number' && !isYear) || isTail || /^\p{Lu}[\p{Lu}\d]*$/u.test(further.text)) return true;
  }
  if (!scan.pieces[at]?.glued || !/^[-‐‑]$/.test(dash?.text ?? '') || !dash?.glued || !twoBefore) return false;
  if (twoBefore.kind === 'number')
    return !YEAR.test(twoBefore.text) || isNumbered(scan, at - 2) || isCoded(scan, at - 2);
  // "mid-2023" and "Jan-2023", but not "PI-2024", "pre-2022" and "26-Foo-2023".
  const isDated = scan.entries[at - 2]?.some(({ list }) => list === 'time-words' || list === 'months') === true;
  return !isDated || /^[-‐‑]$/.test(scan.pieces[at - 3]?.text ?? '');
}

/** A dash or a letter touches the digits from before: "PI-2010-2015". */
function isCoded(scan: Scan, at: number): boolean {
  return scan.pieces[at]?.glued === true && /[-‐‑\p{L}\p{N}/]$/u.test(scan.pieces[at - 1]?.text ?? '');
}

/** "section 12.5.2010", "tel. 12-05-2023", "version 10.11.2012", "contract 2010-2015": digits behind such a word are no date. */
export function isNumbered(scan: Scan, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /^[.:#№)]$/u.test(scan.pieces[before]?.text ?? '')) before -= 1;
  const word = scan.pieces[before];
  if (!word || scan.pieces[at]?.apart) return false;
  return scan.vocabulary.designators.has(word.lower) || lookUp(scan, before, 'number-signs')?.to === before + 1;
}

function isYearSuffix(scan: Scan, at: number): boolean {
  return lookUp(scan, at, 'time-words', ([role]) => role === 'year') !== null;
}

/** Whether the piece before `at` closes a word that may be glued to a year ("mid-", "nell'"). */
function endsTimeWord(scan: Scan, at: number): boolean {
  return scan.pieces[at - 1]?.kind === 'sign';
}

/** Skips "года", "г.", "年", "aastal", and the full stop of an Estonian ordinal ("2022. aastal"). */
function afterYear(scan: Scan, at: number): number {
  const stop = scan.pieces[at];
  if (stop?.text === '.' && stop.glued && follows(scan, at + 1) && isYearSuffix(scan, at + 1))
    return skipWord(scan, at + 1, 'year');
  const hyphen = scan.pieces[at];
  const ending = scan.pieces[at + 1];
  // "в апреле 2021-го года", "в 2021-м"
  const isInflected = hyphen?.text === '-' && hyphen.glued && ending?.glued && /^(?:го|м|й|му)$/.test(ending.lower);
  return skipWord(scan, isInflected ? at + 2 : at, 'year');
}

const ORDINAL_SUFFIX = /^(?:st|nd|rd|th|er|го|е|ое|º|ª)$/;

/** A day of the month with its ordinal ending: `28`, `28th`, `28.`, `28-го`, `1er`. */
export function readDayOfMonth(scan: Scan, at: number): Read | null {
  const piece = scan.pieces[at];
  if (piece?.kind !== 'number' || !/^[0-3]?\d$/.test(piece.text)) return null;
  const before = scan.pieces[at - 1];
  if (piece.glued && before && /[\p{L}\p{N}$€£#/]$/u.test(before.text) && !/\p{Script=Han}/u.test(before.text))
    return null;
  const value = Number(piece.text);
  if (value < 1 || value > 31) return null;
  let to = at + 1;
  if (
    scan.pieces[to]?.text === '-' &&
    ORDINAL_SUFFIX.test(scan.pieces[to + 1]?.lower ?? '') &&
    scan.pieces[to + 1]?.glued
  )
    to += 1;
  if (scan.pieces[to]?.glued && ORDINAL_SUFFIX.test(scan.pieces[to]?.lower ?? '')) to += 1;
  else if (scan.pieces[to]?.glued && /^[.º°]$/.test(scan.pieces[to]?.text ?? '')) to += 1;
  return { value, to };
}

/** How a month is written: `weak` and `short` as in the word list. */
export interface ReadMonth extends Read {
  readonly reading: string;
}

export function readMonth(scan: Scan, at: number, isJoined = false): ReadMonth | null {
  const found = lookUp(scan, at, 'months', ([, reading]) => isJoined || reading !== 'joined');
  return found ? { value: Number(found.fields[0]), to: found.to, reading: found.fields[1] ?? '' } : null;
}

/** "first" to "fourth", also as `2.`, `2-й` or `II` before a quarter or a half. */
export function readOrdinal(scan: Scan, at: number): Read | null {
  const word = lookUp(scan, at, 'ordinals');
  if (word) return { value: Number(word.fields[0]), to: word.to };
  const piece = scan.pieces[at];
  if (piece?.kind !== 'number' || !/^[1-4]$/.test(piece.text)) return null;
  let to = at + 1;
  if (/^[-.]$/.test(scan.pieces[to]?.text ?? '') && scan.pieces[to]?.glued) to += 1;
  if (/^(?:й|м|го|ом|ий|е|st|nd|rd|th)$/.test(scan.pieces[to]?.lower ?? '') && scan.pieces[to]?.glued) to += 1;
  return { value: Number(piece.text), to };
}
