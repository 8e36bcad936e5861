import type { DocumentMetadata } from '../../model/index.ts';
import { type Annotations, readAnnotations } from './annotations.ts';
import type { AttachedFiles } from './attachments.ts';
import type { Pdfium } from './engine.ts';
import { type Form, openForm } from './form.ts';
import { readInfo } from './info.ts';
import type { FullPage } from './layout.ts';
import { isHalt } from './open.ts';
import { NO_PAGE, readPageText } from './page.ts';
import { readPageFrame } from './page-frame.ts';
import { readXfa } from './xfa.ts';

/** Everything that is read from an opened document. */
export interface PagesRead {
  readonly pages: readonly FullPage[];
  /** Pages the document says it has. */
  readonly count: number;
  /** Numbers, from 1, of pages that could not be read. */
  readonly unreadable: readonly number[];
  readonly links: readonly string[];
  readonly files: AttachedFiles;
  readonly metadata: Partial<DocumentMetadata>;
  /** The file's table of contents, its cross-reference table, fits the file. */
  readonly isTableValid: boolean;
  readonly characters: number;
}

export interface ReadBounds {
  /** How many of the document's pages may be read. */
  readonly takePages: (count: number) => number;
  readonly maxCharacters: number;
}

/** Reads pages one after the other until a bound is met. A page that cannot be read keeps its place, empty. */
export function readPages(engine: Pdfium, document: number, { takePages, maxCharacters }: ReadBounds): PagesRead {
  const count = Math.max(0, engine.FPDF_GetPageCount(document));
  const taken = takePages(count);
  const form = openForm(engine, document);
  const pages: FullPage[] = [];
  const unreadable: number[] = [];
  const links = new Set<string>();
  const onPages: { page: number; annotation: number }[] = [];
  let characters = 0;
  let isHalted = false;
  try {
    for (let i = 0; i < taken && characters <= maxCharacters; i++) {
      try {
        const { text, annotations } = readPage(engine, { document, index: i, form }, maxCharacters - characters + 1);
        characters += text.lines.reduce((sum, line) => sum + line.text.length + 1, 0);
        pages.push({ ...text, notes: annotations.notes });
        for (const link of annotations.links) links.add(link);
        onPages.push(...annotations.files.map((annotation) => ({ page: i, annotation })));
      } catch (error) {
        isHalted = isHalt(error);
        if (isHalted) throw error;
        unreadable.push(i + 1);
        pages.push({ ...NO_PAGE, notes: [] });
      }
    }
    return {
      pages: withXfa(pages, readXfa(engine, document)),
      count,
      unreadable,
      links: [...links],
      files: { count: Math.max(0, engine.FPDFDoc_GetAttachmentCount(document)), onPages },
      metadata: readInfo(engine, document),
      isTableValid: Boolean(engine.FPDF_DocumentHasValidCrossReferenceTable(document)),
      characters,
    };
  } finally {
    if (!isHalted) form?.close();
  }
}

/** What an XFA form holds lies on no page; it follows the last one. */
function withXfa(pages: readonly FullPage[], lines: readonly string[]): readonly FullPage[] {
  const last = pages.at(-1);
  if (!last || lines.length === 0) return pages;
  const notes = lines.map((text) => ({
    text,
    kind: text.includes('\t') ? ('table-row' as const) : ('paragraph' as const),
    what: 'XFA form',
    area: null,
    isHidden: false,
  }));
  return [...pages.slice(0, -1), { ...last, notes: [...last.notes, ...notes] }];
}

interface PagePlace {
  readonly document: number;
  readonly index: number;
  readonly form: Form | null;
}

/** Throws when the page cannot be opened. */
function readPage(engine: Pdfium, { document, index, form }: PagePlace, limit: number) {
  const page = engine.FPDF_LoadPage(document, index);
  if (page === 0) throw new Error(`page ${index + 1} cannot be opened`);
  const textPage = engine.FPDFText_LoadPage(page);
  let isHalted = false;
  try {
    const text = readPageText(engine, { document, page, textPage }, limit);
    const annotations: Annotations = readAnnotations(engine, {
      document,
      page,
      frame: readPageFrame(engine, page),
      form,
    });
    return { text, annotations };
  } catch (error) {
    isHalted = isHalt(error);
    throw error;
  } finally {
    if (!isHalted) {
      if (textPage !== 0) engine.FPDFText_ClosePage(textPage);
      engine.FPDF_ClosePage(page);
    }
  }
}
