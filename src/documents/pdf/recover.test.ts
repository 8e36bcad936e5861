import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawPdf, makeOnePage, makeRawPdf, stream } from '../../../test/documents/make-pdf.ts';
import { readRoot } from '../../../test/documents/read-bytes.ts';
import { recoverPdf } from './recover.ts';

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const LINES = Array.from(
  { length: 60 },
  (_, i) => `BT /F1 10 Tf 72 ${760 - i * 12} Td (Ledger entry ${i} of the harbour office) Tj ET`,
);
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const cutAt = (bytes: Uint8Array, share: number): Uint8Array => bytes.slice(0, Math.floor(bytes.length * share));

describe('files made to keep a reader busy (#3)', () => {
  it('does not give the engine streams without an end by the thousand', async () => {
    const document = await readRoot(bytesOf(`%PDF-1.4\n${'1 0 obj<</Length 2 0 R>>stream\n'.repeat(60_000)}`), 'a.pdf');
    expect([document.status, document.problems[0]?.code]).toEqual(['refused', 'malformed']);
  });

  it.each([
    '1 0 obj %',
    '1 0 obj (',
    '1 0 obj [ ',
    '1 0 obj << /A ( ',
    'trailer ( ',
    'trailer <<',
    'stream\n',
    '1 0 obj <',
  ])('is done with two megabytes of %j in time', (part) => {
    expect(recoverPdf(bytesOf(part.repeat(2_000_000 / part.length)))).toBeNull();
  });
});

describe('recovery', () => {
  const plain = makeOnePage(LINES.join('\n'), FONT);

  it.each([0.2, 0.35, 0.5, 0.65, 0.8, 0.9])(
    'gives what a file cut off at %s of its length still holds',
    async (share) => {
      const document = await readRoot(cutAt(plain, share), 'a.pdf');
      expect(document.status).toBe('partial');
      expect(document.text).toContain('Ledger entry 0 of the harbour office');
      expect(document.problems[0]).toMatchObject({ code: 'malformed', severity: 'warning' });
      expect(document.problems[0]?.detail).toMatch(/truncated.*1 page was rescued/);
    },
  );

  it('notices that a file saved once more is cut after its first end', async () => {
    const document = await readRoot(bytesOf(`${latin1(plain)}4 0 obj\n<< /Length 99 >>\nstream\nBT (Le`), 'a.pdf');
    expect([document.status, document.problems[0]?.code]).toEqual(['partial', 'malformed']);
    expect(document.problems[0]?.detail).toContain('truncated');
  });

  it('unpacks a stream that is cut off', async () => {
    const packed = deflateSync(LINES.map((line, i) => `${line} % ${Math.sin(i)}`).join('\n')).toString('latin1');
    const bytes = makeRawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      stream(packed, '/Filter /FlateDecode'),
      FONT,
    ]);
    const document = await readRoot(cutAt(bytes, 0.5), 'a.pdf');
    expect(document.status).toBe('partial');
    expect(document.text).toContain('Ledger entry 0 of the harbour office');
  });

  it('finds objects that lie packed in a stream', async () => {
    const bytes = await drawPdf(
      (page, font) => page.drawText('Ledger of the harbour', { x: 72, y: 700, size: 10, font }),
      {
        objectStreams: true,
      },
    );
    // Without the table of contents, which is packed as well.
    const file = latin1(bytes)
      .replace('/XRef', '/Xxxx')
      .replace(/startxref[\s\S]*$/, '');
    const document = await readRoot(bytesOf(file), 'a.pdf');
    expect([document.text, document.status]).toEqual(['Ledger of the harbour', 'partial']);
  });

  it.each([
    ['a wrong table', (file: string) => file.replace(/\d{10} 00000 n/g, '0000000007 00000 n')],
    ['no end mark and no table', (file: string) => file.slice(0, file.indexOf('xref\n0'))],
    ['junk before it', (file: string) => `junk junk junk\n${file}`],
    ['no catalogue', (file: string) => file.replace('/Type /Catalog', '/Type /Katalog')],
    ['no tree of pages', (file: string) => file.replace('2 0 obj', '2 0 abj')],
    ['no page', (file: string) => file.replace('3 0 obj', '3 0 abj').replace('/Type /Page ', '/Type /Xage ')],
    ['a page that has lost its content', (file: string) => file.replace('/Contents 4 0 R', '/Xontents 4 0 R')],
    ['content whose number is lost', (file: string) => file.replace('4 0 obj', '4 0 xbj')],
    ['a damaged first line', (file: string) => file.replace('%PDF-1.4', '%QXF-1.4')],
    ['pages in a circle', (file: string) => file.replace('/Kids [3 0 R]', '/Kids [2 0 R 3 0 R]')],
    ['a false length', (file: string) => file.replace(/\/Length \d+/, '/Length 99999999')],
  ])('reads a file with %s', async (_, damage) => {
    const document = await readRoot(bytesOf(damage(latin1(plain))), 'a.pdf');
    expect(document.text).toContain('Ledger entry 0 of the harbour office');
    expect(document.text).toContain('Ledger entry 50 of the harbour office');
  });

  it('does not take what an honest file leaves unused for a page', async () => {
    const bytes = makeRawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      stream('BT /F1 12 Tf 72 700 Td (Shown.) Tj ET'),
      FONT,
      stream('BT /F1 12 Tf 72 700 Td (Left over.) Tj ET'),
    ]);
    const document = await readRoot(bytes, 'a.pdf');
    expect([document.text, document.status]).toEqual(['Shown.', 'parsed']);
  });

  it('finds nothing in bytes that hold nothing', () => {
    expect(recoverPdf(bytesOf(`%PDF-1.4\n${'\u00ff\u0000('.repeat(5_000)}`))).toBeNull();
    expect(recoverPdf(new Uint8Array(0))).toBeNull();
  });

  it.each([
    ['openings of dictionaries', `1 0 obj ${'<<'.repeat(100_000)}`],
    ['openings of lists', `1 0 obj ${'['.repeat(100_000)}`],
    ['openings of streams', '1 0 obj <<>> stream\n'.repeat(20_000)],
    ['objects', '1 0 obj '.repeat(50_000)],
    ['words that open a text', `1 0 obj <<>> stream\n${'BT '.repeat(100_000)}`],
  ])('takes no long time over a file full of %s', (_, content) => {
    const start = performance.now();
    recoverPdf(bytesOf(`%PDF-1.4\n${content}`));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
