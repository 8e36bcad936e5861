import { expect, test } from 'vitest';
import { literalsIn, shortForms } from '../../../test/mentions/literals-in.ts';

test.each([
  ['en', 'billed more than 3 million yuan', ['more than 3 million yuan = >3000000 CNY']],
  [
    'en',
    'cost $4.5m, then US$ 3.5 bn and £1.1bn',
    ['$4.5m = 4500000 USD', 'US$ 3.5 bn = 3500000000 USD', '£1.1bn = 1100000000 GBP'],
  ],
  ['en', 'paid USD 12,500.00 and 12,500 EUR', ['USD 12,500.00 = 12500 USD', '12,500 EUR = 12500 EUR']],
  [
    'en',
    'millions of dollars, half a billion dirhams',
    ['millions of dollars = >1000000 USD', 'half a billion dirhams = 500000000 AED'],
  ],
  ['en', 'worth $5-10 million', ['$5-10 million = 5000000..10000000 USD']],
  ['en', 'between $5 million and $7 million', ['between $5 million and $7 million = 5000000..7000000 USD']],
  ['en', 'a $10m-$15m deal, $3-€4', ['$10m-$15m = 10000000..15000000 USD', '$3 = 3 USD', '€4 = 4 EUR']],
  ['en', '202,989 $ 195,610', ['$ 195,610 = 195610 USD']],
  ['en', 'fuel at $4.355, EUR 12.500 in all', ['$4.355 = 4.355 USD', 'EUR 12.500 = 12500 EUR']],
  ['en', 'sold for 5 million pounds', ['5 million pounds = 5000000 GBP']],
  ['de', 'rund 1,2 Mio. Euro, 12.500,00 EUR', ['rund 1,2 Mio. Euro = ~1200000 EUR', '12.500,00 EUR = 12500 EUR']],
  [
    'ru',
    'на сумму 500 тыс. руб. и 12 500 000,50 рублей',
    ['500 тыс. руб. = 500000 RUB', '12 500 000,50 рублей = 12500000.5 RUB'],
  ],
  ['ru', 'около 5 млн долларов США', ['около 5 млн долларов США = ~5000000 USD']],
  ['uk', 'понад 5 млн гривень', ['понад 5 млн гривень = >5000000 UAH']],
  ['fr', "plus de 5 millions d'euros", ["plus de 5 millions d'euros = >5000000 EUR"]],
  ['it', 'oltre 5 milioni di euro', ['oltre 5 milioni di euro = >5000000 EUR']],
  ['es', 'más de 5 millones de dólares', ['más de 5 millones de dólares = >5000000 USD']],
  ['et', 'umbes 5 miljonit eurot', ['umbes 5 miljonit eurot = ~5000000 EUR']],
  ['zh', '该公司收到300万元人民币，超过5亿美元', ['300万元人民币 = 3000000 CNY', '超过5亿美元 = >500000000 USD']],
  // Scales of other languages, in a row, behind the currency, or said in several terms.
  ['en', 'paid ₹4.5 crore and Rs 60 lakh', ['₹4.5 crore = 45000000 INR', 'Rs 60 lakh = 6000000 INR']],
  [
    'en',
    'INR 2 lakh crore, 14,70,000.00 INR',
    ['INR 2 lakh crore = 2000000000000 INR', '14,70,000.00 INR = 1470000 INR'],
  ],
  ['en', 'EUR 3 milliard, 300万 yuan', ['EUR 3 milliard = 3000000000 EUR', '300万 yuan = 3000000 CNY']],
  ['en', '2.4 USD million, USD 6 triệu', ['2.4 USD million = 2400000 USD', 'USD 6 triệu = 6000000 USD']],
  ['en', 'two million three hundred thousand dollars', ['two million three hundred thousand dollars = 2300000 USD']],
  ['en', 'USD 1 260 000.50', ['USD 1 260 000.50 = 1260000.5 USD']],
  ['en', 'USD4.1bn EUR7,000 RMB5m', ['USD4.1bn = 4100000000 USD', 'EUR7,000 = 7000 EUR', 'RMB5m = 5000000 CNY']],
  ['en', 'EUR 4,000¹² and $11⁹', ['EUR 4,000 = 4000 EUR', '$11 = 11 USD']],
  [
    'en',
    '9 million Syrian pounds, 4 million tomans',
    ['9 million Syrian pounds = 9000000 SYP', '4 million tomans = 4000000 IRT'],
  ],
  [
    'de',
    '3 Millionen 500 Tausend Euro, EUR 500,-',
    ['3 Millionen 500 Tausend Euro = 3500000 EUR', 'EUR 500 = 500 EUR'],
  ],
  [
    'ru',
    '5 млн 300 тыс. рублей, 2 тысячи 500 рублей',
    ['5 млн 300 тыс. рублей = 5300000 RUB', '2 тысячи 500 рублей = 2500 RUB'],
  ],
  [
    'fr',
    "12 M€, 2 milliards 300 millions d'euros",
    ['12 M€ = 12000000 EUR', "2 milliards 300 millions d'euros = 2300000000 EUR"],
  ],
  ['tr', '5 milyon 300 bin lira', ['5 milyon 300 bin lira = 5300000 TRY']],
  ['zh', '支付3億5000万円', ['3億5000万円 = 350000000 JPY']],
  ['zh', '支付新臺幣350萬', ['新臺幣350萬 = 3500000 TWD']],
  ['it', 'USD 5 million', ['USD 5 million = 5000000 USD']],
])('%s: %s', (language, text, expected) => {
  expect(shortForms(text, ['money'], { language })).toEqual(expected);
});

