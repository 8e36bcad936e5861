import { expect, it } from 'vitest';
import { fullNames } from './full-names.ts';

const names = (...texts: string[]) => ({ names: texts.map((text) => ({ text, script: 'Latn', count: 1 })) });

it.each([
  [['Trading House Zarnitsa', 'Zarnitsa'], ['Trading House Zarnitsa']],
  [
    ['Ivan Dornin', 'Dornin', 'Dornin, Ivan'],
    ['Ivan Dornin', 'Dornin, Ivan'],
  ],
  [
    ['OKB Lark', 'Experimental Design Bureau Lark'],
    ['OKB Lark', 'Experimental Design Bureau Lark'],
  ],
  [['Zarnitsa'], ['Zarnitsa']],
  [
    ['Zarnitsa', 'Зарница'],
    ['Zarnitsa', 'Зарница'],
  ],
])('of %j %j are looked for', (all, expected) => expect(fullNames(names(...all))).toEqual(expected));
