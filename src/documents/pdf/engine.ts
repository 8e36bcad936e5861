import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

export type Pdfium = WrappedPdfiumModule;

/** The emscripten memory behind PDFium; the package's own types need declarations that are not shipped with it. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: Calls & {
    readonly malloc: (size: number) => number;
    readonly free: (pointer: number) => void;
  };
}

const engines = new WeakMap<Uint8Array, Promise<Pdfium>>();

/** PDFium, compiled once for each module it is given as bytes. */
export function loadEngine(wasm: Uint8Array): Promise<Pdfium> {
  const known = engines.get(wasm);
  if (known) return known;
  const binary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  const engine = init({ wasmBinary: binary }).then((pdfium) => {
    pdfium.PDFiumExt_Init();
    return pdfium;
  });
  engines.set(wasm, engine);
  return engine;
}

/** Forgets an engine that a file has brought to a halt; the next file gets a fresh one. */
export function dropEngine(wasm: Uint8Array): void {
  engines.delete(wasm);
}

const memoryOf = (pdfium: Pdfium): Memory => pdfium.pdfium as unknown as Memory;

/** Runs `use` with `size` bytes of the engine's memory, which are freed afterwards. */
export function withMemory<T>(pdfium: Pdfium, size: number, use: (pointer: number) => T): T {
  const { malloc, free } = memoryOf(pdfium).wasmExports;
  const pointer = malloc(size);
  if (pointer === 0) throw new Error('there is not enough memory for this file');
  try {
    return use(pointer);
  } finally {
    free(pointer);
  }
}

/** The engine's memory as it is now; it moves when it grows, so this is asked for anew each time. */
export const heapOf = (pdfium: Pdfium): Uint8Array => memoryOf(pdfium).HEAPU8;

let floats: Float32Array = new Float32Array(0);
/** The same memory as 32-bit floats; asked for anew after each call that may let it grow. */
export function floatsOf(pdfium: Pdfium): Float32Array {
  const { buffer } = heapOf(pdfium);
  if (floats.buffer !== buffer) floats = new Float32Array(buffer);
  return floats;
}

/** Calls made for each character or object, without the checks that the package wraps around every call. */
interface Calls {
  readonly FPDFText_GetLooseCharBox: (textPage: number, index: number, box: number) => number;
  readonly FPDFText_GetTextObject: (textPage: number, index: number) => number;
  readonly FPDFText_GetUnicode: (textPage: number, index: number) => number;
  readonly FPDFPage_GetObject: (page: number, index: number) => number;
  readonly FPDFPageObj_GetType: (object: number) => number;
  readonly FPDFTextObj_GetTextRenderMode: (object: number) => number;
  readonly FPDFPageObj_GetFillColor: (object: number, r: number, g: number, b: number, a: number) => number;
  readonly FPDFPageObj_GetBounds: (object: number, l: number, b: number, r: number, t: number) => number;
}

export const callsOf = (pdfium: Pdfium): Calls => memoryOf(pdfium).wasmExports;
