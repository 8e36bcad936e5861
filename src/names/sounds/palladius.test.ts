import { expect, test } from 'vitest';
import { loadLexicons } from '../../providers/index.ts';
import { palladiusReader } from './palladius.ts';

const rows = loadLexicons().lists['names/palladius'] ?? [];
const read = palladiusReader(rows);

test('the table is the whole system: each syllable reads as itself', () => {
  expect(rows.length).toBeGreaterThan(400);
  const wrong = rows.filter(
    ([pinyin = '', cyrillic = '']) => read(cyrillic) !== pinyin.replace('v', 'u') && cyrillic !== 'ё',
  );
  expect(wrong).toEqual([]);
});

test.each<[string, string | null]>([
  ['шанхай', 'shanghai'],
  ['чунцин', 'chongqing'],
  ['гуанчжоу', 'guangzhou'],
  ['чанъань', 'changan'],
  ['тяньцзинь', 'tianjin'],
  ['хуэйюань', 'huiyuan'],
  ['юньнань', 'yunnan'],
  ['фэн', 'feng'],
  ['фен', 'feng'],
  ['мейлинь', 'meilin'],
  ['сюйчан', 'xuchang'],
  ['петров', null],
  ['москва', null],
  ['киев', null],
  ['shanghai', null],
  ['', null],
])('%s reads %s', (word, pinyin) => expect(read(word)).toBe(pinyin));
