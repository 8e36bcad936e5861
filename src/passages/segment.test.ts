import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../model/index.ts';
import { loadLexicons } from '../providers/index.ts';
import { segment } from './index.ts';

const lexicons = loadLexicons();

function documentOf(text: string, blocks: readonly Block[] = [], language = 'en'): Document {
  const metadata = { title: null, author: null, publisher: null, published: null, url: null, fields: {} };
  return {
    id: 'd',
    name: 'd.txt',
    mediaType: 'text/plain',
    size: text.length,
    text,
    textHash: '',
    language,
    encoding: 'utf-8',
    metadata,
    pages: [],
    blocks,
    parent: null,
    status: 'parsed',
    problems: [],
    reader: 'txt/1',
  };
}

const kinds = (text: string, language = 'en') =>
  segment(documentOf(text, [], language), lexicons).map((p) => [p.kind, text.slice(p.start, p.end)]);

const LONG =
  'Acme Bolts shipped twelve crates of bolts to a warehouse in Examplestan in May, according to three people who saw the papers and to the papers themselves, which list every crate.';

describe('segment', () => {
  it('tells headings, list items, rows, quotations and paragraphs by their layout', () => {
    const text = `Bolts for the North\n\n${LONG}\nThe second act\n${LONG}\n\n• one item\n- another item\n\nName\tSum\nAcme\t12\n\n> quoted mail\n\n“We never sold a single bolt to them.”`;
    expect(kinds(text).map(([kind]) => kind)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'list-item',
      'list-item',
      'table-row',
      'table-row',
      'quotation',
      'quotation',
    ]);
  });

  it('starts the sentences of a list item after its marker', () => {
    const text = '• One item. Two.';
    const [item] = segment(documentOf(text), lexicons);
    expect(item?.sentences.map((s) => text.slice(s.start, s.end))).toEqual(['One item.', 'Two.']);
  });

  it('keeps a German date at the start of a line out of the lists', () => {
    expect(kinds('28. Februar 2022 war ein Montag.', 'de')[0]?.[0]).toBe('paragraph');
  });

  it('joins wrapped lines', () => {
    const text =
      'Acme Bolts shipped twelve crates of bolts to a warehouse in the north\nof the country in May, according to three people who saw the papers of\nAcme and to the papers themselves.';
    expect(kinds(text)).toHaveLength(1);
  });

  it.each([
    ['The views expressed here are those of the author and do not reflect those of the Bolt Times.'],
    ['© 2024 Bolt Times. All rights reserved.'],
    ['We use cookies to improve your experience. Accept all cookies'],
    ['Subscribe to our newsletter to get it in your inbox'],
    ['Share this: Facebook Twitter Email'],
    ['Все права защищены. При использовании материалов гиперссылка обязательна.', 'ru'],
    ['Alle Rechte vorbehalten. Impressum', 'de'],
    ['Read more: Bolts for everyone'],
  ])('calls boilerplate: %s', (line, language = 'en') => {
    expect(kinds(`${LONG}\n\n${LONG}\n\n${line}`, language).at(-1)).toEqual(['boilerplate', line]);
  });

  it.each([
    ['The court found that Acme had infringed a copyright held by its rival and ordered it to pay damages.'],
    ['Opinions in the town differ: some say the factory closed in May, others in June.'],
    ['Legal action against the firm is likely, two lawyers said.'],
    ['He asked his followers to subscribe to the channel of the regiment and to donate.'],
    ['12 days ago the ship left the port.'],
  ])('leaves in the article: %s', (line) => {
    expect(kinds(`${LONG}\n\n${line}\n\n${LONG}`)[1]?.[0]).toBe('paragraph');
  });

  it('finds the thread of comments below an article', () => {
    const text = `${LONG}\n\n${LONG}\n\n  bolt_fan77\n    reply\n    share\n    12\n    ·\n    3 days ago\n\n    I have worked there and never saw crates.\n\n    Not one.`;
    expect(kinds(text).slice(2)).toEqual([
      ['comment', 'bolt_fan77'],
      ['boilerplate', 'reply'],
      ['boilerplate', 'share'],
      ['boilerplate', '12'],
      ['boilerplate', '·'],
      ['boilerplate', '3 days ago'],
      ['comment', 'I have worked there and never saw crates.'],
      ['comment', 'Not one.'],
    ]);
  });

  it('takes the list under "Sources:" at the end as boilerplate', () => {
    const text = `${LONG}\n\n${LONG}\n\nSources:\n\n  1. Bolts Go North: Papers\n  2. Twelve Crates`;
    expect(
      kinds(text)
        .slice(2)
        .map(([kind]) => kind),
    ).toEqual(['boilerplate', 'boilerplate', 'boilerplate']);
  });

  it('keeps the reader’s blocks and lays out what lies between', () => {
    const text = 'Title\nBetween them.\nCell one\nEnd.';
    const blocks: Block[] = [
      { span: { start: 0, end: 6 }, kind: 'heading' },
      { span: { start: 20, end: 28 }, kind: 'table-row', place: 'row 1' },
    ];
    const passages = segment(documentOf(text, blocks), lexicons);
    expect(passages.map((p) => [p.kind, p.place, text.slice(p.start, p.end)])).toEqual([
      ['heading', '', 'Title'],
      ['paragraph', '', 'Between them.'],
      ['table-row', 'row 1', 'Cell one'],
      ['paragraph', '', 'End.'],
    ]);
  });

  it('puts every visible character into exactly one passage, sentences within', () => {
    const piece = fc.constantFrom(
      'Acme. ',
      'bolts',
      '\n',
      '\n\n',
      '\t',
      ' | ',
      '• ',
      '> ',
      '1. ',
      'Sources:',
      'reply',
      '3 days ago',
      '“',
      '”',
      'Ж',
      '。',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), fc.nat(40), fc.nat(40), (pieces, from, length) => {
        const text = pieces.join('');
        const block: Block = { span: { start: from, end: from + length }, kind: 'paragraph' };
        const passages = segment(documentOf(text, [block]), lexicons);
        let at = 0;
        for (const passage of passages) {
          expect(text.slice(at, passage.start).trim()).toBe('');
          expect(passage.end).toBeGreaterThan(passage.start);
          for (const sentence of passage.sentences) {
            expect(sentence.start).toBeGreaterThanOrEqual(passage.start);
            expect(sentence.end).toBeLessThanOrEqual(passage.end);
          }
          at = passage.end;
        }
        expect(text.slice(at).trim()).toBe('');
        expect(new Set(passages.map((p) => p.id)).size).toBe(passages.length);
      }),
    );
  });
});
