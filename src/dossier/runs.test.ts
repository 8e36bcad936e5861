import { expect, test } from 'vitest';
import { count, datum, enumerate, headline, sentence, text, wordsOf } from './runs.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['Karst, Inc.', 'b', 'c'], 'Karst, Inc.; b; and c'],
  [['Karst, Inc.'], 'Karst, Inc.'],
  [['Karst, Inc.', 'b'], 'Karst, Inc. and b'],
])('enumerate %j', (items, expected) => {
  expect(wordsOf(enumerate(items.map((item) => [text(item)])))).toBe(expected);
});

test.each([
  [[text('a plan'), text(' exists')], 'A plan exists.'],
  [[text('it is owned by '), datum('Karst Ltd.')], 'It is owned by Karst Ltd.'],
  [[datum('kd. Karst'), text(' asks: why?')], 'kd. Karst asks: why?'],
  [[], ''],
])('sentence %j', (runs, expected) => {
  expect(wordsOf(sentence(runs))).toBe(expected);
});

test.each([
  [count(1, 'document'), '1 document'],
  [count(0, 'document'), '0 documents'],
  [count(2, 'entry', 'entries'), '2 entries'],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});

test('a headline keeps all of its words, whatever mark they end in', () => {
  expect(wordsOf(headline([text('dates differ'), text(': '), datum('since 2031-07/..')]))).toBe(
    'Dates differ: since 2031-07/..',
  );
  expect(wordsOf(headline([text('numbers differ'), text(': '), datum('12 / 14')]))).toBe('Numbers differ: 12 / 14');
});
