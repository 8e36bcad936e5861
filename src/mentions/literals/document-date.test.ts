import { expect, test } from 'vitest';
import { textDocument } from '../../../test/mentions/literals-in.ts';
import { loadLexicons } from '../../providers/index.ts';
import { documentDate } from './document-date.ts';

const dateOf = (text: string, published: string | null = null) =>
  documentDate(textDocument(text, { published }), loadLexicons());

test('metadata come first', () => {
  expect(dateOf('Published on 2 March 2023', '2023-03-01T10:00:00Z')).toBe('2023-03-01');
  expect(dateOf('Nothing here', '2023')).toBe('2023');
});

test.each([
  'Two men held\n\nPublished on 2 March 2023\n\nThey were ...',
  'Two men held\nThursday, March 2, 2023\nThey were ...',
  'TARVO, Borland, 2 March 2023 - Two men were held.',
  'Опубликовано: 02.03.2023 10:15\nДва человека ...',
  'To whom it may concern\nTarvo, 2 March 2023\nWe write ...',
])('a dateline says it: %s', (text) => {
  expect(dateOf(text)).toBe('2023-03-02');
});

test.each([
  'On 2 March 2023 two men were held.',
  'Born 2 March 1953 Tarvo, Borland\n',
  'Two men were held on Thursday.',
  'The law of 2 March 2023 forbids it.',
  `${'word '.repeat(400)}\nPublished on 2 March 2023`,
])('a date told inside the text is not its own: %s', (text) => {
  expect(dateOf(text)).toBeNull();
});
