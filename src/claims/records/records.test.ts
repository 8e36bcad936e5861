import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../test/claims/marked.ts';
import { readCellAmount, styleOf } from './cell-amount.ts';
import { splitCells } from './fields.ts';

const WORDS = {
  currencyOf: (word: string) => ({ eur: 'EUR', usd: 'USD', $: 'USD', '€': 'EUR' })[word.toLowerCase()] ?? null,
  sideOf: (word: string) =>
    ({ cr: 'credit' as const, dr: 'debit' as const, s: 'debit' as const })[word.toLowerCase()] ?? null,
};

describe('a sum in its cell', () => {
  it.each([
    ['1260000.00', 'point', '1260000', null],
    ['"1,500.00"', 'point', '1500', null],
    ['12.500,00', 'comma', '12500', null],
    ['1 260 000,50', 'comma', '1260000.5', null],
    ["1'260'000.50", 'point', '1260000.5', null],
    ['14,70,000.00', 'point', '1470000', null],
    ['1234567.891', null, '1234567.891', null],
    ['12,500', null, '12500', null],
    ['1.500', 'comma', '1500', null],
    ['500,-', 'comma', '500', null],
    ['-1500.00', 'point', '1500', 'minus'],
    ['(240000.00)', 'point', '240000', 'minus'],
    ['1,500.00-', 'point', '1500', 'minus'],
    ['−5', null, '5', 'minus'],
    ['EUR -1,190.00', 'point', '1190', 'minus'],
    ['-EUR 1,190.00', 'point', '1190', 'minus'],
    ['+3.000,50', 'comma', '3000.5', 'plus'],
  ] as const)('%s', (cell, style, number, sign) => {
    expect(readCellAmount(cell, style, WORDS)).toMatchObject({ number, sign });
  });

  it('names its currency and its side', () => {
    expect(readCellAmount('$1,500.00 CR', 'point', WORDS)).toMatchObject({ currency: 'USD', side: 'credit' });
    expect(readCellAmount('12.500,00 EUR S', 'comma', WORDS)).toMatchObject({ currency: 'EUR', side: 'debit' });
  });

  it('leaves one point before three digits open until the column tells', () => {
    expect(readCellAmount('1.500', null, WORDS)?.number).toBeNull();
  });

  it.each(['USD 3.4 crore', '1.5 zillion', 'n/a', '', 'EUR 5 USD', '(5', '5 m', '10:30', '2024-03-04'])(
    'is not read with a word that may be a scale, or as no sum at all: %s',
    (cell) => {
      expect(readCellAmount(cell, 'point', WORDS)?.number ?? null).toBeNull();
    },
  );

  it.each([
    [['1.500', '12.500,00'], 'comma'],
    [['1,500', '3.25'], 'point'],
    [['1.234.567', '5'], 'comma'],
    [['12,60,000', '7'], 'point'],
    [['1.500', '7'], null],
    [['1,50', '1.50'], null],
  ] as const)('its column tells the decimal mark: %j', (cells, style) => {
    expect(styleOf(cells)).toBe(style);
  });
});

it('keeps the place of an empty cell between bars', () => {
  const row = '| a |  | b |';
  const cells = splitCells(row, { start: 0, end: row.length }, '|').map(({ start, end }) =>
    row.slice(start, end).trim(),
  );
  expect(cells).toEqual(['a', '', 'b']);
});

const table = (...rows: string[]): string => rows.join('\n').replaceAll(' | ', '\t');

