import type { Picture } from '../recognition/recogniser.ts';
import { dropEngine, heapOf, loadEngine, type Pdfium, withMemory } from './engine.ts';

/** Letters of body text come out 25 to 40 pixels high, which recognition reads best. */
const DPI = 300;
/** A page of A3 at 250 dots an inch; larger ones are drawn coarser. */
const MAX_PIXELS = 12_000_000;
/** Page sizes are the file's word; beyond this (an architect's plan is 5,000) they are a trap. */
const MAX_POINTS = 20_000;
const GREY = 1;
const ANNOTATIONS = 0x01;
const GREYSCALE = 0x08;
const WHITE = 0xffffffff;

/** A drawn page, and how many points a pixel of it is. */
export interface DrawnPage {
  readonly picture: Picture;
  readonly scale: number;
}

/**
 * Opens a PDF again to draw its pages in grey, one at a time, for `use`. `draw` takes page numbers from 1 and throws when
 * a page cannot be drawn. An engine that the file brings to a halt is dropped.
 */
export async function withDrawnPages<T>(
  wasm: Uint8Array,
  bytes: Uint8Array,
  use: (draw: (n: number) => DrawnPage) => Promise<T>,
): Promise<T> {
  const pdfium = await loadEngine(wasm);
  const draw = (n: number): DrawnPage => {
    try {
      return withMemory(pdfium, bytes.length, (pointer) => {
        heapOf(pdfium).set(bytes, pointer);
        const document = pdfium.FPDF_LoadMemDocument(pointer, bytes.length, '');
        if (document === 0) throw new Error('the file cannot be opened again');
        try {
          return drawPage(pdfium, document, n - 1);
        } finally {
          pdfium.FPDF_CloseDocument(document);
        }
      });
    } catch (error) {
      if (error instanceof Error && error.name === 'RuntimeError') dropEngine(wasm);
      throw error;
    }
  };
  return use(draw);
}

function drawPage(pdfium: Pdfium, document: number, index: number): DrawnPage {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) throw new Error('it cannot be opened');
  try {
    const points = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
    if (!(points.width > 0 && points.height > 0 && points.width <= MAX_POINTS && points.height <= MAX_POINTS))
      throw new Error(`it claims to be ${points.width} × ${points.height} points large`);
    const fits = Math.sqrt(MAX_PIXELS / (points.width * points.height));
    const perPoint = Math.min(DPI / 72, fits);
    const width = Math.max(1, Math.round(points.width * perPoint));
    const height = Math.max(1, Math.round(points.height * perPoint));
    const pixels = drawGrey(pdfium, page, { width, height });
    return { picture: { kind: 'grey', width, height, pixels }, scale: 1 / perPoint };
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

function drawGrey(
  pdfium: Pdfium,
  page: number,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
  if (bitmap === 0) throw new Error('there is not enough memory to draw it');
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS | GREYSCALE);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const buffer = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const heap = heapOf(pdfium);
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y++)
      pixels.set(heap.subarray(buffer + y * stride, buffer + y * stride + width), y * width);
    return pixels;
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}
