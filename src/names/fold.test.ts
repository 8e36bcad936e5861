import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { romanize } from './romanize.ts';
import { soundKey } from './sound-key.ts';

describe('foldText', () => {
  it.each([
    ['Ruritania’s Ministry', 'ruritania ministry'],
    ['U.S.', 'us'],
    ['Élan Müller-Straße', 'elan muller strasse'],
    ['Ｖｅｇａ', 'vega'],
    ['О\u200BОО «Вёгa»', 'ооо вегa'],
    ['O’Dorn', 'odorn'],
    ['Vepr-3', 'vepr 3'],
    ['…', ''],
  ])('%s -> %s', (text, folded) => expect(foldText(text)).toBe(folded));

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (text) => foldText(foldText(text)) === foldText(text),
      ),
    );
  });
});

describe('romanize', () => {
  it.each([
    ['щербинск', 'shcherbinsk'],
    ['飞云', 'feiyun'],
    ['київ', 'kiyiv'],
    ['vega 3', 'vega 3'],
  ])('%s -> %s', (text, latin) => expect(romanize(text)).toBe(latin));
});

describe('soundKey', () => {
  it.each([
    ['yevgeniy', 'evgeny'],
    ['jewgenij', 'evgeni'],
    ['khusein', 'hussein'],
    ['shcherbin', 'scherbin'],
    ['sergeyevich', 'sergeevich'],
    ['maksim', 'maxim'],
    ['yurii', 'iuriy'],
    ['abdullah', 'abdulla'],
  ])('%s and %s are written for one sound', (left, right) => expect(soundKey(left)).toBe(soundKey(right)));

  it.each([
    ['marin', 'martin'],
    ['dorn', 'torn'],
    ['vega', 'vesa'],
  ])('%s and %s are not', (left, right) => expect(soundKey(left)).not.toBe(soundKey(right)));
});
