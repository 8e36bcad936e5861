import { describe, expect, it } from 'vitest';
import { rewrite, rule } from './rewrite.ts';

const RULES = [rule('x', /x/g, 'ks'), rule('k', /k/g, 'h'), rule('', /(.)\1+/g, '$1'), rule('z', /$/g, '!')];

describe('rewrite', () => {
  it.each([
    ['dornin', 'dornin'],
    ['karsov', 'harsov'],
    // What one rule writes, the next may rewrite.
    ['mexna', 'mehsna'],
    // A rule that needs no letter is tried on every word; what it finds is not only Latin.
    ['annaßß', 'anaß'],
    ['ззаречный', 'заречный'],
    // A rule is not tried on a word without its letter, whatever its pattern.
    ['maz', 'maz!'],
    ['', ''],
  ])('%s becomes %s', (word, expected) => expect(rewrite(word, RULES)).toBe(expected));
});
