import type { Budget } from '../budget.ts';
import { type Child, problemsBy, type Report } from '../reader.ts';
import { heapOf, type Pdfium, withMemory } from './engine.ts';
import { readWide } from './strings.ts';

const problem = problemsBy('documents/pdf');

/** Where files lie in a document: how many it carries as a whole, and which annotations of which page carry one. */
export interface AttachedFiles {
  readonly count: number;
  readonly onPages: readonly { readonly page: number; readonly annotation: number }[];
}

export const hasFiles = ({ count, onPages }: AttachedFiles): boolean => count > 0 || onPages.length > 0;

interface Wanted {
  readonly files: AttachedFiles;
  readonly budget: Budget;
  readonly report: Report;
}

/** The files a document carries, one at a time. A file that a page's pin and the document's list both name comes once. */
export function* readAttachments(
  engine: Pdfium,
  document: number,
  { files, budget, report }: Wanted,
): Generator<Child> {
  const seen = new Set<string>();
  for (const { handle, place, close } of eachFile(engine, document, files)) {
    try {
      const name =
        readWide(engine, (pointer, size) => engine.FPDFAttachment_GetName(handle, pointer, size)) || 'attachment';
      const size = sizeOf(engine, handle);
      if (size === null) {
        report(problem('malformed', 'warning', `The attached file "${name}" (${place}) cannot be taken out.`));
        continue;
      }
      if (seen.has(`${name}\n${size}`)) continue;
      seen.add(`${name}\n${size}`);
      if (!budget.takeUnpacked(size)) {
        report(
          problem(
            'archive-entry-refused',
            'warning',
            `The attached file "${name}" (${size} bytes) passes what one file may unpack to; save it from a PDF program and add it.`,
          ),
        );
        return;
      }
      const bytes = contentOf(engine, handle, size);
      if (bytes) yield { name, place: `${place} (${name})`, bytes };
    } finally {
      close();
    }
  }
}

interface Found {
  readonly handle: number;
  readonly place: string;
  readonly close: () => void;
}

function* eachFile(engine: Pdfium, document: number, { count, onPages }: AttachedFiles): Generator<Found> {
  for (let i = 0; i < count; i++) {
    const handle = engine.FPDFDoc_GetAttachment(document, i);
    if (handle !== 0) yield { handle, place: `attachment ${i + 1}`, close: () => {} };
  }
  for (const { page, annotation } of onPages) {
    const pageHandle = engine.FPDF_LoadPage(document, page);
    if (pageHandle === 0) continue;
    const pin = engine.FPDFPage_GetAnnot(pageHandle, annotation);
    const handle = pin === 0 ? 0 : engine.FPDFAnnot_GetFileAttachment(pin);
    const close = (): void => {
      if (pin !== 0) engine.FPDFPage_CloseAnnot(pin);
      engine.FPDF_ClosePage(pageHandle);
    };
    if (handle === 0) close();
    else yield { handle, place: `page ${page + 1}, attached file`, close };
  }
}

/** Size of the unpacked file in bytes, `null` when it cannot be had. */
function sizeOf(engine: Pdfium, handle: number): number | null {
  return withMemory(engine, 8, (pointer) => {
    if (!engine.FPDFAttachment_GetFile(handle, 0, 0, pointer)) return null;
    return new DataView(heapOf(engine).buffer, pointer, 4).getUint32(0, true);
  });
}

function contentOf(engine: Pdfium, handle: number, size: number): Uint8Array | null {
  if (size === 0) return new Uint8Array(0);
  return withMemory(engine, size, (pointer) =>
    withMemory(engine, 8, (length) =>
      engine.FPDFAttachment_GetFile(handle, pointer, size, length)
        ? heapOf(engine).slice(pointer, pointer + size)
        : null,
    ),
  );
}
