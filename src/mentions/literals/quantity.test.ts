import { expect, test } from 'vitest';
import { literalsIn, shortForms } from '../../../test/mentions/literals-in.ts';

const QUANTITIES = ['count', 'length', 'mass', 'area', 'percent', 'factor', 'rate', 'duration'] as const;

test.each([
  ['en', 'more than half a dozen visits', ['more than half a dozen = >6']],
  ['en', 'at least six, over a dozen crates', ['at least six = >=6', 'over a dozen = >12']],
  ['en', 'Around 500 are used each month', ['Around 500 = ~500', 'each month = P1M']],
  ['en', 'hundreds of the crates and several thousand rounds', ['hundreds = >100', 'several thousand = >2000']],
  ['en', 'twenty-five men, five hundred and twenty workers', ['twenty-five = 25', 'five hundred and twenty = 520']],
  [
    'en',
    'Between 15 and 20 crates, 10-12 men, two or three women',
    ['Between 15 and 20 = 15..20', '10-12 = 10..12', 'two or three = 2..3'],
  ],
  ['en', '20 or more crates, 140,000 of them', ['20 or more = >=20', '140,000 = 140000']],
  [
    'en',
    'up to 1,200 miles, a 50-kilogram load, 400kg',
    ['up to 1,200 miles = <=1200 mi', '50-kilogram = 50 kg', '400kg = 400 kg'],
  ],
  [
    'en',
    '80 hectares, 20,000 sq ft, 300 nautical miles',
    ['80 hectares = 80 ha', '20,000 sq ft = 20000 ft2', '300 nautical miles = 300 nmi'],
  ],
  ['en', 'rose tenfold, then doubled, a 10-fold rise', ['tenfold = x10', 'doubled = x2', '10-fold = x10']],
  ['en', 'within eight months, up to 20 years in prison', ['within eight months = P8M', 'up to 20 years = <=P20Y']],
  ['en', '800 crates annually, 40 a day', ['800 = 800', 'annually = P1Y', 'a day = P1D']],
  ['en', 'sold 3.4m rounds, 7m barrels', ['3.4m = 3400000', '7m = 7000000']],
  ['en', 'a 3m high wall, 12m wide, 5 m³ of gas', ['3m = 3 m', '12m = 12 m', '5 m³ = 5 m³']],
  ['en', '20¹ engines, 30 Ming vases, 20 lakh crates', ['20 = 20', '30 = 30', '20 lakh = 2000000']],
  ['ru', '2 млн 300 тыс. деталей', ['2 млн 300 тыс. = 2300000']],
  ['en', 'three to five years, 300 km or more', ['three to five years = P3Y..P5Y', '300 km or more = >=300 km']],
  ['en', 'a few hundred men, after 73 seconds', ['a few hundred = >200', '73 seconds = PT73S']],
  ['en', '14 Borlandian and 3 other firms', ['14 = 14', '3 = 3']],
  ['zh', '300公里以上', ['300公里以上 = >=300 km']],
  ['en', '25% and 10 per cent', ['25% = 25 %', '10 per cent = 10 %']],
  [
    'ru',
    'не менее двадцати пяти станков, около 140 000 деталей',
    ['не менее двадцати пяти = >=25', 'около 140 000 = ~140000'],
  ],
  [
    'ru',
    'в 10 раз, вдвое, до 2 000 км, 20 лет',
    ['в 10 раз = x10', 'вдвое = x2', 'до 2 000 км = <=2000 km', '20 лет = P20Y'],
  ],
  ['ru', 'десятки компаний, 500 штук в месяц', ['десятки = >10', '500 = 500', 'в месяц = P1M']],
  ['uk', 'понад 20 станків, 50 кг', ['понад 20 = >20', '50 кг = 50 kg']],
  ['de', 'ein halbes Dutzend Besuche, fünfundzwanzig Firmen', ['ein halbes Dutzend = 6', 'fünfundzwanzig = 25']],
  [
    'de',
    '1.500 Kisten, 2,5 Tonnen, höchstens 20 Jahre',
    ['1.500 = 1500', '2,5 Tonnen = 2.5 t', 'höchstens 20 Jahre = <=P20Y'],
  ],
  ['fr', 'une dizaine de caisses, 2 000 km, dix fois plus', ['2 000 km = 2000 km', 'dix fois plus = x10']],
  ['it', 'circa 300 casse, fino a 35 anni', ['circa 300 = ~300', 'fino a 35 anni = <=P35Y']],
  ['es', 'unos 300 camiones, 20 años de cárcel', ['unos 300 = ~300', '20 años = P20Y']],
  ['et', 'üle 20 kasti, kuni 20 aastat vangistust', ['üle 20 = >20', 'kuni 20 aastat = <=P20Y']],
  [
    'zh',
    '约500架，三百五十台，百分之三十，3个月',
    ['约500 = ~500', '三百五十 = 350', '百分之三十 = 30 %', '3个月 = P3M'],
  ],
])('%s: %s', (language, text, expected) => {
  const found = shortForms(text, QUANTITIES, { language });
  expect(found.filter((item) => expected.includes(item))).toEqual(expected);
});

test.each([
  'a 59-year-old man',
  'Smith, 59, of Leeds',
  'one-way trips',
  'one of them',
  'no one knows',
  'on the one hand',
  'Article 5 and page 12',
  'No. 7',
  'the A-100 and the HW52V',
  'Group of Seven',
  'the 16th floor',
  'the two agreed',
  'at 10:30',
  'version 1.2.3',
  'see [3]',
  'Fax: (713) 555-0100, 216-555-0100',
  'my 8 year old daughter',
  '50 U.S.C. 1705',
  'The Tarvo Daily',
  '+7 495 123-45-67',
  '6m pipes',
  '10³ crates',
  '3 × 10⁶ crates',
  '1 200 crates',
  'fell to −5 degrees',
  '-EUR 1,190.00',
  '20 mm2',
])('no quantity in: %s', (text) => {
  expect(shortForms(text, QUANTITIES)).toEqual([]);
});

test.each([
  ['It shipped seven blue crates made in Borland.', 'crates'],
  ['thousands of Tarvo pumps', 'pumps'],
  ['over 150 individuals and entities', 'individuals and entities'],
  ['two Borvex reports to the ministry', 'reports'],
  ['256 more prisoners', 'prisoners'],
  ['six made-in-Borland valves', 'valves'],
  ['One invoice asked for cash', 'invoice'],
  ['at least 14 people', 'people'],
])('%s counts %s', (text, unit) => {
  expect(literalsIn(text)[0]?.value?.unit).toBe(unit);
});

test('measures keep the unit of the text and add exact SI', () => {
  expect(literalsIn('about 930 miles')[0]?.value).toEqual({
    number: '930',
    unit: 'mi',
    op: '~',
    si: { number: '1496689.92', unit: 'm' },
  });
  expect(literalsIn('20 tons')[0]?.value).toEqual({ number: '20', unit: 'ton', op: '=' });
});
