import { describe, expect, it } from 'vitest';
import { makeOnePage, stream, toUnicode } from '../../../test/documents/make-pdf.ts';
import { readRoot } from '../../../test/documents/read-bytes.ts';
import { mendBrackets } from './bidi.ts';

/** A page with the given lines as they show, from left to right, each glyph 10 points wide; a part in braces is one glyph. */
function showing(lines: readonly string[]): Uint8Array {
  const glyphs = lines.map((line) => [...line.matchAll(/\{([^}]*)\}|(.)/gu)].map(([, many, one]) => many ?? one ?? ''));
  const kinds = [...new Set(glyphs.flat())].filter((glyph) => glyph !== ' ');
  const code = (glyph: string): string => (0x30 + kinds.indexOf(glyph)).toString(16);
  const drawn = glyphs.flatMap((line, n) =>
    line.map((glyph, i) =>
      glyph === ' ' ? '' : `BT /F1 20 Tf ${60 + i * 10} ${700 - n * 40} Td <${code(glyph)}> Tj ET`,
    ),
  );
  const font = `<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 48 /LastChar 120 /Widths [${'500 '.repeat(73)}] /ToUnicode 6 0 R >>`;
  return makeOnePage(drawn.join('\n'), font, [stream(toUnicode(kinds.map((glyph, i) => [0x30 + i, glyph] as const)))]);
}

describe('lines that run from right to left', () => {
  it.each([
    ['Hebrew', '.בא דגה', 'הגד אב.'],
    ['a Latin name in Hebrew', '.בא Vantor Works דגה', 'הגד Vantor Works אב.'],
    ['a date', '.בא 3/4/2031 דגה', 'הגד 3/4/2031 אב.'],
    ['a reference and a number', '40 בא VK-2031/7 דגה', 'הגד VK-2031/7 אב 40'],
    ['years in Hebrew', '.בא 2029-2031 דגה', 'הגד 2029-2031 אב.'],
    ['years in Arabic', '.بت 2031-2029 دش', 'شد 2029-2031 تب.'],
    ['lam and alef in one glyph', '.ر{لا}ود', 'دولار.'],
    ['Hebrew words in an English line', 'The firm דגה בא paid 40.', 'The firm אב הגד paid 40.'],
  ])('%s', async (_, shown, expected) => {
    expect((await readRoot(showing([shown]), 'a.pdf')).text).toBe(expected);
  });

  it.each([
    ['דגה )אב( ו', 'דגה (אב) ו'],
    ['דגה (אב) ו', 'דגה (אב) ו'],
    ['דגה אב', 'דגה אב'],
  ])('brackets of %j', (text, expected) => expect(mendBrackets(text)).toBe(expected));
});
