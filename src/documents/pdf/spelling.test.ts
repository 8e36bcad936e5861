import { degrees, type PDFFont, type PDFPage } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { drawPdf, makeOnePage, stream, toUnicode } from '../../../test/documents/make-pdf.ts';
import { readRoot } from '../../../test/documents/read-bytes.ts';

interface At {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly spacing?: number;
}

/** Letter by letter, as browsers print. */
function drawLetters(page: PDFPage, font: PDFFont, text: string, { x, y, size = 11, spacing = 0 }: At): void {
  let at = x;
  for (const letter of text) {
    if (letter !== ' ') page.drawText(letter, { x: at, y, size, font });
    at += font.widthOfTextAtSize(letter, size) + spacing;
  }
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const linesOf = async (bytes: Uint8Array): Promise<string[]> => (await readRoot(bytes, 'a.pdf')).text.split('\n');

describe('words', () => {
  it('are whole on a page of nothing but short blocks side by side', async () => {
    const bytes = await drawPdf((page, font) => {
      const block = (x: number, ...lines: string[]): void =>
        lines.forEach((line, i) => {
          drawLetters(page, font, line, { x, y: 800 - i * 11.5, size: 11 });
        });
      block(40, 'Seller', 'Teal Harbour GmbH', 'Kai 5');
      block(250, 'Buyer', 'Umber Freight Ltd', 'Pier 9');
      block(430, 'Total EUR', '7,350.00', '12/05/2031');
    });
    expect(await linesOf(bytes)).toEqual([
      'Seller\tBuyer\tTotal EUR',
      'Teal Harbour GmbH\tUmber Freight Ltd\t7,350.00',
      'Kai 5\tPier 9\t12/05/2031',
    ]);
  });

  it.each([
    ['pairs set closer', -0.8, 'Vantor'],
    ['letters that touch', 0, 'Vantor Works'],
    ['letters spaced out', 2, 'Vantor Works'],
    ['digits of a table far apart stay apart', 9, '4711'],
  ])('with %s', async (_, spacing, text) => {
    const lines = await linesOf(
      await drawPdf((page, font) => drawLetters(page, font, text, { x: 60, y: 700, spacing })),
    );
    expect(lines).toEqual([spacing > 5 ? [...text].join(' ') : text]);
  });

  it.each([90, 180, 270])('of closely set letters on a page turned by %s degrees', async (turn) => {
    const at = { 90: [300, 100], 180: [500, 300], 270: [300, 700] }[turn] ?? [];
    const bytes = await drawPdf((page, font) => {
      page.setRotation(degrees(turn));
      let along = 0;
      for (const part of ['V', 'antor Works and T', 'albot']) {
        const [x = 0, y = 0] = at;
        const [dx, dy] = { 90: [0, along], 180: [-along, 0], 270: [0, -along] }[turn] ?? [0, 0];
        page.drawText(part, { x: x + (dx ?? 0), y: y + (dy ?? 0), size: 11, font, rotate: degrees(turn) });
        along += font.widthOfTextAtSize(part, 11) - 0.9;
      }
    });
    expect(await linesOf(bytes)).toEqual(['Vantor Works and Talbot']);
  });

  it('take no letter of writing that runs across at an angle', async () => {
    const bytes = await drawPdf((page, font) => {
      page.drawText('Paid by Vantor', { x: 60, y: 700, size: 11, font });
      const end = 60 + font.widthOfTextAtSize('Paid by Vantor', 11);
      page.drawText('X', { x: end + 6, y: 698, size: 40, font, rotate: degrees(45) });
      page.drawText(' Works', { x: end, y: 700, size: 11, font });
    });
    expect(await linesOf(bytes)).toEqual(['Paid by Vantor Works', 'X']);
  });
});

describe('soft hyphens', () => {
  it.each([
    ['are left out where they take no room', ' ', 0, 'Liefer'],
    ['show where they do', '-', 333, 'Lie-fer'],
  ])('%s', async (_, glyph, width, expected) => {
    const code = glyph.charCodeAt(0);
    const hyphen = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar ${code} /LastChar ${code} /Widths [${width}] /ToUnicode 6 0 R >>`;
    // By Helvetica's widths of 556, 222 and 556 thousandths the parts stand as close as in one word.
    const end = 60 + 20 * 1.334;
    const bytes = makeOnePage(
      `BT /F2 20 Tf 60 700 Td (Lie) Tj ET BT /F1 20 Tf ${end} 700 Td (${glyph}) Tj ET BT /F2 20 Tf ${end + width / 50} 700 Td (fer) Tj ET`,
      hyphen,
      [stream(toUnicode([[code, '\u00ad']]))],
    );
    const file = latin1(bytes).replace(
      '/F1 5 0 R',
      '/F1 5 0 R /F2 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
    );
    expect(await linesOf(bytesOf(file))).toEqual([expected]);
  });
});

describe('raised digits', () => {
  it.each<[string, readonly (readonly [text: string, size: number, up: number])[], string]>([
    [
      'a note after a number',
      [
        ['EUR 6,500', 12, 0],
        ['14', 7.5, 4.5],
        [' on 3 May', 12, 0],
      ],
      'EUR 6,500¹⁴ on 3 May',
    ],
    [
      'a note after a year',
      [
        ['in 2031', 12, 0],
        ['3', 8, 4],
      ],
      'in 2031³',
    ],
    [
      'an exponent',
      [
        ['10', 12, 0],
        ['6', 8, 4],
        [' m', 12, 0],
        ['2', 8, 4],
      ],
      '10⁶ m²',
    ],
    [
      'a mark before its note',
      [
        ['2', 7, 4],
        ['Waybill', 11, 0],
      ],
      '²Waybill',
    ],
    [
      'an index of a number',
      [
        ['log 10', 12, 0],
        ['12', 8, -2.5],
      ],
      'log 10₁₂',
    ],
    [
      'a smaller number on the same line',
      [
        ['Total', 16, 0],
        [' 450', 11, 0],
      ],
      'Total 450',
    ],
    [
      'a formula',
      [
        ['H', 12, 0],
        ['2', 8, -2],
        ['O', 12, 0],
      ],
      'H2O',
    ],
    [
      'raised letters',
      [
        ['the 3', 12, 0],
        ['rd', 8, 4],
      ],
      'the 3rd',
    ],
  ])('%s', async (_, parts, expected) => {
    const bytes = await drawPdf((page, font) => {
      let x = 60;
      for (const [text, size, up] of parts) {
        page.drawText(text, { x, y: 700 + up, size, font });
        x += font.widthOfTextAtSize(text, size);
      }
    });
    expect(await linesOf(bytes)).toEqual([expected]);
  });
});
