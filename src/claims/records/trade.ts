import type { Mention, Predicate } from '../../model/index.ts';
import { compareDecimals } from '../../text/index.ts';
import type { RecordRow } from './fields.ts';
import type { RowAmount, TableTools } from './table.ts';

/** Who billed or supplied whom by one record. */
export interface Trade {
  readonly predicate: Predicate;
  readonly subject: Mention;
  readonly object: Mention;
  readonly amount: RowAmount | null;
}

interface Evidence {
  /** A sum that is no reversal. */
  readonly sum: boolean;
  readonly invoice: boolean;
  readonly goods: boolean;
  readonly row: boolean;
}

/** Which columns make which trade, and what else the record must show; the first that fits is told. */
const TRADES: readonly {
  readonly predicate: Predicate;
  readonly subject: readonly string[];
  readonly object: readonly string[];
  readonly needs: (evidence: Evidence) => boolean;
}[] = [
  {
    predicate: 'billed',
    subject: ['seller'],
    object: ['buyer', 'consignee'],
    needs: ({ sum, invoice }) => sum || invoice,
  },
  {
    predicate: 'billed',
    subject: ['consignor'],
    object: ['buyer', 'consignee'],
    needs: ({ sum, invoice, row }) => sum && invoice && !row,
  },
  { predicate: 'supplies', subject: ['consignor'], object: ['consignee', 'buyer', 'receiver'], needs: () => true },
  { predicate: 'supplies', subject: ['sender', 'seller'], object: ['consignee'], needs: () => true },
  { predicate: 'supplies', subject: ['sender'], object: ['receiver'], needs: ({ goods }) => goods },
  { predicate: 'sold', subject: ['seller'], object: ['buyer'], needs: ({ goods, row }) => goods && row },
];

/** Of several sums the bill is the largest: what is net, tax or paid already is less. */
function largest(amounts: readonly RowAmount[]): RowAmount | null {
  if (amounts.some(({ number }) => number === null)) return amounts.length === 1 ? (amounts[0] ?? null) : null;
  return amounts.reduce<RowAmount | null>(
    (best, next) => (best && compareDecimals(best.number ?? '0', next.number ?? '0') >= 0 ? best : next),
    null,
  );
}

/** Words above a form, where papers say what they are. */
const ABOVE = 300;

/** What a record of goods tells, or `null`: a credit note and a bill below nought bill nobody, and a form without a sum only when it calls itself a bill. */
export function tradeOf(
  row: RecordRow,
  amounts: readonly RowAmount[],
  { text, words, partyUnder }: TableTools,
): Trade | null {
  const around = text.slice(row.kind === 'form' ? Math.max(0, row.start - ABOVE) : row.start, row.end);
  const own = text.slice(row.start, row.end);
  if (amounts.some(({ sign }) => sign === 'minus') || words.isCreditNote(around) || words.isUndone(own)) return null;
  const evidence: Evidence = {
    sum: amounts.length > 0,
    invoice: words.isInvoice(around),
    goods: row.fields.some(({ role }) => role === 'goods'),
    row: row.kind === 'row',
  };
  for (const { predicate, subject, object, needs } of TRADES) {
    const [from, to] = [partyUnder(row, subject), partyUnder(row, object)];
    if (from && to && from.id !== to.id && needs(evidence))
      return { predicate, subject: from, object: to, amount: predicate === 'billed' ? largest(amounts) : null };
  }
  return null;
}
