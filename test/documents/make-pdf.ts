import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib';

/** A PDF of the given numbered objects, 1 first, with a right table. Object 1 is the catalogue. Latin-1 throughout. */
export function makeRawPdf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

export const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

/** One page whose content and font are given as they stand in the file; more objects follow from 6 on. */
export function makeOnePage(content: string, font: string, more: readonly string[] = []): Uint8Array {
  return makeRawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(content),
    font,
    ...more,
  ]);
}

/** A ToUnicode map of one-byte codes. */
export const toUnicode = (pairs: readonly (readonly [code: number, text: string])[]): string =>
  `begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${pairs.length} beginbfchar\n${pairs
    .map(([code, text]) => `<${hex(code, 2)}> <${[...text].map((letter) => hex(letter.charCodeAt(0), 4)).join('')}>`)
    .join('\n')}\nendbfchar endcmap`;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** A PDF drawn with pdf-lib on one page of 595 x 842 points. */
export async function drawPdf(
  draw: (page: PDFPage, font: PDFFont, document: PDFDocument) => void | Promise<void>,
  { objectStreams = false }: { readonly objectStreams?: boolean } = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  await draw(document.addPage([595, 842]), font, document);
  return new Uint8Array(await document.save({ useObjectStreams: objectStreams }));
}
