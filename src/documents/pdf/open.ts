import { heapOf, type Pdfium, withMemory } from './engine.ts';

/** PDFium's error codes. */
const NEEDS_PASSWORD = 4;
const UNKNOWN_SECURITY = 5;

/** Why a file does not open. */
export type Closed = 'password' | 'unknown-security' | 'damaged';

/** A halted engine cannot be asked anything more, not even to close what is open. */
export const isHalt = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'RuntimeError' || /^Aborted|unreachable/.test(error.message));

/** What `use` makes of the opened document, or why it does not open. The document is closed afterwards. */
export function withDocument<T>(
  engine: Pdfium,
  bytes: Uint8Array,
  use: (document: number) => T,
): { readonly kind: 'read'; readonly value: T } | { readonly kind: 'closed'; readonly why: Closed } {
  return withMemory(engine, Math.max(bytes.length, 1), (pointer) => {
    heapOf(engine).set(bytes, pointer);
    const document = engine.FPDF_LoadMemDocument(pointer, bytes.length, '');
    if (document === 0) {
      const error = engine.FPDF_GetLastError();
      const why = error === NEEDS_PASSWORD ? 'password' : error === UNKNOWN_SECURITY ? 'unknown-security' : 'damaged';
      return { kind: 'closed', why };
    }
    let isHalted = false;
    try {
      return { kind: 'read', value: use(document) };
    } catch (error) {
      isHalted = isHalt(error);
      throw error;
    } finally {
      if (!isHalted) engine.FPDF_CloseDocument(document);
    }
  });
}
