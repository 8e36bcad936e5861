import type { Mention } from '../../model/index.ts';
import { type CellAmount, readCellAmount, type Side, type Style, styleOf } from './cell-amount.ts';
import type { Field, RecordRow } from './fields.ts';
import type { RecordWords } from './record-words.ts';

/** Roles under which sums stand. */
const SUMS = ['amount', 'debit', 'credit'] as const;
type SumRole = (typeof SUMS)[number];

const isSum = (role: string): role is SumRole => SUMS.some((sum) => sum === role);

/** A sum of a row with all that decides its direction. */
export interface RowAmount extends CellAmount {
  readonly field: Field;
}

/** What only all rows of a table together tell. */
export interface TableFacts {
  /** Some sum under "amount" has a sign: then one without is of the other direction. */
  readonly isSigned: boolean;
  /** Every sum under "debit" has a minus: then it is no reversal there. */
  readonly isDebitNegative: boolean;
  /** Rows of both sides of an account are in it. */
  readonly hasBothSides: boolean;
  /** The party that fills this column in every one of several rows: the holder of the account. */
  readonly holderUnder: 'payer' | 'payee' | null;
}

export interface TableTools {
  readonly text: string;
  readonly words: RecordWords;
  readonly partyUnder: (row: RecordRow, roles: readonly string[]) => Mention | null;
}

const textOf = (text: string, { start, end }: Field): string => text.slice(start, end).trim();

/** Nothing stands in a cell; nought under "debit" or "credit" only fills the column. */
const isEmpty = (cell: string, role: SumRole): boolean =>
  !/[\p{L}\p{N}]/u.test(cell) || (role !== 'amount' && /^[^\p{L}1-9]*$/u.test(cell));

/** How each column of sums writes fractions. */
export function stylesOf(rows: readonly RecordRow[], text: string): ReadonlyMap<string, Style> {
  const cells = rows.flatMap(({ fields }) =>
    fields.filter(({ role }) => isSum(role)).map((field) => textOf(text, field)),
  );
  const style = styleOf(cells);
  return new Map(SUMS.map((role) => [role, style]));
}

/** The sums of a row; a cell that cannot be read whole has the number `null`. */
export function amountsOf(
  row: RecordRow,
  styles: ReadonlyMap<string, Style>,
  { text, words }: TableTools,
): RowAmount[] {
  return row.fields.flatMap((field): RowAmount[] => {
    if (!isSum(field.role)) return [];
    const cell = textOf(text, field);
    if (isEmpty(cell, field.role)) return [];
    const read = readCellAmount(cell, styles.get(field.role) ?? null, words);
    const sign = /[-−–(]\s*\d|^\s*"?[-−–(]|\d\s*[-−]\s*"?$/u.test(cell) ? 'minus' : null;
    const amount = read ?? { number: null, currency: null, sign, side: null };
    return [{ ...amount, number: words.isScaled(field.heading) ? null : amount.number, field }];
  });
}

/** The side a row stands on by its column of sums, the mark behind its sum or its column of marks; `null`: not said, `unclear`: contradictory. */
export function sideOf(
  row: RecordRow,
  amounts: readonly RowAmount[],
  { text, words }: TableTools,
): Side | null | 'unclear' {
  const sides = new Set<Side>();
  for (const { field, side } of amounts) {
    if (field.role === 'debit' || field.role === 'credit') sides.add(field.role);
    if (side) sides.add(side);
  }
  for (const field of row.fields) {
    const side = field.role === 'side' ? words.sideOf(textOf(text, field).replace(/["“”]/gu, '')) : null;
    if (side) sides.add(side);
  }
  return sides.size > 1 ? 'unclear' : ([...sides][0] ?? null);
}

function constantColumn(rows: readonly RecordRow[], tools: TableTools): TableFacts['holderUnder'] {
  const namesUnder = (role: string): Set<string> =>
    new Set(rows.map((row) => tools.partyUnder(row, [role])?.text.toLowerCase() ?? ''));
  const isOne = (names: ReadonlySet<string>): boolean => names.size === 1 && !names.has('');
  if (rows.length < 2) return null;
  const [payers, payees] = [namesUnder('payer'), namesUnder('payee')];
  if (isOne(payers) === isOne(payees)) return null;
  return isOne(payers) ? 'payer' : 'payee';
}

/** Reads what the rows of one table tell together. */
export function factsOf(rows: readonly RecordRow[], tools: TableTools): TableFacts {
  const none = new Map<string, Style>();
  const read = rows.map((row) => {
    const amounts = amountsOf(row, none, tools);
    return { amounts, side: sideOf(row, amounts, tools) };
  });
  const all = read.flatMap(({ amounts }) => amounts);
  const debits = all.filter(({ field }) => field.role === 'debit');
  return {
    isSigned: all.some(({ field, sign }) => field.role === 'amount' && sign !== null),
    isDebitNegative: debits.length > 0 && debits.every(({ sign }) => sign === 'minus'),
    hasBothSides: (['debit', 'credit'] as const).every((side) => read.some((row) => row.side === side)),
    holderUnder: constantColumn(rows, tools),
  };
}
