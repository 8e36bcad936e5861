import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from './tokens.ts';

describe('tokenize', () => {
  it.each([
    ['The U.S.-made X200 of O’Neil', 'The U.S. - made X200 of O’Neil'],
    ['(e.g. 1,200.5 km)', '( e.g. 1,200.5 km )'],
    ['at www.news-example.com.', 'at www.news-example.com .'],
    ['see https://a.example/c?d=e).', 'see https://a.example/c?d=e ) .'],
    ['write to j.doe@mail.example, now', 'write to j.doe@mail.example , now'],
    ['«ООО Ромашка» т.е. Х-101', '« ООО Ромашка » т.е. Х-101'],
    ['公司在北京。', '公司在北京 。'],
    ['the end.Next', 'the end . Next'],
    ['R&D at 10:30, 9M99 and 400kg', 'R&D at 10:30 , 9M99 and 400kg'],
    ['J. K. Poe', 'J . K . Poe'],
    ['Or\u200bla Fre\u2060ight\u200b paid', 'Or\u200bla Fre\u2060ight \u200b paid'],
  ])('%s', (text, expected) => {
    expect(
      tokenize(text)
        .map((token) => token.text)
        .join(' '),
    ).toBe(expected);
  });

  it('is offset-exact and covers every visible character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let at = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(text.slice(at, token.start).trim()).toBe('');
          at = token.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('is linear in long lines without spaces', () => {
    for (const unit of ['a', 'a.', 'a-', '1,', 'ab.', 'http://']) {
      expect(tokenize(unit.repeat(200_000)).length).toBeGreaterThan(0);
    }
  }, 10_000);
});
