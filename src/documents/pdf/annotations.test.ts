import { type PDFDocument, PDFName, type PDFPage, PDFString } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../test/documents/make-pdf.ts';
import { readAll, readRoot } from '../../../test/documents/read-bytes.ts';
import { boxesOf } from '../../text/index.ts';

type Entries = Readonly<Record<string, PDFString | PDFName | number | readonly number[]>>;

function annotate(document: PDFDocument, page: PDFPage, entries: Entries): void {
  const { context } = document;
  const annotation = context.obj({ Type: 'Annot', Rect: [60, 600, 160, 620], ...entries } as never);
  page.node.addAnnot(context.register(annotation));
}

describe('notes, links and forms', () => {
  it('follow the page they lie on, with who wrote them and a box', async () => {
    const bytes = await drawPdf((page, font, document) => {
      page.drawText('Engines were shipped.', { x: 60, y: 700, size: 11, font });
      annotate(document, page, {
        Subtype: PDFName.of('Text'),
        Contents: PDFString.of('Ask the port.'),
        T: PDFString.of('V. Novik'),
      });
      annotate(document, page, { Subtype: PDFName.of('Highlight'), Contents: PDFString.of('Check this.') });
      annotate(document, page, { Subtype: PDFName.of('Text'), Contents: PDFString.of('Unseen.'), F: 2 });
    });
    const document = await readRoot(bytes, 'a.pdf');
    expect(document.text).toBe('Engines were shipped.\n\nAsk the port.\n\nCheck this.\n\nUnseen.');
    expect(document.blocks.slice(1).map(({ kind, place }) => [kind, place])).toEqual([
      ['comment', 'page 1, note by V. Novik'],
      ['comment', 'page 1, highlight'],
      ['comment', 'page 1, note'],
    ]);
    const start = document.text.indexOf('Ask');
    expect(boxesOf(document, { start, end: start + 3 })).toEqual([{ page: 1, x: 60, y: 222, width: 100, height: 20 }]);
    expect(
      document.problems.map(({ code, span }) => [code, span && document.text.slice(span.start, span.end)]),
    ).toEqual([['hidden-text', 'Unseen.']]);
  });

  it('keeps where links lead to as data', async () => {
    const bytes = await drawPdf((page, font, document) => {
      page.drawText('See the register.', { x: 60, y: 700, size: 11, font });
      const link = { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('https://register.example/7') } };
      annotate(document, page, link as never);
    });
    const { metadata, text } = await readRoot(bytes, 'a.pdf');
    expect([metadata.fields.links, text]).toEqual(['https://register.example/7', 'See the register.']);
  });

  it('gives the values of fields, boxes to tick included', async () => {
    const bytes = await drawPdf((page, _font, document) => {
      const form = document.getForm();
      const name = form.createTextField('Consignee');
      name.setText('Tamber Trading');
      name.addToPage(page, { x: 60, y: 700, width: 200, height: 20 });
      form.createTextField('Empty').addToPage(page, { x: 60, y: 660, width: 200, height: 20 });
      const ticked = form.createCheckBox('Dual use');
      ticked.addToPage(page, { x: 60, y: 620, width: 15, height: 15 });
      ticked.check();
      form.createCheckBox('Licence').addToPage(page, { x: 60, y: 580, width: 15, height: 15 });
    });
    const document = await readRoot(bytes, 'a.pdf');
    expect(document.text.split('\n')).toEqual([
      'Consignee\tTamber Trading',
      'Dual use\tchecked',
      'Licence\tnot checked',
    ]);
    expect(new Set(document.blocks.map(({ kind }) => kind))).toEqual(new Set(['table-row']));
  });
});

describe('attached files', () => {
  const attach = (document: PDFDocument, name: string, content: string): Promise<void> =>
    document.attach(new TextEncoder().encode(content), name, { mimeType: 'text/plain' });

  it('are documents of their own', async () => {
    const bytes = await drawPdf(async (page, font, document) => {
      page.drawText('See the annexes.', { x: 60, y: 700, size: 11, font });
      await attach(document, 'annex.txt', 'Seven engines were shipped to the southern port.');
      await attach(document, 'note.txt', 'Paid in May.');
    });
    const items = await readAll(bytes, 'a.pdf');
    expect(items.map(({ document }) => [document.name, document.text, document.parent?.place])).toEqual([
      ['a.pdf', 'See the annexes.', undefined],
      ['annex.txt', 'Seven engines were shipped to the southern port.', 'attachment 1 (annex.txt)'],
      ['note.txt', 'Paid in May.', 'attachment 2 (note.txt)'],
    ]);
  });

  it('count against the budget of the file', async () => {
    const bytes = await drawPdf((_page, _font, document) =>
      attach(document, 'large.txt', 'engines '.repeat(4_000_000)),
    );
    const [root, child] = await readAll(bytes, 'a.pdf', { limits: { maxRatio: 10 } });
    expect([root?.document.status, root?.document.problems.at(-1)?.code, child]).toEqual([
      'partial',
      'archive-entry-refused',
      undefined,
    ]);
  });
});
