import { heapOf, type Pdfium, withMemory } from './engine.ts';

/** One line of a page. Offsets count in the page's text; measures are PDF points from the top left corner. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font, also where the glyphs are lower. */
  readonly height: number;
}

export interface PageText {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** Characters whose meaning the file does not tell. */
  readonly unmapped: number;
  readonly hasPictures: boolean;
}

/** A gap wider than this many font heights parts columns of a table, not words. */
const COLUMN_GAP = 1.3;
/** PDFium's own mark for a hyphen at the end of a line. */
const HYPHEN = 0x02;
const IMAGE_OBJECT = 3;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Text of one page, line by line, in the order PDFium finds it. Throws when the page cannot be opened. */
export function readPage(pdfium: Pdfium, document: number, index: number): PageText {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) throw new Error(`page ${index + 1} cannot be opened`);
  const textPage = pdfium.FPDFText_LoadPage(page);
  try {
    const width = pdfium.FPDF_GetPageWidthF(page);
    const height = pdfium.FPDF_GetPageHeightF(page);
    const found = textPage === 0 ? { lines: [], unmapped: 0 } : readLines(pdfium, page, textPage);
    return { width, height, ...found, hasPictures: found.lines.length === 0 && hasPictures(pdfium, page) };
  } finally {
    if (textPage !== 0) pdfium.FPDFText_ClosePage(textPage);
    pdfium.FPDF_ClosePage(page);
  }
}

function hasPictures(pdfium: Pdfium, page: number): boolean {
  const count = Math.min(pdfium.FPDFPage_CountObjects(page), 2_000);
  for (let i = 0; i < count; i++) {
    if (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, i)) === IMAGE_OBJECT) return true;
  }
  return false;
}

function readLines(
  pdfium: Pdfium,
  page: number,
  textPage: number,
): { readonly lines: Line[]; readonly unmapped: number } {
  return withMemory(pdfium, 16, (pointer) => {
    const rectangle = (): Box => {
      const view = new DataView(heapOf(pdfium).buffer, pointer, 16);
      return {
        left: view.getFloat32(0, true),
        top: view.getFloat32(4, true),
        right: view.getFloat32(8, true),
        bottom: view.getFloat32(12, true),
      };
    };
    const bounds: Box = pdfium.FPDF_GetPageBoundingBox(page, pointer)
      ? rectangle()
      : { left: 0, top: pdfium.FPDF_GetPageHeightF(page), right: 0, bottom: 0 };
    const boxOf = (i: number): Box | null =>
      pdfium.FPDFText_GetLooseCharBox(textPage, i, pointer) ? rectangle() : null;
    const collector = createCollector(bounds);
    const count = pdfium.FPDFText_CountChars(textPage);
    for (let i = 0; i < count; i++) {
      const code = pdfium.FPDFText_GetUnicode(textPage, i);
      if (code === 0x0d || code === 0x0a) collector.endLine();
      else if (code === HYPHEN || code === 0xfffe) {
        collector.add('-', boxOf(i));
        collector.endLine();
      } else collector.add(characterOf(code), code === 0x20 ? null : boxOf(i));
    }
    return collector.finish();
  });
}

function characterOf(code: number): string {
  return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

function createCollector(bounds: Box) {
  const lines: Line[] = [];
  let unmapped = 0;
  let at = 0;
  let text = '';
  let box: Box | null = null;
  let right = Number.NaN;
  let isBroken = false;

  const flush = (): void => {
    isBroken = false;
    const kept = text.trimEnd();
    if (kept.trim() !== '') {
      const area = box ?? bounds;
      lines.push({
        text: kept,
        start: at,
        end: at + kept.length,
        x: area.left - bounds.left,
        y: bounds.top - area.top,
        width: area.right - area.left,
        height: area.top - area.bottom,
      });
      at += kept.length + 1;
    }
    text = '';
    box = null;
    right = Number.NaN;
  };
  return {
    /** The break is made once the next character shows that it does not stand beside this line, as the next cell of a row does. */
    endLine: (): void => {
      isBroken = true;
    },
    add: (character: string, next: Box | null): void => {
      if (character === '\ufffd') unmapped += 1;
      if (isBroken) {
        if (!next) return;
        if (box && isBeside(box, next)) {
          isBroken = false;
          text += ' ';
        } else flush();
      }
      if (text === '' && /\s/.test(character)) return;
      if (next && next.right > next.left) {
        const gap = next.left - right;
        if (gap > COLUMN_GAP * Math.abs(next.top - next.bottom)) text = `${text.trimEnd()}\t`;
        right = next.right;
        box = box ? union(box, next) : next;
      }
      text += character;
    },
    finish: () => {
      flush();
      return { lines, unmapped };
    },
  };
}

/** Whether `next` stands on the line that fills `line`, to the right of it. */
function isBeside(line: Box, next: Box): boolean {
  const shared = Math.min(line.top, next.top) - Math.max(line.bottom, next.bottom);
  return next.left > line.right && shared > 0.6 * Math.min(line.top - line.bottom, next.top - next.bottom);
}

const union = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});
