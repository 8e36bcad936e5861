import { heapOf, type Pdfium, withMemory } from './engine.ts';

/** Longer strings than this many bytes are cut: a note is no book. */
const MAX_BYTES = 200_000;

/**
 * A string that PDFium hands out in UTF-16, `''` when there is none. `ask` is called with a buffer and its size in bytes
 * and returns the bytes needed, the two of the closing NUL included.
 */
export function readWide(engine: Pdfium, ask: (pointer: number, size: number) => number): string {
  const needed = ask(0, 0);
  if (!(needed > 2)) return '';
  if (needed > MAX_BYTES) return '';
  return withMemory(engine, needed, (pointer) => {
    const written = Math.min(needed, ask(pointer, needed));
    if (written <= 2) return '';
    return new TextDecoder('utf-16le')
      .decode(heapOf(engine).slice(pointer, pointer + written - 2))
      .replace(/\0/g, '')
      .replace(/\r\n?/g, '\n')
      .trim();
  });
}

/** The same for strings of bytes (UTF-8 or ASCII) with one closing NUL. */
export function readNarrow(engine: Pdfium, ask: (pointer: number, size: number) => number): string {
  const needed = ask(0, 0);
  if (!(needed > 1) || needed > MAX_BYTES) return '';
  return withMemory(engine, needed, (pointer) => {
    const written = Math.min(needed, ask(pointer, needed));
    return written <= 1
      ? ''
      : new TextDecoder('utf-8').decode(heapOf(engine).slice(pointer, pointer + written - 1)).trim();
  });
}
