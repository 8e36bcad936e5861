// Time to read a PDF of 540 pages against PDFium alone, in one process, as the median of several runs.
// "PDFium alone" opens each page and its text page and asks for every character's code and box, one call each: what
// anyone needs who wants to know where a quotation stands. "Text only" asks for each page's text in one call.
// Usage: npm run build && node bench/pdf.mjs [runs] [pages]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init } from '@embedpdf/pdfium';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { DEFAULT_LIMITS, readDocument } from '../dist/documents/index.js';

const RUNS = Number(process.argv[2] ?? 5);
const PAGES = Number(process.argv[3] ?? 540);

async function makePdf() {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let n = 1; n <= PAGES; n++) {
    const page = document.addPage([595, 842]);
    page.drawText(`Report of the harbour office, page ${n}`, { x: 60, y: 800, size: 9, font });
    for (let line = 0; line < 46; line++) {
      const text =
        line % 12 === 11
          ? ''
          : `Line ${line} of page ${n}: the company shipped ${line * n} engines by the northern port in May.`;
      if (text !== '') page.drawText(text, { x: 60, y: 770 - line * 15, size: 10.5, font });
    }
  }
  return new Uint8Array(await document.save());
}

const wasm = new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))));
const bytes = await makePdf();
const engine = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) });
engine.PDFiumExt_Init();
const { malloc, free } = engine.pdfium.wasmExports;

function eachPage(use) {
  const file = malloc(bytes.length);
  engine.pdfium.HEAPU8.set(bytes, file);
  const document = engine.FPDF_LoadMemDocument(file, bytes.length, '');
  const buffer = malloc(65_536);
  let characters = 0;
  for (let i = 0; i < engine.FPDF_GetPageCount(document); i++) {
    const page = engine.FPDF_LoadPage(document, i);
    const textPage = engine.FPDFText_LoadPage(page);
    const count = engine.FPDFText_CountChars(textPage);
    characters += count;
    use(textPage, count, buffer);
    engine.FPDFText_ClosePage(textPage);
    engine.FPDF_ClosePage(page);
  }
  engine.FPDF_CloseDocument(document);
  free(buffer);
  free(file);
  return characters;
}

const alone = () =>
  eachPage((textPage, count, buffer) => {
    for (let i = 0; i < count; i++) {
      engine.FPDFText_GetUnicode(textPage, i);
      engine.FPDFText_GetCharBox(textPage, i, buffer, buffer + 8, buffer + 16, buffer + 24);
    }
  });
/** The same without the checks that the package wraps around each call. */
const bare = () => {
  const { FPDFText_GetUnicode, FPDFText_GetCharBox } = engine.pdfium.wasmExports;
  return eachPage((textPage, count, buffer) => {
    for (let i = 0; i < count; i++) {
      FPDFText_GetUnicode(textPage, i);
      FPDFText_GetCharBox(textPage, i, buffer, buffer + 8, buffer + 16, buffer + 24);
    }
  });
};
const textOnly = () => eachPage((textPage, count, buffer) => engine.FPDFText_GetText(textPage, 0, count, buffer));
const clew = async () => {
  const [root] = await readDocument(bytes, { name: 'report.pdf', limits: DEFAULT_LIMITS, pdfium: wasm });
  if (root?.document.status !== 'parsed') throw new Error('the file was not read');
  return root.document.text.length;
};

async function time(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const characters = alone();
await clew();
const times = { alone: [], bare: [], textOnly: [], clew: [] };
for (let i = 0; i < RUNS; i++) {
  times.alone.push(await time(alone));
  times.bare.push(await time(bare));
  times.clew.push(await time(clew));
  times.textOnly.push(await time(textOnly));
}
const [a, b, t, c] = [median(times.alone), median(times.bare), median(times.textOnly), median(times.clew)];
const ms = (value) => `${value.toFixed(0)} ms`;
console.log(`${PAGES} pages, ${characters} characters, ${bytes.length} bytes, median of ${RUNS} runs`);
console.log(`PDFium alone (page, text page, code and box of each character)  ${ms(a)}`);
console.log(`PDFium alone, calls without the package's checks                ${ms(b)}`);
console.log(`PDFium, text only                                               ${ms(t)}`);
console.log(`clew (text in reading order, character boxes, checks)           ${ms(c)}`);
console.log(
  `ratio to PDFium alone ${(c / a).toFixed(2)} (goal <= 1.30); to bare calls ${(c / b).toFixed(2)}; to text only ${(c / t).toFixed(2)}`,
);