test.each([
  ['It paid Rs 500 in Karachi.', ['Rs 500 = 500 PKR']],
  ['It paid Rs 500.', ['Rs 500 = 500 INR']],
  ['It paid 5 million riyals in Doha.', ['5 million riyals = 5000000 QAR']],
  ['It paid 5 million riyals to the woman.', []],
  ['It paid 5 million riyals, Qatari or Saudi.', []],
  ['It paid 5 million pounds in Egypt.', []],
  ['It paid 5 million pounds.', ['5 million pounds = 5000000 GBP']],
])('a name of money that countries share is settled by the document, or open: %s', (text, expected) => {
  expect(shortForms(text, ['money'])).toEqual(expected);
});

test('a conversion in brackets belongs to the sum and is a sum of its own', () => {
  const [sum, conversion] = literalsIn('It paid over 2 million yuan (about $280,000) for them.');
  expect(sum?.value).toMatchObject({ number: '2000000', currency: 'CNY', op: '>' });
  expect(sum?.value?.converted).toEqual({ number: '280000', currency: 'USD', op: '~' });
  expect(conversion?.norm).toBe('~280000 USD');
});

test('the sign ¥ means yuan where the text speaks of them', () => {
  expect(shortForms('It paid ¥500 in yuan.', ['money'])).toEqual(['¥500 = 500 CNY']);
  expect(shortForms('It paid ¥500.', ['money'])).toEqual(['¥500 = 500 JPY']);
});

test('a sum ends before the sign of the next', () => {
  expect(shortForms('$5 $7', ['money'])).toEqual(['$5 = 5 USD', '$7 = 7 USD']);
});

test('a currency without a sum', () => {
  expect(shortForms('payment in yuan, not in US dollars', ['currency'])).toEqual(['yuan = CNY', 'US dollars = USD']);
});

test.each([
  'They won 5 medals.',
  'a 5 m wall',
  '10 b',
  'a pound of flesh',
  'It weighs 500 pounds.',
  'the Euro-Atlantic area',
  'EUR 12 zillion',
  'USD 4 mil',
  'Rs 500 cr',
  'EUR 4 bi',
  'EUR -1,190.00',
  '-EUR 1,190.00',
  '−5 EUR',
  'USD 1,500.00-',
  'J$500',
  '12．5万元',
  '10³ EUR',
])('no sum in: %s', (text) => {
  expect(shortForms(text, ['money'])).toEqual([]);
});
