import { expect, test } from 'vitest';
import { wordAge } from './list-age.ts';

test.each<[string, string, string | null]>([
  ['2030-01-01', '2030-01-01', null],
  ['2030-01-01', '2030-04-01', null],
  ['2030-01-01', '2030-04-02T23:00:00Z', '91 days old'],
  ['2029-02-28', '2030-02-28', '365 days old'],
  ['2031-01-01', '2030-01-01', null],
])('a list of %s on %s', (date, today, words) => {
  const told = wordAge({ list: 'forest', date }, today);
  if (words === null) expect(told).toBeNull();
  else expect(told).toContain(words);
});
