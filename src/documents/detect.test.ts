import { describe, expect, it } from 'vitest';
import { makeOdf } from '../../test/documents/make-office.ts';
import { makeDocx, makePdf, makeZip } from '../../test/documents/make-zip.ts';
import { codes, readRoot } from '../../test/documents/read-bytes.ts';
import { detectType } from './detect.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const MAIL =
  'Received: from a\r\nFrom: A <a@b.example>\r\nTo: c@d.example\r\nSubject: x\r\nMessage-ID: <1@b>\r\n\r\nHello';
const CFB = Uint8Array.from([
  0xd0,
  0xcf,
  0x11,
  0xe0,
  0xa1,
  0xb1,
  0x1a,
  0xe1,
  ...Buffer.alloc(600),
  ...Buffer.from('EncryptedPackage', 'utf16le'),
  ...Buffer.alloc(600),
]);
const NOISE = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256);

describe('detectType', () => {
  it.each<[string, Uint8Array, string]>([
    ['a.txt', bytes('Plain words, nothing else.'), 'text/plain'],
    ['notes', bytes('Plain words, nothing else.'), 'text/plain'],
    ['a.txt', bytes('a < b and <i>not</i> a page'), 'text/plain'],
    ['a.txt', bytes('<!DOCTYPE html><html><body><p>x'), 'text/html'],
    ['a.html', bytes('<p>x'), 'text/html'],
    ['a.html', bytes('<!-- saved --><html><p>x'), 'text/html'],
    ['a.eml', bytes(MAIL), 'message/rfc822'],
    ['letter', bytes(MAIL), 'message/rfc822'],
    ['memo.txt', bytes('From: The minister\nTo: The director\nDate: 4 May\nSubject: Parts\n\nText'), 'text/plain'],
    ['a.csv', bytes('a,b\n1,2\n'), 'text/csv'],
    ['table', bytes('a;b;c\n1;2;3\n4;5;6\n7;8;9\n'), 'text/csv'],
    ['prose', bytes('One, two\nthree, four\nfive, six\nseven, eight\nnine, ten'), 'text/plain'],
    ['a.md', bytes('# T\n'), 'text/markdown'],
    ['readme', bytes('# T\n\nSee [x](https://x.example) and\n\n```\ncode\n```\n'), 'text/markdown'],
    ['a.json', bytes('{"a":1}'), 'application/json'],
    ['a.pdf', makePdf([[[50, 700, 12, 'x']]]), 'application/pdf'],
    ['a.docx', makeDocx('<w:p/>'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.zip', makeZip([{ name: 'x', content: 'y' }]), 'application/zip'],
    ['a.rtf', bytes('{\\rtf1 x}'), 'application/rtf'],
    ['a.docx', CFB, 'application/x-encrypted-office'],
    ['a.slk', bytes('ID;PWXL;N;E\nC;Y1;X1;K1\nE\n'), 'application/x-sylk'],
    ['a.xml', bytes('<?xml version="1.0"?>\n<!-- x --><a/>'), 'text/xml'],
    [
      'a.xml',
      bytes('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'application/x-spreadsheetml-2003',
    ],
    ['a.xml', bytes('<?xml version="1.0"?>\n<w:wordDocument xmlns:w="x"/>'), 'application/x-wordprocessingml-2003'],
    ['feed', bytes('{"a": 1}'), 'application/json'],
    ['prose', bytes('{braces} are not data'), 'text/plain'],
    ['a.ods', makeOdf('spreadsheet', ''), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['a.pages', makeZip([{ name: 'Index/Document.iwa', content: 'y' }]), 'application/x-iwork'],
    ['picture.bin', Uint8Array.from([1, 0, 0, 0, ...Buffer.alloc(36, 1), ...Buffer.from(' EMF')]), 'image/emf'],
    ['a.jpg', NOISE, 'application/octet-stream'],
    ['Merger.txt', bytes('MZ is a place and BM another.'), 'text/plain'],
    ['export.csv', bytes('a,b\n\u0000,c\u0000\nlonger,row\n'), 'text/csv'],
  ])('%s', async (name, content, mediaType) => {
    expect((await detectType(content, name)).mediaType).toBe(mediaType);
  });

  it('notes a name that promises something else', async () => {
    const document = await readRoot('<!doctype html><title>T</title><p>Text', 'report.pdf');
    expect([document.mediaType, document.status, codes(document)]).toEqual(['text/html', 'parsed', ['type-mismatch']]);
  });

  it.each(['a.txt', 'a.log', 'a.unknown', 'a'])('takes plain text named %s without complaint', async (name) => {
    expect(codes(await readRoot('Plain words, nothing else.', name))).toEqual([]);
  });

  it.each([
    ['a.docx', CFB, 'encrypted', 'password'],
    ['a.bin', NOISE, 'unsupported-format', 'Convert'],
  ])('refuses %s and says what would help', async (name, content, code, help) => {
    const document = await readRoot(content, name);
    expect([document.status, document.text]).toEqual(['refused', '']);
    expect(document.problems.find((problem) => problem.code === code)?.detail).toContain(help);
  });
});
