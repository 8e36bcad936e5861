import { describe, expect, it } from 'vitest';
import { CHECK, HASH, hashText, numbering } from './numbering.ts';

describe('numbering', () => {
  it('numbers texts in the order in which they come, and each the same again', () => {
    const { of, size } = numbering();
    const texts = Array.from({ length: 5000 }, (_, at) => `made-up ${at}`);
    const number = (text: string) => of(hashText(text, HASH), hashText(text, CHECK));
    expect(texts.map(number)).toEqual(texts.map((_, at) => at));
    expect(texts.map(number)).toEqual(texts.map((_, at) => at));
    expect(size()).toBe(texts.length);
  });

  it('tells things apart that share one of the two hashes', () => {
    const { of } = numbering();
    expect([of(1, 1), of(1, 2), of(2, 1), of(1, 1), of(-1, 0)]).toEqual([0, 1, 2, 0, 3]);
  });
});

describe('hashText', () => {
  it.each([
    ['ab', 'c', 'a', 'bc'],
    ['', 'dornin', 'dornin', ''],
  ])('%s and %s are not %s and %s', (first, second, third, fourth) => {
    for (const multiplier of [HASH, CHECK])
      expect(hashText(second, multiplier, hashText(first, multiplier))).not.toBe(
        hashText(fourth, multiplier, hashText(third, multiplier)),
      );
  });
});
