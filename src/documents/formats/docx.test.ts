import { describe, expect, it } from 'vitest';
import { makeDocx } from '../../../test/documents/make-zip.ts';
import { blocksOf, codes, readRoot } from '../../../test/documents/read-bytes.ts';

const p = (text: string, properties = '') =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;

describe('docx', () => {
  it('reads headings, paragraphs, lists and tables in order', async () => {
    const body = [
      p('Order 12', '<w:pStyle w:val="U1"/><w:tabs><w:tab w:val="left"/></w:tabs>'),
      '<w:p><w:r><w:t>Borvik &amp; Sons</w:t></w:r><w:r><w:tab/><w:t>paid</w:t><w:br/><w:t xml:space="preserve">in full </w:t></w:r></w:p>',
      p('one', '<w:numPr/>'),
      '<w:p/>',
      `<w:tbl><w:tr>${cell('Item')}${cell('Sum')}</w:tr><w:tr>${cell('Engine')}<w:tc>${p('5')}${p('6')}</w:tc></w:tr></w:tbl>`,
    ].join('');
    const document = await readRoot(makeDocx(body), 'a.docx');
    expect(blocksOf(document)).toEqual([
      'heading: Order 12',
      'paragraph: Borvik & Sons\tpaid\nin full',
      'list-item: one',
      'table-row: Item\tSum',
      'table-row: Engine\t5\n6',
    ]);
    expect(document.blocks.map(({ place }) => place)).toEqual([
      'paragraph 1',
      'paragraph 2',
      'paragraph 3',
      'row 1',
      'row 2',
    ]);
    expect(document).toMatchObject({ status: 'parsed', problems: [] });
  });

  it('puts notes, comments and page headers after the body', async () => {
    const document = await readRoot(
      makeDocx(p('Body.'), {
        'word/footnotes.xml': `<w:footnotes><w:footnote w:id="4">${p('See the invoice.')}</w:footnote></w:footnotes>`,
        'word/comments.xml': `<w:comments><w:comment w:id="1">${p('Check this.')}</w:comment></w:comments>`,
        'word/header1.xml': `<w:hdr>${p('Confidential')}</w:hdr>`,
      }),
      'a.docx',
    );
    expect(document.blocks.map(({ kind, place }) => [kind, place])).toEqual([
      ['paragraph', 'paragraph 1'],
      ['paragraph', 'footnote 4'],
      ['comment', 'comment 1'],
      ['boilerplate', 'page header'],
    ]);
  });

  it('flags hidden text where it stands', async () => {
    const document = await readRoot(
      makeDocx(
        '<w:p><w:r><w:t>Seen </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> seen</w:t></w:r></w:p>',
      ),
      'a.docx',
    );
    const [problem] = document.problems;
    expect([problem?.code, document.text.slice(problem?.span?.start, problem?.span?.end), document.status]).toEqual([
      'hidden-text',
      'unseen',
      'parsed',
    ]);
    expect(document.text).toBe('Seen unseen seen');
  });

  it('keeps tracked deletions out of the sentence, but not out of the document', async () => {
    const document = await readRoot(
      makeDocx(
        '<w:p><w:r><w:t>He paid </w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>10</w:t></w:r></w:ins></w:p>',
      ),
      'a.docx',
    );
    expect(blocksOf(document)).toEqual(['paragraph: He paid 10', 'deletion: 5']);
    expect(document.blocks[1]?.place).toBe('deleted at paragraph 1');
    expect(codes(document)).toEqual(['tracked-changes']);
  });

  it('reads a text box once, not in both of its forms', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const document = await readRoot(
      makeDocx(
        `<w:p><w:r><mc:AlternateContent><mc:Choice>${box('Box')}</mc:Choice><mc:Fallback>${box('Box')}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around</w:t></w:r></w:p>`,
      ),
      'a.docx',
    );
    expect(blocksOf(document)).toEqual(['paragraph: Box', 'paragraph: Around']);
  });

  it('reads core properties; the day of saving is no day of publication', async () => {
    const core =
      '<cp:coreProperties><dc:title>Order</dc:title><dc:creator>V. Novik</dc:creator><dcterms:created>2031-05-04T10:00:00Z</dcterms:created></cp:coreProperties>';
    const { metadata } = await readRoot(makeDocx(p('x'), { 'docProps/core.xml': core }), 'a.docx');
    expect(metadata).toMatchObject({
      title: 'Order',
      author: 'V. Novik',
      published: null,
      fields: { created: '2031-05-04T10:00:00Z' },
    });
  });

  it.each([
    [
      'an entity bomb',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>',
    ],
    [
      'a reference to a file',
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:body></w:document>',
    ],
  ])('refuses %s', async (_, xml) => {
    const document = await readRoot(makeDocx('', { 'word/document.xml': xml }), 'a.docx');
    expect([document.status, codes(document), document.text]).toEqual(['refused', ['malformed'], '']);
  });

  it('refuses a body that unpacks beyond the limit', async () => {
    const document = await readRoot(makeDocx(p('x'.repeat(30_000_000))), 'a.docx', { limits: { maxRatio: 1 } });
    expect([document.status, codes(document)]).toEqual(['refused', ['malformed']]);
    expect(document.problems[0]?.detail).toContain('limit');
  });

  it('reads what precedes a cut', async () => {
    const document = await readRoot(
      makeDocx('', { 'word/document.xml': `<w:document><w:body>${p('Whole.')}<w:p><w:r><w:t>Half` }),
      'a.docx',
    );
    expect(blocksOf(document)).toEqual(['paragraph: Whole.', 'paragraph: Half']);
  });

  it('survives 20,000 tables in one another', async () => {
    const document = await readRoot(
      makeDocx(`${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${p('deep')}${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`),
      'a.docx',
      { limits: { maxRatio: 1e6 } },
    );
    expect(document.text).toBe('deep');
  });
});
