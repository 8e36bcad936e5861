import type { Literal, Span } from '../../model/index.ts';
import type { RecordRow } from './fields.ts';
import type { RecordWords } from './record-words.ts';
import type { RowAmount, TableTools } from './table.ts';

/** "Amount (CNY)", "Betrag in EUR". */
const currencyIn = (heading: string, words: RecordWords): string | null =>
  (heading.match(/[\p{L}\p{Sc}]+/gu) ?? []).map((word) => words.currencyOf(word)).find((code) => code !== null) ?? null;

/** The currency of a row, in a cell of its own. */
function statedCurrency(row: RecordRow, { text, words }: TableTools): string | null {
  const column = row.fields.find(({ role }) => role === 'currency');
  return column ? words.currencyOf(text.slice(column.start, column.end).replaceAll('"', '').trim()) : null;
}

/**
 * The sum of a row as the value of a claim: the number of its cell in the currency that the cell, the row or the heading names;
 * or what was read there as money and is all the cell says, for a word left over may be a scale. `null` otherwise.
 */
export function toValue(
  amount: RowAmount | null,
  row: RecordRow,
  tools: TableTools & { readonly literals: (span: Span) => Literal[] },
): Literal | null {
  const { text, words } = tools;
  if (!amount || words.isScaled(amount.field.heading)) return null;
  const { field, number } = amount;
  const stated = statedCurrency(row, tools);
  if (amount.currency !== null && stated !== null && amount.currency !== stated) return null;
  const currency = amount.currency ?? stated ?? currencyIn(field.heading, words);
  if (number !== null && currency !== null) {
    const value = { number, unit: currency, op: '=' as const, currency };
    const by = { rule: 'claims/records' };
    const written = text.slice(field.start, field.end).trim();
    return { ...field, id: '', text: written, kind: 'money', norm: `${number} ${currency}`, value, by };
  }
  const read = tools.literals(field).find(({ kind }) => kind === 'money');
  const rest = read ? text.slice(field.start, read.start) + text.slice(read.end, field.end) : '';
  return read && amount.sign !== 'minus' && !/[\p{L}\p{N}]/u.test(rest.replace(/\([^()]{0,60}\)/gu, '')) ? read : null;
}
