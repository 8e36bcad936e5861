// Makes the binary files of the sample case: a PDF (printed by chromium), a .docx, an .eml with attachment, a .zip.
// Needs chromium and fonts with Cyrillic and Chinese; the results are kept in samples/case, so nobody else has to run it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

const here = fileURLToPath(new URL('.', import.meta.url));
const leak = join(here, '../case/leak');
const target = join(here, '../case');

printInvoice();
writeFileSync(join(target, 'notice-norland.docx'), docx(notice()));
writeFileSync(join(leak, 're-rotor-delivery.eml'), email());
writeFileSync(join(leak, 'annexes.zip'), zip([['technical-note.md', technicalNote()], ['drawing.dwg', drawing()]]));

function printInvoice() {
  execFileSync('chromium', [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-pdf-header-footer',
    `--user-data-dir=${mkdtempSync(join(tmpdir(), 'clew-make-'))}`,
    `--print-to-pdf=${join(leak, 'invoice-0417.pdf')}`, `file://${join(here, 'invoice.html')}`,
  ], { stdio: 'ignore' });
}

function notice() {
  return [
    ['Heading1', 'Kingdom of Norland, Ministry of Trade'],
    ['Heading2', 'Notice of designation No. 88/2024'],
    [null, 'Date: 5 November 2024'],
    [null, 'Pursuant to the Trade Restrictions Act, the Norland Ministry of Trade has added Samovar Logistik LLC, INN 7712345671, to its list of restricted parties.'],
    [null, 'Samovar Logistik LLC was designated for supplying foreign engines to JSC Zavod Zhar-Ptitsa, a producer of surveillance drones.'],
    [null, 'JSC Zavod Zhar-Ptitsa, INN 5409876540, is owned by Concern Lukomorye and was designated by the Norland Ministry of Trade on 12 January 2023.'],
    [null, 'Any person in Norland is prohibited from dealing with the parties named above.'],
  ];
}

function docx(paragraphs) {
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const body = paragraphs
    .map(([style, text]) => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`)
    .join('');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const office = 'http://schemas.openxmlformats.org';
  return zip([
    ['[Content_Types].xml', `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`],
    ['_rels/.rels', `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${office}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`],
    ['docProps/core.xml', `${head}<cp:coreProperties xmlns:cp="${office}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Notice of designation No. 88/2024</dc:title><dc:creator>Norland Ministry of Trade</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2024-11-05T09:00:00Z</dcterms:created></cp:coreProperties>`],
    ['word/_rels/document.xml.rels', `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`],
    ['word/styles.xml', `${head}<w:styles xmlns:w="${office}/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`],
    ['word/document.xml', `${head}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`],
  ]);
}

function email() {
  const packingList = 'Crate;Contents;Quantity;Weight kg\r\n1;garden pumps;18;414\r\n2;garden pumps;18;414\r\n';
  return [
    'From: "Bai Yutu" <bai@jade-rabbit.example>',
    'To: "Matvei Snegurov" <snegurov@samovar-logistik.example>',
    'Subject: Re: rotor delivery',
    'Date: Tue, 09 Apr 2024 10:12:00 +0800',
    'Message-ID: <20240409.1012@jade-rabbit.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="rabbit"',
    '',
    '--rabbit',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Dear Matvei,',
    '',
    'Jade Rabbit received the payment of CNY 1,260,000.00 from Samovar Logistik on 3 April 2024.',
    'The 36 JR-12 engines leave Shenzhen on 11 April. As you asked, the packing list says garden pumps.',
    'Please do not mention Zhar-Ptitsa in the customs papers.',
    '',
    'Bai Yutu',
    'Chief executive, Shenzhen Jade Rabbit Rotor Co., Ltd.',
    '',
    '--rabbit',
    'Content-Type: text/csv; charset=utf-8; name="packing-list.csv"',
    'Content-Disposition: attachment; filename="packing-list.csv"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(packingList).toString('base64'),
    '--rabbit--',
    '',
  ].join('\r\n');
}

/** A drawing of a kind that clew has no reader for: the format's signature and bytes without meaning. */
function drawing() {
  let state = 7;
  const next = () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 16) & 0xff;
  };
  const noise = Buffer.from(Array.from({ length: 2048 }, next));
  return Buffer.concat([Buffer.from('AC1027\0\0\0\0\0', 'latin1'), noise]);
}

function technicalNote() {
  return readFileSync(join(here, 'technical-note.md'));
}

/** A zip archive with stored (uncompressed) entries and a fixed date, so that every run gives the same bytes. */
function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const data = Buffer.from(content);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(0x5821, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, title]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
