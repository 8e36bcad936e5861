import { describe, expect, it } from 'vitest';
import { blocksOf, codes, readRoot } from '../../../test/documents/read-bytes.ts';

describe('xml', () => {
  it('reads the text of elements and the values of attributes, each with its path', async () => {
    const document = await readRoot(
      '<?xml version="1.0"?><x:pay xmlns:x="urn:x"><x:row sum="5000000" to="Borvik &amp; Sons">paid <b>in full</b> today</x:row><row/></x:pay>',
      'a.xml',
    );
    expect(blocksOf(document)).toEqual([
      'paragraph: sum="5000000" to="Borvik & Sons"',
      'paragraph: paid in full today',
    ]);
    expect(document.blocks.map(({ place }) => place)).toEqual(['element pay/row', 'element pay/row']);
    expect(document.status).toBe('parsed');
  });

  it('obeys the encoding that the file declares', async () => {
    const bytes = Uint8Array.from(
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>\xcd\xee\xe2\xe8\xea</a>', 'latin1'),
    );
    expect((await readRoot(bytes, 'a.xml')).text).toBe('Новик');
  });

  it.each([
    ['a type that points outside', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>x</a>', 'parsed', 'active-content', 'x'],
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>', 'refused', 'malformed', ''],
    ['a cut', '<a><b>Whole</b><b>Half', 'partial', 'malformed', 'Whole\n\nHalf'],
    ['tags that cross', '<a><b>x</a></b>', 'partial', 'malformed', 'x'],
    ['nothing', '', 'partial', 'malformed', ''],
    [
      'a document within',
      '<a><![CDATA[<mail><to>x</to></mail>]]></a>',
      'parsed',
      'malformed',
      '<mail><to>x</to></mail>',
    ],
    ['letters of a formula', '<a>1 &lt; 2 and 3 &gt; 2</a>', 'parsed', undefined, '1 < 2 and 3 > 2'],
  ])('ends well with %s', async (_, xml, status, code, text) => {
    const document = await readRoot(`<?xml version="1.0"?>\n${xml}`, 'a.xml');
    expect([document.status, codes(document)[0], document.text]).toEqual([status, code, text]);
  });

  it('takes 200,000 open elements in its stride', async () => {
    const document = await readRoot(`<?xml version="1.0"?>${'<a>'.repeat(200_000)}deep`, 'a.xml');
    expect([document.text, document.status]).toEqual(['deep', 'partial']);
  });
});
