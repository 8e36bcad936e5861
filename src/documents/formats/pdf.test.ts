import { describe, expect, it } from 'vitest';
import { makePdf } from '../../../test/documents/make-zip.ts';
import { blocksOf, codes, readRoot } from '../../../test/documents/read-bytes.ts';

const PROSE = [
  'The company shipped engines through the northern port in May and',
  'was paid by a trader in a third country, the papers show, while its',
  'own accounts name no such customer.',
];

const lines = (texts: readonly string[], top = 700) => texts.map((text, i) => [72, top - i * 14, 11, text] as const);

describe('pdf', () => {
  it('reads pages line by line with a box for each', async () => {
    const document = await readRoot(makePdf([[[72, 740, 18, 'Engines']], [[72, 700, 11, 'Page two']]]), 'a.pdf');
    expect(document.text).toBe('Engines\n\nPage two');
    expect(
      document.pages.map(({ n, span, width, height }) => [n, document.text.slice(span.start, span.end), width, height]),
    ).toEqual([
      [1, 'Engines', 612, 792],
      [2, 'Page two', 612, 792],
    ]);
    const [box] = document.pages[0]?.boxes ?? [];
    expect(document.text.slice(box?.start, box?.end)).toBe('Engines');
    expect(box?.x).toBeCloseTo(72, 0);
    expect(Math.abs((box?.y ?? 0) + (box?.height ?? 0) - 52)).toBeLessThan(8);
  });

  it('joins lines into paragraphs by spans only', async () => {
    const page = [
      [72, 740, 18, 'Engines'] as const,
      ...lines(PROSE),
      ...lines(['Nobody answered questions, and the port said it keeps no records', 'of the kind.'], 640),
      ...lines(['- first point', '- second point'], 590),
    ];
    const document = await readRoot(makePdf([page]), 'a.pdf');
    expect(blocksOf(document)).toEqual([
      'heading: Engines',
      `paragraph: ${PROSE.join('\n')}`,
      'paragraph: Nobody answered questions, and the port said it keeps no records\nof the kind.',
      'list-item: - first point',
      'list-item: - second point',
    ]);
    expect(new Set(document.blocks.map(({ place }) => place))).toEqual(new Set(['page 1']));
  });

  it('reads columns far apart as cells of a row', async () => {
    const row = (y: number, ...cells: string[]) => cells.map((text, i) => [72 + i * 180, y, 11, text] as const);
    const document = await readRoot(
      makePdf([[...row(700, 'Item', 'Count', 'Sum'), ...row(686, 'Engine', '7', '1,250.00')]]),
      'a.pdf',
    );
    expect(blocksOf(document)).toEqual(['table-row: Item\tCount\tSum', 'table-row: Engine\t7\t1,250.00']);
  });

  it('marks running headers and footers', async () => {
    const pages = [1, 2, 3].map((n) => [
      [72, 770, 9, `Report 7, page ${n}`] as const,
      ...lines(PROSE.map((line) => `${'abc'[n - 1]}${line}`)),
    ]);
    const document = await readRoot(makePdf(pages), 'a.pdf');
    expect(document.blocks.map(({ kind }) => kind)).toEqual([
      'boilerplate',
      'paragraph',
      'boilerplate',
      'paragraph',
      'boilerplate',
      'paragraph',
    ]);
  });

  it('reads the information dictionary; the day it was made is no day of publication', async () => {
    const { metadata } = await readRoot(
      makePdf([lines(PROSE)], '/Title (Engines) /Author (V. Novik) /CreationDate (D:20310504120000Z)'),
      'a.pdf',
    );
    expect(metadata).toMatchObject({
      title: 'Engines',
      author: 'V. Novik',
      published: null,
      fields: { creationdate: '2031-05-04' },
    });
  });

  it('says when there is nothing to quote', async () => {
    const document = await readRoot(makePdf([[]]), 'a.pdf');
    expect([document.status, codes(document), document.pages.length]).toEqual(['parsed', ['no-text'], 1]);
  });

  it('never passes off a cut file as whole', async () => {
    const whole = makePdf([lines(PROSE), lines(PROSE)]);
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.97]) {
      const document = await readRoot(whole.slice(0, Math.floor(whole.length * share)), 'a.pdf');
      expect(document.status).not.toBe('parsed');
      expect(document.problems.some(({ detail }) => /truncated/.test(detail))).toBe(true);
    }
  });

  it('stops at the limit on pages', async () => {
    const document = await readRoot(makePdf([lines(PROSE), lines(PROSE), lines(PROSE)]), 'a.pdf', {
      limits: { maxPages: 2 },
    });
    expect([document.pages.length, document.status, codes(document)]).toEqual([2, 'partial', ['cut-by-limit']]);
  });

  it('says what is missing without its engine', async () => {
    const document = await readRoot(makePdf([lines(PROSE)]), 'a.pdf', { pdfium: null });
    expect([document.status, codes(document)]).toEqual(['refused', ['unsupported-format']]);
  });
});
