import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

export type Pdfium = WrappedPdfiumModule;

/** The emscripten memory behind PDFium; the package's own types need declarations that are not shipped with it. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { readonly malloc: (size: number) => number; readonly free: (pointer: number) => void };
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
