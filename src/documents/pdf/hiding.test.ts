import { describe, expect, it } from 'vitest';
import { makeOnePage, stream, toUnicode } from '../../../test/documents/make-pdf.ts';
import { codes, readRoot } from '../../../test/documents/read-bytes.ts';
import type { Document } from '../../model/index.ts';

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const hiddenIn = (document: Document): string[] =>
  document.problems.flatMap(({ code, span }) =>
    code === 'hidden-text' && span ? [document.text.slice(span.start, span.end)] : [],
  );
const show = (content: string): Promise<Document> =>
  readRoot(makeOnePage(`BT /F1 12 Tf 72 700 Td (Seen.) Tj ET\n${content}`, FONT), 'a.pdf');

describe('hidden text', () => {
  it.each([
    ['drawn without ink', '3 Tr BT /F1 12 Tf 72 600 Td (Secret words) Tj ET'],
    ['white on white', '1 g BT /F1 12 Tf 72 600 Td (Secret words) Tj ET'],
    ['tiny', 'BT /F1 0.4 Tf 72 600 Td (Secret words) Tj ET'],
    ['beyond the edge', 'BT /F1 12 Tf 900 600 Td (Secret words) Tj ET'],
    ['blacked out', 'BT /F1 12 Tf 72 600 Td (Secret words) Tj ET 0 g 60 590 200 30 re f'],
    ['whited out', 'BT /F1 12 Tf 72 600 Td (Secret words) Tj ET 1 g 60 590 200 30 re f'],
  ])('is kept and named: %s', async (_, content) => {
    const document = await show(content);
    expect([document.text, hiddenIn(document), document.status]).toEqual([
      'Seen.\nSecret words',
      ['Secret words'],
      'parsed',
    ]);
  });

  it.each([
    ['white on a dark box', '0 g 60 590 200 30 re f 1 g BT /F1 12 Tf 72 600 Td (Plain words) Tj ET'],
    ['dark on a light box', '0.9 g 60 590 200 30 re f 0 g BT /F1 12 Tf 72 600 Td (Plain words) Tj ET'],
    ['underlined', 'BT /F1 12 Tf 72 600 Td (Plain words) Tj ET 72 598 100 1 re f'],
    ['beside a box', 'BT /F1 12 Tf 72 600 Td (Plain words) Tj ET 300 590 200 30 re f'],
    [
      'within a box that is clipped away',
      'BT /F1 12 Tf 72 600 Td (Plain words) Tj ET q 300 300 10 10 re W n 60 590 200 30 re f Q',
    ],
    ['only framed', 'BT /F1 12 Tf 72 600 Td (Plain words) Tj ET 60 590 200 30 re S'],
  ])('is not: %s', async (_, content) => {
    expect(hiddenIn(await show(content))).toEqual([]);
  });

  it('is one note a stretch, and counted from the twenty-first on', async () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) => `BT /F1 9 Tf 72 ${680 - i * 20} Td (seen) Tj 3 Tr 200 0 Td (secret) Tj 0 Tr ET`,
    );
    const document = await show(lines.join('\n'));
    expect(hiddenIn(document)).toHaveLength(20);
    expect(document.problems.at(-1)?.detail).toContain('10 more places');
  });

  it('takes unseen text over a picture for the work of text recognition', async () => {
    const picture = 'q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u0080 EI Q';
    const document = await readRoot(
      makeOnePage(`${picture} 3 Tr BT /F1 12 Tf 72 600 Td (A recognised page of words) Tj ET`, FONT),
      'a.pdf',
    );
    expect([codes(document), document.status]).toEqual([['text-layer-doubtful'], 'parsed']);
  });
});

describe('fonts that show other letters than the text has', () => {
  const font = (map: string, entries = '/Encoding /WinAnsiEncoding'): Uint8Array =>
    makeOnePage(
      'BT /F1 12 Tf 72 700 Td (TULIP) Tj ET',
      `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${entries} /ToUnicode 6 0 R >>`,
      [stream(map)],
    );
  const pairs = (shown: string, given: string) =>
    toUnicode([...shown].map((letter, i) => [letter.charCodeAt(0), given[i] ?? ''] as const));

  it('are named with examples', async () => {
    const document = await readRoot(font(pairs('TULIP', 'ROBIN')), 'a.pdf');
    expect([document.text, document.status, codes(document)]).toEqual(['ROBIN', 'parsed', ['text-layer-doubtful']]);
    expect(document.problems[0]?.detail).toContain('"T" stands in the text as "R"');
  });

  it.each([
    ['a map that says the same', pairs('TULIP', 'TULIP'), '/Encoding /WinAnsiEncoding'],
    [
      'codes that the font names itself',
      pairs('TULIP', 'ROBIN'),
      '/Encoding << /Differences [73 /I 76 /B 80 /N 84 /R 85 /O] >>',
    ],
    ['signs that are no letters', pairs('TULIP', '.,:;-'), '/Encoding /WinAnsiEncoding'],
  ])('are not: %s', async (_, map, entries) => {
    expect(codes(await readRoot(font(map, entries), 'a.pdf'))).not.toContain('text-layer-doubtful');
  });
});
