import { expect, test } from 'vitest';
import { count, datum, enumerate, sentence, text, wordsOf } from './runs.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['Karst, Inc.', 'b', 'c'], 'Karst, Inc.; b; and c'],
  [['Karst, Inc.'], 'Karst, Inc.'],
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
