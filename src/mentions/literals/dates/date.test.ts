import { expect, test } from 'vitest';
import { literalsIn, shortForms } from '../../../../test/mentions/literals-in.ts';

test.each([
  ['en', 'the 28 February 2022 raid', '28 February 2022 = 2022-02-28'],
  ['en', 'of February 28th, 2022,', 'February 28th, 2022 = 2022-02-28'],
  ['en', 'Monday, 2 January 2023', 'Monday, 2 January 2023 = 2023-01-02'],
  ['en', 'dated 2022-02-28T10:15:00Z', '2022-02-28T10:15:00Z = 2022-02-28'],
  ['en', 'Oct 25-26, 2016', 'Oct 25-26, 2016 = 2016-10-25/2016-10-26'],
  ['en', 'it left in June 2023.', 'June 2023 = 2023-06'],
  ['en', 'it left in 2023.', 'in 2023 = 2023'],
  ['en', 'through 2024 and 2025', '2024 and 2025 = 2024/2025'],
  ['en', 'in 2019-21', 'in 2019-21 = 2019/2021'],
  ['en', 'between November 2020 and February 2021', 'between November 2020 and February 2021 = 2020-11/2021-02'],
  ['en', 'from May to July 2022', 'from May to July 2022 = 2022-05/2022-07'],
  ['en', 'since the second quarter of 2024', 'the second quarter of 2024 = 2024-04/2024-06'],
  ['en', 'Since mid-2023, it', 'Since mid-2023 = 2023-07/..'],
  ['en', 'by mid-2025', 'mid-2025 = 2025-07'],
  ['en', 'in late 2024', 'late 2024 = 2024-10/2024-12'],
  ['en', 'in early 2024', 'early 2024 = 2024-01/2024-03'],
  ['en', 'Q2 2024', 'Q2 2024 = 2024-04/2024-06'],
  ['en', 'spring of 2021', 'spring of 2021 = 2021-03/2021-05'],
  ['en', 'in the 1990s', 'the 1990s = 199X'],
  ['en', 'as of 2023-05', '2023-05 = 2023-05'],
  ['en', 'the first six months of 2024', 'the first six months of 2024 = 2024-01/2024-06'],
  ['en', 'Jan-Mar 2023', 'Jan-Mar 2023 = 2023-01/2023-03'],
  ['en', 'Date: Mon, 13 Feb 2023 10:33:00', 'Mon, 13 Feb 2023 = 2023-02-13'],
  ['fr', 'dans les années 1990', 'les années 1990 = 199X'],
  ['ru', 'с 1 по 15 марта 2023 года', 'с 1 по 15 марта 2023 года = 2023-03-01/2023-03-15'],
  ['ru', 'в апреле 2021-го', 'апреле 2021-го = 2021-04'],
  ['lv', '2022. gada 28. februārī', '2022. gada 28. februārī = 2022-02-28'],
  ['de', 'am 28. Februar 2022', '28. Februar 2022 = 2022-02-28'],
  ['de', 'Seit 2020 hat', 'Seit 2020 = 2020/..'],
  ['de', 'im zweiten Quartal 2024', 'zweiten Quartal 2024 = 2024-04/2024-06'],
  ['de', 'Rechnung vom 28.02.2022', '28.02.2022 = 2022-02-28'],
  ['ru', 'указ 28 февраля 2022 г.', '28 февраля 2022 г. = 2022-02-28'],
  ['ru', 'с 2020 по 2023 год', 'с 2020 по 2023 год = 2020/2023'],
  ['ru', 'С середины 2023 года', 'С середины 2023 года = 2023-07/..'],
  ['ru', 'в первом полугодии 2023 года', 'первом полугодии 2023 года = 2023-01/2023-06'],
  ['uk', 'від 28 лютого 2022 року', '28 лютого 2022 року = 2022-02-28'],
  ['fr', 'le 1er mars 2022', '1er mars 2022 = 2022-03-01'],
  ['fr', 'de 2020 à 2023', 'de 2020 à 2023 = 2020/2023'],
  ['it', 'Tra il 2020 e il 2023', 'Tra il 2020 e il 2023 = 2020/2023'],
  ['es', 'el 28 de febrero de 2022', '28 de febrero de 2022 = 2022-02-28'],
  ['et', '28. veebruaril 2022', '28. veebruaril 2022 = 2022-02-28'],
  ['et', '2022. aasta veebruaris', '2022. aasta veebruaris = 2022-02'],
  ['pl', '28 lutego 2022 r.', '28 lutego 2022 r. = 2022-02-28'],
  ['zh', '公司于2022年2月28日成立', '2022年2月28日 = 2022-02-28'],
  ['zh', '2024年上半年', '2024年上半年 = 2024-01/2024-06'],
  // In one word, and as logs write it.
  ['en', 'left on 26-Nov-2021.', '26-Nov-2021 = 2021-11-26'],
  ['en', '05-JUL-2022', '05-JUL-2022 = 2022-07-05'],
  ['en', 'on 19-Aug-12 it', '19-Aug-12 = 2012-08-19'],
  ['en', 'dep. 17SEP2023,', '17SEP2023 = 2023-09-17'],
  ['en', 'since Mar-2021', 'Mar-2021 = 2021-03'],
  ['en', '7 Jul 22,Tarvo', '7 Jul 22 = 2022-07-07'],
  ['de', 'am 26-Okt-2021', '26-Okt-2021 = 2021-10-26'],
  ['ru', 'от 26-окт-2021', '26-окт-2021 = 2021-10-26'],
  ['en', 'Tue Nov 14 09:21:07 CET 2023', 'Tue Nov 14 09:21:07 CET 2023 = 2023-11-14'],
  ['en', 'Nov 14 09:21:07 2023', 'Nov 14 09:21:07 2023 = 2023-11-14'],
  ['en', 'in Тарво 7 марта 2023 г', '7 марта 2023 г = 2023-03-07'],
  // A span over the new year has one year stated.
  ['en', 'from 27 December to 4 January 2023', '= 2022-12-27/2023-01-04'],
  ['en', 'from 27 December 2022 to 4 January', '= 2022-12-27/2023-01-04'],
  ['en', 'between November and February 2023', '= 2022-11/2023-02'],
  ['ru', 'с 27 декабря по 4 января 2023 года', '= 2022-12-27/2023-01-04'],
  ['de', 'vom 27. Dezember bis 4. Januar 2023', '= 2022-12-27/2023-01-04'],
  ['es', 'del 27 de diciembre al 4 de enero de 2023', '= 2022-12-27/2023-01-04'],
  ['en', '2021-10-01/2021-10-31', '= 2021-10-01/2021-10-31'],
  ['en', '2011-12 and 2023-05-02', '2011-12 = 2011-12'],
  ['en', '20211126,Tarvo', '20211126 = 2021-11-26'],
])('%s: %s', (language, text, expected) => {
  expect(shortForms(text, ['date'], { language }).join('; ')).toContain(expected);
});

