import { degrees } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { drawPdf, makeOnePage, stream, toUnicode } from '../../../test/documents/make-pdf.ts';
import { readRoot } from '../../../test/documents/read-bytes.ts';
import type { Document } from '../../model/index.ts';
import { boxesOf } from '../../text/index.ts';

const TEXT = 'Paid by Vortek in May';
const boxOf = (document: Document, words: string) => {
  const start = document.text.indexOf(words);
  return boxesOf(document, { start, end: start + words.length });
};

describe('places of characters', () => {
  it.each([
    ['an upright page', 0, 0],
    ['a page turned to the right', 90, 90],
    ['a page upside down', 180, 180],
    ['a page turned to the left', 270, 270],
  ])('leads from a word to its box on %s', async (_, turn, angle) => {
    let before = 0;
    let width = 0;
    const bytes = await drawPdf((page, font) => {
      // The engine goes by the widths of the letters, pdf-lib also by the pairs they form.
      before = font.widthOfTextAtSize('Paid by ', 10);
      width = font.widthOfTextAtSize('Vortek', 10);
      const at: Readonly<Record<number, readonly [number, number]>> = {
        0: [100, 700],
        90: [200, 100],
        180: [495, 142],
        270: [300, 742],
      };
      const [x = 0, y = 0] = at[turn] ?? [];
      page.setRotation(degrees(turn));
      page.drawText(TEXT, { x, y, size: 10, font, rotate: degrees(angle) });
    });
    const document = await readRoot(bytes, 'a.pdf');
    const [box] = boxOf(document, 'Vortek');
    expect(document.text).toBe(TEXT);
    expect(Math.abs((box?.x ?? 0) - 100 - before)).toBeLessThan(1);
    expect(Math.abs((box?.width ?? 0) - width)).toBeLessThan(1);
    expect(box?.height).toBeGreaterThan(8);
    expect(box?.height).toBeLessThan(14);
  });

  it('keeps the sum of the advances to the box', async () => {
    const document = await readRoot(
      await drawPdf((page, font) => page.drawText(TEXT, { x: 60, y: 700, size: 11, font })),
      'a.pdf',
    );
    const [box] = document.pages[0]?.boxes ?? [];
    expect(box?.advances).toHaveLength(TEXT.length);
    expect(Math.abs((box?.advances ?? []).reduce((sum, n) => sum + n, 0) / 10 - (box?.width ?? 0))).toBeLessThan(0.06);
  });

  it('reads writing from right to left in the order of its letters', async () => {
    const letters = [...'אבגדהוזחטי'];
    const map = toUnicode(letters.map((letter, i) => [0xa1 + i, letter] as const));
    // Drawn from left to right, as programs draw it: the last letter first.
    const drawn = [3, 2, 1, 0].map((i) => `\\${(0xa1 + i).toString(8)}`).join('');
    const document = await readRoot(
      makeOnePage(
        `BT /F1 12 Tf 100 700 Td (${drawn}) Tj ET`,
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>',
        [stream(map)],
      ),
      'a.pdf',
    );
    expect(document.text).toBe('אבגד');
    const [first] = boxesOf(document, { start: 0, end: 1 });
    const [last] = boxesOf(document, { start: 3, end: 4 });
    expect(first?.x).toBeGreaterThan(last?.x ?? 0);
  });

  it('does not fall for a page of nine billion points', async () => {
    const bytes = await drawPdf((page, font) => {
      page.setSize(9e9, 9e9);
      page.drawText(TEXT, { x: 60, y: 700, size: 11, font });
    });
    expect((await readRoot(bytes, 'a.pdf')).text).toBe(TEXT);
  });
});
