import { describe, expect, it } from 'vitest';
import { makeFlatOdf, makeOdf } from '../../../test/documents/make-office.ts';
import { blocksOf, codes, readAll, readRoot } from '../../../test/documents/read-bytes.ts';

const p = (text: string, attributes = '') => `<text:p ${attributes}>${text}</text:p>`;

describe('odt', () => {
  it('reads headings, paragraphs, lists and rows in order', async () => {
    const body = [
      '<text:h text:outline-level="1">Order 12</text:h>',
      p('Borvik\n   &amp; Sons<text:tab/>paid<text:line-break/>in full'),
      `<text:list><text:list-item>${p('one')}</text:list-item></text:list>`,
      `<table:table><table:table-row><table:table-cell>${p('Item')}</table:table-cell><table:table-cell>${p('5')}${p('6')}</table:table-cell></table:table-row></table:table>`,
    ].join('');
    const document = await readRoot(makeOdf('text', body), 'a.odt');
    expect(blocksOf(document)).toEqual([
      'heading: Order 12',
      'paragraph: Borvik & Sons\tpaid\nin full',
      'list-item: one',
      'table-row: Item\t5\n6',
    ]);
    expect(document).toMatchObject({ status: 'parsed', problems: [] });
  });

  it('puts notes, comments and deletions after the body', async () => {
    const body = [
      '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>V. Novik</dc:creator><dc:date>2031-05-04</dc:date></office:change-info>',
      `${p('five million')}</text:deletion></text:changed-region></text:tracked-changes>`,
      p(
        `He paid<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('See the invoice.')}</text:note-body></text:note> ten.<office:annotation><dc:creator>O. Tarn</dc:creator><dc:date>2031-05-05</dc:date>${p('Check this.')}</office:annotation>`,
      ),
    ].join('');
    const styles = {
      'styles.xml': `<office:document-styles><office:master-styles><style:master-page><style:header>${p('Confidential')}</style:header></style:master-page></office:master-styles></office:document-styles>`,
    };
    const document = await readRoot(makeOdf('text', body, { parts: styles }), 'a.odt');
    expect(
      document.blocks.map(({ kind, place, span }) => [kind, place, document.text.slice(span.start, span.end)]),
    ).toEqual([
      ['paragraph', 'paragraph 1', 'He paid ten.'],
      ['deletion', 'deleted text', 'five million'],
      ['paragraph', 'footnote 1', 'See the invoice.'],
      ['comment', 'comment 1', 'O. Tarn:\nCheck this.'],
      ['boilerplate', 'page header or footer', 'Confidential'],
    ]);
    expect(codes(document)).toEqual(['tracked-changes']);
  });

  it('flags hidden text where it stands', async () => {
    const styles = '<style:style style:name="T9"><style:text-properties text:display="none"/></style:style>';
    const document = await readRoot(
      makeOdf('text', p('Seen <text:span text:style-name="T9">unseen</text:span> seen'), { styles }),
      'a.odt',
    );
    const [problem] = document.problems;
    expect([problem?.code, document.text.slice(problem?.span?.start, problem?.span?.end)]).toEqual([
      'hidden-text',
      'unseen',
    ]);
  });

  it('gives pictures and embedded files as documents', async () => {
    const items = await readAll(makeOdf('text', p('x'), { parts: { 'Pictures/1.txt': 'Not a picture.' } }), 'a.odt');
    expect(items.map(({ document }) => document.text)).toEqual(['x', 'Not a picture.']);
  });

  it('reads the flat form and its properties', async () => {
    const document = await readRoot(makeFlatOdf('text', p('Flat words.')), 'a.fodt');
    expect([document.text, document.metadata.title, document.status]).toEqual(['Flat words.', 'Flat', 'parsed']);
  });

  it.each([
    ['a bomb', '<!DOCTYPE x [<!ENTITY a "aa">]><office:document-content/>', 'refused'],
    ['a cut', `<office:document-content><office:body><office:text>${p('Whole.')}<text:p>Half <text:sp`, 'partial'],
    [
      '20,000 lists in one another',
      `<office:text>${'<text:list><text:list-item>'.repeat(20_000)}${p('deep')}`,
      'partial',
    ],
  ])('ends well with %s in its body', async (_, content, status) => {
    const parts = { 'content.xml': content };
    const document = await readRoot(makeOdf('text', '', { parts }), 'a.odt', { limits: { maxRatio: 1e6 } });
    expect([document.status, codes(document)[0]]).toEqual([status, 'malformed']);
  });
});

describe('odp', () => {
  it('has a page for each slide, with notes, comments and hidden ones', async () => {
    const styles =
      '<style:style style:name="d2"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>';
    const box = (text: string) => `<draw:frame><draw:text-box>${p(text)}</draw:text-box></draw:frame>`;
    const body = [
      `<draw:page>${box('First')}<office:annotation>${p('Why?')}</office:annotation><presentation:notes>${box('Say it slowly')}</presentation:notes></draw:page>`,
      `<draw:page draw:style-name="d2">${box('Second')}</draw:page>`,
    ].join('');
    const document = await readRoot(makeOdf('presentation', body, { styles }), 'a.odp');
    expect(document.blocks.map(({ place }) => place)).toEqual([
      'slide 1',
      'slide 1, notes',
      'slide 1, comment',
      'slide 2',
    ]);
    expect(document.pages.map(({ n, span }) => [n, document.text.slice(span.start, span.end)])).toEqual([
      [1, 'First\n\nSay it slowly\n\nWhy?'],
      [2, 'Second'],
    ]);
    expect(codes(document)).toEqual(['hidden-text']);
  });
});
