import { expect, it } from 'vitest';
import { readFormat, showNumber } from './number-format.ts';

const show = (code: string, stored: string): string => showNumber(stored, readFormat(0, code), false).text;

it.each([
  // Each comma behind the last digit divides by a thousand.
  ['#,##0," тыс. руб."', '5000000', '5000 тыс. руб.'],
  ['0.0,," mln EUR"', '1234567', '1.234567 mln EUR'],
  ['#,##0,', '5000', '5'],
  ['0,.0" k"', '-500', '-0.5 k'],
  ['#,##0', '5000000', '5000000'],
  ['0.00" EUR"', '1234567.891', '1234567.891 EUR'],
  // Sections for positive, negative and no numbers.
  ['"Profit "#,##0;"Loss "#,##0;"none"', '500', 'Profit 500'],
  ['"Profit "#,##0;"Loss "#,##0;"none"', '-500', 'Loss 500'],
  ['"Profit "#,##0;"Loss "#,##0;"none"', '0', 'none'],
  ['#,##0" CR";#,##0" DR"', '-500', '500 DR'],
  ['#,##0;[Red]#,##0', '-500', '-500'],
  ['#,##0 "EUR";(#,##0) "EUR"', '-500', '-500 EUR'],
  ['"Loss "0;"Loss "-0', '-5', 'Loss -5'],
  ['0;-0;"-"', '0', '0'],
  ['#,##0.00;@', '-5', '-5'],
  // Conditions.
  ['[>=1000000]0.0,,"M";0', '1500000', '1.5 M'],
  ['[>=1000000]0.0,,"M";0', '1500', '1500'],
  ['[<1000]0" kg";[<1000000]0.0," t";0.0,," kt"', '2500', '2.5 t'],
  ['[<1000]0" kg";[<1000000]0.0," t";0.0,," kt"', '2500000', '2.5 kt'],
  // What held before.
  ['0.00%', '0.1234', '12.34%'],
  ['00000', '42', '00042'],
  ['[$-409]d\\-mmm\\-yy;@', '45385', '2024-04-03'],
  ['General', '5', '5'],
  ['"a;b" 0', '5', 'a;b 5'],
])('%s shows %s as %s (#10)', (code, stored, shown) => {
  expect(show(code, stored)).toBe(shown);
});

it('keeps what is stored beside what is shown', () => {
  expect(showNumber('5000000', readFormat(0, '0," thousand"'), false)).toEqual({
    text: '5000 thousand',
    raw: '5000000',
  });
});