/** Documents -> claims, as in claims.test.ts. */
const CASES: readonly (readonly [what: string, text: string, claims: readonly string[]])[] = [
  [
    'quoted sums with the currency in its own column',
    table('Payer | Payee | Amount | Currency', '{Borvex|C} | {Dalmor|C} | "1,260,000.50" | "CNY"'),
    ['paid Borvex > Dalmor =1260000.5 documented'],
  ],
  [
    'the currency in the heading',
    table('Payer | Payee | Amount (EUR)', '{Borvex|C} | {Dalmor|C} | 1.260,50'),
    ['paid Borvex > Dalmor =1260.5 documented'],
  ],
  [
    'a heading in thousands gives no sum',
    table('Payer | Payee | Amount (EUR thousands)', '{Borvex|C} | {Dalmor|C} | 1260'),
    ['paid Borvex > Dalmor documented'],
  ],
  [
    'a reversal is no payment',
    table(
      'Payer | Payee | Amount | Currency | Purpose',
      '{Borvex|C} | {Dalmor|C} | -5.00 | EUR | Invoice 7',
      '{Borvex|C} | {Dalmor|C} | (5.00) | EUR | Invoice 7',
      '{Borvex|C} | {Dalmor|C} | 5.00- | EUR | Invoice 7',
      '{Borvex|C} | {Dalmor|C} | 5.00 CR | EUR | Invoice 7',
      '{Borvex|C} | {Dalmor|C} | 5.00 | EUR | Storno of invoice 7',
      '{Borvex|C} | {Dalmor|C} | 0.00 | EUR | Invoice 7',
    ),
    [],
  ],
  [
    'debit and credit columns turn the direction',
    table(
      'Account holder: {Norrland|C}',
      'Date | Counterparty | Debit | Credit | Currency',
      '1 | {Borvex|C} | 5.00 |  | EUR',
      '2 | {Dalmor|C} |  | 7.00 | EUR',
      '3 | {Dalmor|C} | 7.00 | 7.00 | EUR',
    ),
    ['paid Norrland > Borvex =5 documented', 'paid Dalmor > Norrland =7 documented'],
  ],
  [
    'without a holder a side is of nobody',
    table('Date | Counterparty | Debit | Credit', '1 | {Borvex|C} | 5.00 | '),
    [],
  ],
  [
    'signs tell the direction where the table writes them',
    table(
      'Kontoinhaber: {Norrland|C}',
      'Buchungstag | Auftraggeber/Empfänger | Betrag | Währung',
      '1 | {Borvex|C} | -12.500,00 | EUR',
      '2 | {Dalmor|C} | 3.000,50 | EUR',
    ),
    ['paid Norrland > Borvex =12500 documented', 'paid Dalmor > Norrland =3000.5 documented'],
  ],
  [
    'a table without signs does not say who paid whom',
    table('Account holder: {Norrland|C}', 'Date | Counterparty | Amount | Currency', '1 | {Borvex|C} | 12.50 | EUR'),
    [],
  ],
  [
    'a mark of debit or credit, the holder being the payer throughout',
    table(
      'Payer | Beneficiary | Amount | D/C | Currency',
      '{Norrland|C} | {Borvex|C} | 5.00 | D | EUR',
      '{Norrland|C} | {Dalmor|C} | 7.00 | C | EUR',
    ),
    ['paid Norrland > Borvex =5 documented', 'paid Dalmor > Norrland =7 documented'],
  ],
  [
    'a mark of credit alone tells nothing',
    table('Payer | Beneficiary | Amount | D/C | Currency', '{Norrland|C} | {Dalmor|C} | 7.00 | C | EUR'),
    [],
  ],
  [
    'sender and recipient of goods supply',
    table('Отправитель | Получатель | Описание товара', '{Борвекс|C} | {Далмор|C} | Насосы'),
    ['supplies Борвекс > Далмор documented'],
  ],
  [
    'sender and recipient beside a sum pay',
    table('Отправитель | Получатель | Сумма | Валюта', '{Борвекс|C} | {Далмор|C} | 5,00 | RUB'),
    ['paid Борвекс > Далмор =5 documented'],
  ],
  ['sender and recipient alone do neither', table('Sender | Recipient', '{Borvex|C} | {Dalmor|C}'), []],
  [
    'shipper and consignee of a form',
    'Shipper: {Borvex|C}\nConsignee: {Dalmor|C}\nPort: {Orm|L}',
    ['supplies Borvex > Dalmor documented'],
  ],
  ['a form that names no sum and no bill', 'Seller: {Borvex|C}\nBuyer: {Dalmor|C}', []],
  [
    'a credit note bills nobody',
    'CREDIT NOTE 7\n\nSeller: {Borvex|C}\nBuyer: {Dalmor|C}\nTotal: {EUR 5.00|money=5}',
    [],
  ],
  ['nor does a sum below nought', 'Seller: {Borvex|C}\nBuyer: {Dalmor|C}\nTotal: -EUR 5.00', []],
  [
    'the largest sum of a bill',
    'Seller: {Borvex|C}\nBuyer: {Dalmor|C}\nNet amount: EUR 5.00\nTotal: EUR 6.00',
    ['billed Borvex > Dalmor =6 documented'],
  ],
  [
    'a date in the number of a bill is no time',
    'Date: n/a\nInvoice: PI-{2023|date=2023}-0412\nSeller: {Borvex|C}\nBuyer: {Dalmor|C}\nTotal: EUR 6.00',
    ['billed Borvex > Dalmor =6 documented'],
  ],
  ['who pays is no product', table('Payer | Payee | Amount | Currency', '{K-7|W} | {Dalmor|C} | 5.00 | EUR'), []],
];

describe('records', () => {
  it.each(CASES)('%s', (_, text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });
});
