import { describe, expect, it } from 'vitest';
import { makeCompound, makeDoc } from '../../../test/documents/make-compound.ts';
import { blocksOf, codes, readRoot } from '../../../test/documents/read-bytes.ts';

describe('doc', () => {
  it('reads paragraphs, rows, notes and comments', async () => {
    const main = 'Order 12\rBorvik\u0007\u0007five\u0007\u0007After \u0013 PAGE \u00143\u0015 pages\u0002\r';
    const notes = '\u0002 See the invoice.\r';
    const comments = '\u0005Check this.\r';
    const document = await readRoot(
      makeDoc(main + notes + comments, {
        lengths: [main.length, notes.length, 0, 0, comments.length],
        rowEnds: [main.indexOf('five') + 5],
      }),
      'a.doc',
    );
    expect(
      document.blocks.map(({ kind, place, span }) => [kind, place, document.text.slice(span.start, span.end)]),
    ).toEqual([
      ['paragraph', 'paragraph 1', 'Order 12'],
      ['table-row', 'row 1', 'Borvik\t\tfive'],
      ['paragraph', 'paragraph 2', 'After 3 pages'],
      ['paragraph', 'footnote 1', 'See the invoice.'],
      ['comment', 'comment 1', 'Check this.'],
    ]);
    expect(document).toMatchObject({ mediaType: 'application/msword', status: 'parsed', problems: [] });
  });

  it('flags hidden text and fields that fetch', async () => {
    const text = 'Seen and unseen\r\u0013 INCLUDEPICTURE "http://x.example/p" \u0014\u0015Plain\r';
    const document = await readRoot(makeDoc(text, { hidden: [9, 15] }), 'a.doc');
    expect(blocksOf(document)).toEqual(['paragraph: Seen and unseen', 'paragraph: Plain']);
    expect(codes(document)).toEqual(['hidden-text', 'active-content']);
  });

  it.each([
    ['a password', makeDoc('x\r', { isEncrypted: true }), 'encrypted'],
    ['no text', makeCompound({ WordDocument: Buffer.alloc(600) }), 'unsupported-format'],
    ['Word 2', Uint8Array.from([0xdb, 0xa5, 0x2d, 0, ...Buffer.alloc(600)]), 'unsupported-format'],
  ])('refuses a file with %s', async (_, bytes, code) => {
    const document = await readRoot(bytes, 'a.doc');
    expect([document.status, codes(document)]).toEqual(['refused', [code]]);
  });

  it.each([700, 1_500, 3_000, 9_000, 16_000])('ends well when cut after %d bytes', async (length) => {
    const document = await readRoot(makeDoc('Some words that matter.\r'.repeat(40)).slice(0, length), 'a.doc');
    expect(['refused', 'partial']).toContain(document.status);
    expect(document.problems.length).toBeGreaterThan(0);
  });
});