// 2021-03-03 was a Wednesday.
test.each([
  ['said on Monday', 'on Monday = 2021-03-01'],
  ['said on Wednesday', 'on Wednesday = 2021-03-03'],
  ['said on Thursday', 'on Thursday = 2021-02-25'],
  ['Last week, it', 'Last week = 2021-02-22/2021-02-28'],
  ['Earlier this month, it', 'Earlier this month = 2021-03'],
  ['earlier this year', 'earlier this year = 2021'],
  ['In July, it', 'In July = 2020-07'],
  ['In February, it', 'In February = 2021-02'],
  ['yesterday', 'yesterday = 2021-03-02'],
  ['3 weeks ago', '3 weeks ago = 2021-02-08/2021-02-14'],
  ['a year ago', 'a year ago = 2020'],
  ['in the summer it', 'in the summer = 2020-06/2020-08'],
  ['from the first half of the year', 'the first half of the year = 2021-01/2021-06'],
  ['early next year', 'early next year = 2022-01/2022-03'],
  ['last December', 'last December = 2020-12'],
  ['told in July last year', 'July last year = 2020-07'],
])('told from 3 March 2021: %s', (text, expected) => {
  expect(shortForms(text, ['date'], { published: '2021-03-03' })).toEqual([expected]);
});

test.each(['said on Thursday', 'Last week', 'In July, it', 'in the summer it', '1 day ago', 'this year'])(
  'without a date of the document nothing is invented: %s',
  (text) => {
    const [literal] = literalsIn(text);
    expect(literal?.time?.edtf).toBeNull();
    expect(literal?.norm).toMatch(/^relative /);
  },
);

