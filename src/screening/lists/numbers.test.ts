import { expect, test } from 'vitest';
import { isImo, schemeByForm } from './numbers.ts';

test.each([
  ['IMO 9074729', 'imo', '9074729'],
  ['7700000009', 'inn', '7700000009'],
  ['1027700000008', 'ogrn', '1027700000008'],
  ['00000000000000vega42', 'lei', '00000000000000VEGA42'],
  ['91350200MA00000XYL', 'uscc', '91350200MA00000XYL'],
  // One digit off, or too bare to tell.
  ['7700000001', 'id', '7700000001'],
  ['1027700000009', 'id', '1027700000009'],
  ['00000000000000VEGA43', 'id', '00000000000000VEGA43'],
  ['91350200MA00000XYM', 'id', '91350200MA00000XYM'],
  ['9074729', 'id', '9074729'],
  ['AB 123456', 'id', 'AB 123456'],
])('%s is %s', (text, scheme, value) => expect(schemeByForm(text)).toEqual({ scheme, value }));

test('the check digit of a ship', () =>
  expect(['9074729', '9074728', '907472'].map(isImo)).toEqual([true, false, false]));
