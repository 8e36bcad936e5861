import { readDecimal } from '../../text/index.ts';

/** How a column of sums writes fractions, `null` while nothing tells. */
export type Style = 'point' | 'comma' | null;

/** Which side of an account a sum stands on: `debit` left it, `credit` came in. */
export type Side = 'debit' | 'credit';

/** A sum in its cell. */
export interface CellAmount {
  /** Decimal string without sign; `null` where it cannot be told for sure. */
  readonly number: string | null;
  /** ISO 4217, when the cell names it itself. */
  readonly currency: string | null;
  /** `minus` in every way bookkeepers write it: -5, (5), 5-; `plus` where it is written. */
  readonly sign: 'plus' | 'minus' | null;
  /** Said by CR, DR, S, H behind the sum. */
  readonly side: Side | null;
}

/** Names and codes of money, and what the letters beside a sum say of its side. */
export interface AmountWords {
  readonly currencyOf: (word: string) => string | null;
  readonly sideOf: (word: string) => Side | null;
}

/** Cells longer than this (code units, without white space) are sentences. */
const LONGEST = 40;

const SUM = /^([-−–+(]{0,2})([^\d()+\-−–]{0,16})([-−–+]?)(\d[\d.,'’]{0,24})([-−–]{0,2})([^\d()+\-−–]{0,20})([-−+)]?)$/u;
const FRACTION = /([.,])\d{1,2}$/u;
const GROUPED = /^\d{1,3}([.,])\d{2,3}(?:[.,]\d{2,3})*(?:([.,])\d+)?$/u;
const LONE = /^\d{1,3}\.\d{3}$/u;

const compact = (cell: string): string => cell.replace(/[\s\u00a0"“”]+/gu, '');

/** Which style the sums of a column show; `null` when none of them tells, or when they disagree. */
export function styleOf(cells: readonly string[]): Style {
  const styles = new Set<Style>();
  for (const cell of cells) {
    const digits = SUM.exec(compact(cell).slice(0, LONGEST))?.[4] ?? '';
    const fraction = FRACTION.exec(digits)?.[1];
    const group = GROUPED.exec(digits);
    const isTwice = group !== null && digits.split(group[1] ?? '').length > 2;
    if (fraction !== undefined) styles.add(fraction === '.' ? 'point' : 'comma');
    else if (group?.[2] !== undefined && group[2] !== group[1]) styles.add(group[2] === '.' ? 'point' : 'comma');
    else if (isTwice) styles.add(group[1] === ',' ? 'point' : 'comma');
  }
  return styles.size === 1 ? ([...styles][0] ?? null) : null;
}

/** Letters beside a sum as a currency and a side: "EUR", "CR", "EURCR"; `null` when they say anything else. */
function readLetters(letters: string, words: AmountWords): Pick<CellAmount, 'currency' | 'side'> | null {
  if (letters === '') return { currency: null, side: null };
  const currency = words.currencyOf(letters);
  if (currency !== null) return { currency, side: null };
  const side = words.sideOf(letters);
  if (side !== null) return { currency: null, side };
  const last = /^(.{1,6}?)(cr|dr|c|d|s|h)$/iu.exec(letters);
  const both = last && { currency: words.currencyOf(last[1] ?? ''), side: words.sideOf(last[2] ?? '') };
  return both && both.currency !== null && both.side !== null ? both : null;
}

/** The number in its digits; a lone point before three digits stays open until the column tells ("1.500"). */
function numberOf(digits: string, style: Style): string | null {
  if (style === null && LONE.test(digits) && !digits.startsWith('0.')) return null;
  return readDecimal(digits, style ?? 'point');
}

/** Reads the sum that a cell holds and nothing else, or `null`: a word that is no currency may be a scale. */
export function readCellAmount(cell: string, style: Style, words: AmountWords): CellAmount | null {
  const text = compact(cell);
  if (text.length > LONGEST) return null;
  const [, lead = '', before = '', inner = '', written = '', dashes = '', after = '', tail = ''] = SUM.exec(text) ?? [];
  const digits = written.replace(/[.,'’]+$/u, '');
  if (digits === '') return null;
  const isNoCents = dashes !== '' && written !== digits;
  const [left, right] = [readLetters(before, words), readLetters(after, words)];
  if (!left || !right || (left.currency !== null && right.currency !== null && left.currency !== right.currency))
    return null;
  const signs = lead + inner + (isNoCents ? '' : dashes) + tail;
  if (signs.includes('(') !== signs.includes(')')) return null;
  const sign = /[-−–(]/u.test(signs) ? 'minus' : signs.includes('+') ? 'plus' : null;
  return {
    number: numberOf(digits, style),
    currency: left.currency ?? right.currency,
    sign,
    side: left.side ?? right.side,
  };
}
