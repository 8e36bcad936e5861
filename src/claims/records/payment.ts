import type { Mention } from '../../model/index.ts';
import type { Side } from './cell-amount.ts';
import type { RecordRow } from './fields.ts';
import type { RowAmount, TableFacts, TableTools } from './table.ts';

/** Who paid whom by one row. */
export interface Payment {
  readonly payer: Mention;
  readonly payee: Mention;
  readonly amount: RowAmount | null;
}

interface RowSides {
  readonly amounts: readonly RowAmount[];
  readonly side: Side | null | 'unclear';
  readonly facts: TableFacts;
}

/** Whether a row says one sum, perhaps in two languages; a row with two tells no direction. */
const isOne = (amounts: readonly RowAmount[]): boolean => new Set(amounts.map(({ number }) => number)).size === 1;

const onlyAmount = (amounts: readonly RowAmount[]): RowAmount | null => (isOne(amounts) ? (amounts[0] ?? null) : null);

/** A minus that takes something back; under "debit" of a bank that writes every debit so it does not. */
function isReversed({ amounts, side, facts }: RowSides): boolean {
  return amounts.some(
    ({ sign, field }) => sign === 'minus' && !(field.role === 'debit' && side === 'debit' && facts.isDebitNegative),
  );
}

/** The side a row of the holder's own account stands on: said, or by its sign where the table writes signs. */
function sideOfHolder({ amounts, side, facts }: RowSides): Side | null {
  const amount = onlyAmount(amounts);
  if (!amount || side === 'unclear') return null;
  if (side !== null) {
    const isPlain =
      amount.sign !== 'minus' || (side === 'debit' && (facts.isDebitNegative || amount.field.role === 'amount'));
    return isPlain ? side : null;
  }
  if (!facts.isSigned) return null;
  return amount.sign === 'minus' ? 'debit' : 'credit';
}

/** Columns that name payer and payee; a mark of credit turns them where the first is the holder in every row. */
function betweenColumns(payer: Mention, payee: Mention, sides: RowSides): Payment | null {
  const { amounts, side, facts } = sides;
  if (isReversed(sides) || side === 'unclear' || (amounts.length > 0 && !isOne(amounts))) return null;
  const amount = onlyAmount(amounts);
  const isOther =
    (side === 'credit' && facts.holderUnder !== 'payee') || (side === 'debit' && facts.holderUnder === 'payee');
  if (!isOther) return { payer, payee, amount };
  if (facts.hasBothSides && facts.holderUnder !== null) return { payer: payee, payee: payer, amount };
  return side === 'debit' ? { payer, payee, amount } : null;
}

/** A row of an account: the holder stands in a column or above the table, the other party in the row. */
function ofHolder(holder: Mention, row: RecordRow, sides: RowSides, tools: TableTools): Payment | null {
  const amount = onlyAmount(sides.amounts);
  const side = sideOfHolder(sides);
  const other = tools.partyUnder(row, ['counterparty', 'payer', 'payee', 'sender', 'receiver']);
  if (!other || other.text === holder.text) return null;
  if (side !== null) {
    // A column of payees names whom the holder paid; a credit under it says something else.
    const isUnder = (...roles: string[]): boolean => tools.partyUnder(row, roles) !== null;
    const isPlain =
      isUnder('counterparty') || !(side === 'debit' ? isUnder('payer', 'sender') : isUnder('payee', 'receiver'));
    if (!isPlain) return null;
    return side === 'debit' ? { payer: holder, payee: other, amount } : { payer: other, payee: holder, amount };
  }
  if (!amount || sides.side === 'unclear' || sides.facts.isSigned || amount.sign === 'minus') return null;
  if (tools.partyUnder(row, ['payee'])) return { payer: holder, payee: other, amount };
  return tools.partyUnder(row, ['payer']) ? { payer: other, payee: holder, amount } : null;
}

/** The payment that a row tells, or `null`: a reversal, a row of neither side and a sum of nought are none. */
export function paymentOf(row: RecordRow, sides: RowSides, tools: TableTools): Payment | null {
  const purposes = row.fields.filter(({ role }) => /^(?:purpose|description|goods|side|amount)$/u.test(role));
  if (purposes.some(({ start, end }) => tools.words.isUndone(tools.text.slice(start, end)))) return null;
  if (sides.amounts.some(({ number }) => number === '0')) return null;
  const [payer, payee] = [tools.partyUnder(row, ['payer']), tools.partyUnder(row, ['payee'])];
  if (payer && payee) return payer.id === payee.id ? null : betweenColumns(payer, payee, sides);
  const holder = tools.partyUnder(row, ['holder']) ?? row.holder;
  if (holder) return ofHolder(holder, row, sides, tools);
  // "Sender" and "recipient" are of money only beside a sum and without goods.
  const [from, to] = [tools.partyUnder(row, ['payer', 'sender']), tools.partyUnder(row, ['payee', 'receiver'])];
  const isOfGoods = row.fields.some(({ role }) => role === 'goods' || role === 'consignor' || role === 'consignee');
  if (!from || !to || from.id === to.id || isOfGoods || sides.amounts.length === 0) return null;
  return betweenColumns(from, to, sides);
}
