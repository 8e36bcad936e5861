import { expect, test } from 'vitest';
import { shortForms } from '../../../test/mentions/literals-in.ts';
import { isIban, isImo, isInn, isLei, isOgrn, isUscc } from './checksums.ts';

test.each([
  [isIban, 'DE89370400440532013000', 'DE89370400440532013001'],
  [isLei, '5493001KJTIIGC8Y1R12', '5493001KJTIIGC8Y1R13'],
  [isInn, '7707083893', '7707083894'],
  [isInn, '500100732259', '500100732258'],
  [isOgrn, '1027700132195', '1027700132196'],
  [isImo, '9074729', '9074728'],
  [isUscc, '91350100M000100Y43', '91350100M000100Y44'],
])('%o takes %s and not %s', (isValid, right, wrong) => {
  expect(isValid(right)).toBe(true);
  expect(isValid(wrong)).toBe(false);
  expect(isValid('')).toBe(false);
});

test.each([
  ['Invoice No. 123/45 of May', ['Invoice No. 123/45 = invoice 123/45']],
  ['under Contract No.: AB-12/2023-X,', ['Contract No.: AB-12/2023-X = contract AB-12/2023-X']],
  ['the Tarvo (IMO 9074729)', ['IMO 9074729 = IMO 9074729']],
  ['the Tarvo (IMO number: 9074728)', ['IMO number: 9074728 = invalid IMO 9074728']],
  ['to DE89 3704 0044 0532 0130 00.', ['DE89 3704 0044 0532 0130 00 = IBAN DE89370400440532013000']],
  ['SWIFT: DEUTDEFF', ['SWIFT: DEUTDEFF = BIC DEUTDEFF']],
  ['HS code 8542.31', ['HS code 8542.31 = HS 8542.31']],
  [
    'ООО «Вымпелон» (ИНН 7707083893, ОГРН 1027700132195)',
    ['ИНН 7707083893 = INN 7707083893', 'ОГРН 1027700132195 = OGRN 1027700132195'],
  ],
  ['по договору № 17-А/2022 от 05.03.2022', ['договору № 17-А/2022 = contract 17-А/2022']],
  ['统一社会信用代码：91350100M000100Y43', ['统一社会信用代码：91350100M000100Y43 = USCC 91350100M000100Y43']],
])('%s', (text, expected) => {
  expect(shortForms(text, ['identifier'])).toEqual(expected);
});

test.each([
  'the invoice number was hidden',
  'the case of 12 crates',
  'in order 5 men',
  '9074729 crates',
  'an IMO meeting',
])('no identifier in: %s', (text) => {
  expect(shortForms(text, ['identifier'])).toEqual([]);
});
