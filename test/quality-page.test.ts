import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blocksOf, differing, printed } from '../scripts/print-quality.mjs';

const PAGE =
  'Before.\n\n<!-- figures: node a.mjs -->\n```\nright 90\n```\n\n<!-- dated: node b.mjs -->\n```\n5 s\n```\nAfter.\n';

test('a figure that is not printed today is found by its command', () => {
  expect(differing(PAGE, () => 'right 90\n')).toEqual([]);
  expect(differing(PAGE, () => 'right 91\n')).toEqual(['node a.mjs']);
});

test('blocks are printed anew in their place; what depends on the machine carries its day', () => {
  const page = printed(PAGE, ({ command }) => `of ${command}\n`, '2031-05-01');
  expect(page).toBe(
    'Before.\n\n<!-- figures: node a.mjs -->\n```\nof node a.mjs\n```\n\n<!-- dated: node b.mjs (printed 2031-05-01) -->\n```\nof node b.mjs\n```\nAfter.\n',
  );
  expect(blocksOf(page).map(({ day }) => day)).toEqual([undefined, '2031-05-01']);
  expect(printed(page, () => null, '2032-01-01')).toBe(page);
});

test('docs/quality.md has its blocks marked, and each names a program that is there', () => {
  const blocks = blocksOf(readFileSync('docs/quality.md', 'utf8'));
  expect(blocks.filter(({ kind }) => kind === 'figures').length).toBeGreaterThanOrEqual(2);
  for (const { command } of blocks)
    expect(readFileSync(command.split(' ').find((word) => word.endsWith('.mjs'))!, 'utf8')).not.toBe('');
});
