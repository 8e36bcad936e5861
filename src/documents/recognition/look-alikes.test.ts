import { describe, expect, it } from 'vitest';
import { settleScripts } from './look-alikes.ts';

const wordsOf = (line: string) =>
  line.split(' ').map((text) => ({ text, confidence: 0.9, x: 0, y: 0, width: 1, height: 1 }));

describe('settleScripts', () => {
  it.each([
    ['a Cyrillic letter for an English word', 'it as \u0430 new feature', 'it as a new feature'],
    ['a Latin letter for a Russian word', 'груз и c ним суда', 'груз и \u0441 ним суда'],
    ['one letter within a word', 'the p\u043ert of Borvik', 'the port of Borvik'],
    ['a code beside Russian text', 'типа TK-400 от завода', 'типа \u0422\u041a-400 от завода'],
    ['a Latin name in Russian text stays', 'компания Borvik Steel сообщила', 'компания Borvik Steel сообщила'],
    ['a word that is truly mixed stays', 'слово Zавод здесь', 'слово Zавод здесь'],
    ['a line in one script stays', 'а у них', 'а у них'],
    ['Han stays', '北港 a б', '北港 a б'],
  ])('%s', (_, read, expected) => {
    expect(
      settleScripts(wordsOf(read))
        .map(({ text }) => text)
        .join(' '),
    ).toBe(expected);
  });
});