test.each([
  ['zh', '民國112年3月9日', '112年3月9日 = 2023-03-09'],
  ['zh', '民國112年', '112年 = 2023'],
  ['zh', '令和5年4月2日', '5年4月2日 = 2023-04-02'],
  ['zh', '平成29年4月', '29年4月 = 2017-04'],
  ['en', '9 March 2566 (B.E.)', '9 March 2566 = 2023-03-09'],
  ['en', '9 March 112 of the Minguo calendar', '9 March 112 = 2023-03-09'],
  ['en', 'May 5, Reiwa 4', 'May 5, Reiwa 4 = 2022-05-05'],
  ['en', '14 Tir 1401', '14 Tir 1401 = 2022-07-05'],
  ['en', 'in Iran on 1401/04/14', '1401/04/14 = 2022-07-05'],
])('another calendar is converted where that is exact: %s %s', (language, text, expected) => {
  expect(shortForms(text, ['date'], { language, published: '2026-06-10' })).toEqual([expected]);
});

test.each([
  ['zh', '雙方於112年3月9日簽約'],
  ['zh', '令和元年5月1日'],
  ['en', 'stamped on 9 March 2566 at noon'],
  ['en', 'stamped on 9 March 112'],
])('a year that cannot be told is never filled in: %s %s', (language, text) => {
  const [date] = literalsIn(text, { language, published: '2026-06-10' });
  expect(date?.kind).toBe('date');
  expect(date?.time?.edtf).toBeNull();
});

test.each(['1401/04/14', '05/03/2566', '15 Ramadan 1444'])('without a sign of its calendar: %s', (text) => {
  expect(shortForms(text, ['date'], { published: '2026-06-10' })).toEqual([]);
});

test('a year alone dates this year, not last week or July', () => {
  const edtf = (text: string) => literalsIn(text, { published: '2021' })[0]?.time?.edtf;
  expect(edtf('this year')).toBe('2021');
  expect(edtf('last week')).toBeNull();
  expect(edtf('In July, it')).toBeNull();
});

test('the time opens where the text says since or until; the norm speaks of the span', () => {
  const [since] = literalsIn('It has done so since the second quarter of 2024.');
  expect(since?.norm).toBe('2024-04/2024-06');
  expect(since?.time).toEqual({ text: 'since the second quarter of 2024', edtf: '2024-04/..', precision: 'quarter' });
  expect(literalsIn('Paid by mid-2025.')[0]?.time?.edtf).toBe('../2025-07');
});

test('months without a year go on from the date before them in the passage', () => {
  const text = 'On February 28, 2022, it wrote. It hid the rest. In May, June and July it shipped goods.';
  expect(shortForms(text, ['date'])).toEqual([
    'On February 28, 2022 = 2022-02-28',
    'In May, June and July = 2022-05/2022-07',
  ]);
  expect(shortForms('In 2022 it wrote.\n\nIn May it shipped.', ['date'])[1]).toBe('In May = relative --05');
});

test('slashed dates are read as the document writes its others, else only the year is sure', () => {
  expect(shortForms('Paid 03/04/2023.', ['date'])).toEqual(['03/04/2023 = 2023']);
  expect(shortForms('Paid 03/04/2023 and 03/14/2023.', ['date'])[0]).toBe('03/04/2023 = 2023-03-04');
  expect(shortForms('Paid 03/04/2023 and 14/03/2023.', ['date'])[0]).toBe('03/04/2023 = 2023-04-03');
});

test.each([
  'You may go; they march on.',
  'A 5 second delay',
  'It sold 2,023 crates',
  'Resolution 2231',
  '192.168.0.1',
  'the Boeing 737',
  'signed by Jan Tarvo',
  'springs and falls',
  '2025 km away',
  'sold 1998 crates',
  '2015 drones were sold',
  'under contract 2011-2014',
  'invoice PI-2023-0412',
  'telephone number 11-04-2022-31',
  'tel. 11.04.2022',
  'Version 11.04.2012 of it',
  'section 11.4.2012 of the law',
  'file 2023-44',
  'on 26-Foo-2023',
  'the pre-2022 rules',
  'code 20211126 here',
])('no date in: %s', (text) => {
  expect(shortForms(text, ['date'])).toEqual([]);
});
