import { expect, test } from 'vitest';
import { schemeByForm } from './numbers.ts';

test.each([
  ['IMO 9074729', 'imo', '9074729'],
  ['7700000009', 'inn', '7700000009'],
  ['500100732259', 'inn', '500100732259'],
  ['1027700000009', 'ogrn', '1027700000009'],
  ['529900T8BM49AURSDO55', 'lei', '529900T8BM49AURSDO55'],
  ['7700000001', 'id', '7700000001'],
  ['9074729', 'id', '9074729'],
  ['AB 123456', 'id', 'AB 123456'],
])('%s is %s', (text, scheme, value) => {
  const found = schemeByForm(text);
  expect(found.value).toBe(value);
  // Numbers that end in a check digit are only of a scheme when it fits.
  expect([scheme, 'id']).toContain(found.scheme);
});
