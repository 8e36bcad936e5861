import { describe, expect, it } from 'vitest';
import { makePptx } from '../../../test/documents/make-office.ts';
import { blocksOf, codes, readAll, readRoot } from '../../../test/documents/read-bytes.ts';

const shape = (text: string, placeholder = '') =>
  `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>${placeholder === '' ? '' : `<p:ph type="${placeholder}"/>`}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
const cell = (text: string) => `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;

describe('pptx', () => {
  it('has a page for each slide in the order of the show', async () => {
    const document = await readRoot(
      makePptx([
        { xml: shape('Order 12', 'title') + shape('Borvik paid &amp; shipped') + shape('3', 'sldNum') },
        {
          xml: `<p:graphicFrame><a:tbl><a:tr>${cell('Item')}${cell('5')}</a:tr></a:tbl></p:graphicFrame>`,
          notes: shape('Say it slowly', 'body'),
        },
      ]),
      'a.pptx',
    );
    expect(blocksOf(document)).toEqual([
      'heading: Order 12',
      'paragraph: Borvik paid & shipped',
      'boilerplate: 3',
      'table-row: Item\t5',
      'paragraph: Say it slowly',
    ]);
    expect(document.blocks.map(({ place }) => place)).toEqual([
      'slide 1',
      'slide 1',
      'slide 1',
      'slide 2',
      'slide 2, notes',
    ]);
    expect(document.pages.map(({ span }) => document.text.slice(span.start, span.end))).toEqual([
      'Order 12\n\nBorvik paid & shipped\n\n3',
      'Item\t5\n\nSay it slowly',
    ]);
    expect(document.status).toBe('parsed');
  });

  it('flags hidden slides and keeps comments', async () => {
    const relations =
      '<Relationships><Relationship Id="c" Type="http://x/comments" Target="../comments/c1.xml"/></Relationships>';
    const document = await readRoot(
      makePptx([{ xml: shape('Unseen'), attributes: 'show="0"' }], {
        'ppt/slides/_rels/slide1.xml.rels': relations,
        'ppt/comments/c1.xml': '<p:cmLst><p:cm authorId="0"><p:text>Leave out?</p:text></p:cm></p:cmLst>',
        'ppt/commentAuthors.xml': '<p:cmAuthorLst><p:cmAuthor id="0" name="O. Tarn"/></p:cmAuthorLst>',
      }),
      'a.pptx',
    );
    expect(blocksOf(document)).toEqual(['paragraph: Unseen', 'comment: O. Tarn: Leave out?']);
    expect(codes(document)).toEqual(['hidden-text']);
  });

  it('gives media as documents and stops at the limit on pages', async () => {
    const items = await readAll(
      makePptx([{ xml: shape('One') }, { xml: shape('Two') }], { 'ppt/media/note.txt': 'Enclosed.' }),
      'a.pptx',
      { limits: { maxPages: 1 } },
    );
    expect(items.map(({ document }) => [document.text, document.status])).toEqual([
      ['One', 'partial'],
      ['Enclosed.', 'parsed'],
    ]);
    expect(codes(items[0]!.document)).toEqual(['cut-by-limit']);
  });

  it.each([
    ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aa">]><p:sld/>', 'refused'],
    ['a cut', `<p:sld>${shape('Whole')}<p:sp><a:p><a:t>Ha`, 'partial'],
  ])('ends well with %s', async (_, xml, status) => {
    const document = await readRoot(makePptx([{ xml: '' }], { 'ppt/slides/slide1.xml': xml }), 'a.pptx');
    expect([document.status, codes(document)]).toEqual([status, ['malformed']]);
  });
});
