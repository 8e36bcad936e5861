import { describe, expect, it } from 'vitest';
import { blocksOf, readRoot } from '../../../test/documents/read-bytes.ts';

describe('wordml', () => {
  it('reads Word 2003 XML as it reads .docx', async () => {
    const document = await readRoot(
      '<?xml version="1.0"?>\n<w:wordDocument xmlns:w="x"><w:styles><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles><w:body><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Order 12</w:t></w:r></w:p><w:p><w:r><w:t>Borvik paid.</w:t></w:r></w:p></w:body></w:wordDocument>',
      'a.xml',
    );
    expect(blocksOf(document)).toEqual(['heading: Order 12', 'paragraph: Borvik paid.']);
    expect([document.status, document.problems]).toEqual(['parsed', []]);
  });
});
