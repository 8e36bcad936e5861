import type { Block, Page, Problem } from '../../model/index.ts';
import type { Budget } from '../budget.ts';
import { dropEngine, heapOf, loadEngine, type Pdfium, withMemory } from '../pdf/engine.ts';
import { readInfo } from '../pdf/info.ts';
import { type PageText, readPage } from '../pdf/lines.ts';
import { bodySize, findPageBlocks, findRunningLines } from '../pdf/paragraphs.ts';
import { recognisePages, type UnreadPage } from '../pdf/recognise-pages.ts';
import { problemsBy, type Reader, type Reading } from '../reader.ts';

const problem = problemsBy('documents/pdf');

/** PDFium's error codes. */
const NEEDS_PASSWORD = 4;
const UNKNOWN_SECURITY = 5;

/** PDF by PDFium: the text layer page by page and line by line, with a box for each line. */
export const pdf: Reader = {
  name: 'pdf',
  version: 2,
  mediaTypes: ['application/pdf'],
  extensions: ['.pdf'],
  read: async (source) => {
    const { bytes, budget, pdfium } = source;
    if (!pdfium) return refused('unsupported-format', 'The PDF engine is not installed: run npm ci in the checkout.');
    const engine = await loadEngine(pdfium);
    try {
      const { unread = [], ...reading } = withMemory(engine, bytes.length, (pointer) => {
        heapOf(engine).set(bytes, pointer);
        return readFrom(engine, pointer, bytes, budget);
      });
      return await recognisePages(reading, unread, source);
    } catch (error) {
      dropEngine(pdfium);
      throw error;
    }
  },
};

/** What the text layer holds, and the pages it says nothing about. */
type TextLayer = Reading & { readonly unread?: readonly UnreadPage[] };

function refused(code: Problem['code'], detail: string): Reading {
  return { text: '', problems: [problem(code, 'fatal', detail)] };
}

function readFrom(engine: Pdfium, pointer: number, bytes: Uint8Array, budget: Budget): TextLayer {
  const source = new TextDecoder('latin1').decode(bytes);
  if (THRICE.test(source))
    return refused(
      'malformed',
      'A stream in the file is packed three times over, as bombs are. Print it to a new PDF and add that file.',
    );
  const document = engine.FPDF_LoadMemDocument(pointer, bytes.length, '');
  if (document === 0) {
    const error = engine.FPDF_GetLastError();
    if (error === NEEDS_PASSWORD)
      return refused(
        'encrypted',
        'The file is protected by a password: open it, save it without one and add that file.',
      );
    if (error === UNKNOWN_SECURITY)
      return refused(
        'encrypted',
        'The file is protected in a way that cannot be read: print it to a new PDF and add that file.',
      );
    return refused(
      'malformed',
      `The file is ${damage(source)} and no page of it can be read. Ask for it again, or repair it with a PDF program.`,
    );
  }
  try {
    const count = engine.FPDF_GetPageCount(document);
    if (count <= 0)
      return refused(
        'malformed',
        `The file is ${damage(source)}: it has no pages. Ask for it again, or repair it with a PDF program.`,
      );
    return readPages(engine, document, { count, source, budget });
  } finally {
    engine.FPDF_CloseDocument(document);
  }
}

const isCutOff = (source: string): boolean => !source.slice(-2048).includes('%%EOF');
/** Programs that pack a stream twice by the same method are rare; three times only bombs are packed. */
const TWICE = /\/Fl(?:ateDecode)?\s{0,10}\/Fl(?:ateDecode)?[\s\]/]/;
const THRICE = /(?:\/Fl(?:ateDecode)?\s{0,10}){3}/;
const damage = (source: string): string => (isCutOff(source) ? 'cut off (truncated)' : 'damaged');

interface Opened {
  readonly count: number;
  /** The file as Latin-1, to look for marks in. */
  readonly source: string;
  readonly budget: Budget;
}

function readPages(engine: Pdfium, document: number, { count, source, budget }: Opened): TextLayer {
  const problems: Problem[] = [];
  const taken = budget.takePages(count);
  const pages: PageText[] = [];
  let kept = 0;
  for (let i = 0; i < taken && kept <= budget.textLeft(); i++) {
    try {
      const page = readPage(engine, document, i);
      kept += page.lines.reduce((sum, line) => sum + line.text.length + 1, 0);
      pages.push(page);
    } catch (error) {
      // A halted engine reads no further page.
      if (error instanceof Error && error.name === 'RuntimeError') throw error;
      problems.push(problem('page-unreadable', 'warning', `Page ${i + 1} cannot be read; the others were.`));
      pages.push({ width: 0, height: 0, lines: [], unmapped: 0, hasPictures: false });
    }
  }
  if (pages.length < count)
    problems.push(
      problem(
        'cut-by-limit',
        'warning',
        `Only ${pages.length} of ${count} pages were read; split the file and add the parts.`,
      ),
    );
  if (isCutOff(source))
    problems.push(
      problem('malformed', 'warning', 'The file is cut off (truncated): its end is missing, pages may be missing too.'),
    );
  if (TWICE.test(source))
    problems.push(
      problem(
        'malformed',
        'warning',
        'A stream in the file is packed twice over, as bombs are; what it holds may be missing.',
      ),
    );
  return { ...layOut(pages), metadata: readInfo(engine, document), problems, unread: findUnread(pages) };
}

/** Pages part by an empty line; a page without text keeps its number and an empty span. */
function layOut(pages: readonly PageText[]): {
  readonly text: string;
  readonly pages: Page[];
  readonly blocks: Block[];
} {
  const body = bodySize(pages);
  const running = findRunningLines(pages);
  const parts: string[] = [];
  const blocks: Block[] = [];
  const placed: Page[] = [];
  let offset = 0;
  pages.forEach((page, i) => {
    const text = page.lines.map((line) => line.text).join('\n');
    if (text !== '' && offset > 0) {
      parts.push('\n\n');
      offset += 2;
    }
    blocks.push(...findPageBlocks(page, offset, { place: `page ${i + 1}`, body, running }));
    const boxes = page.lines.map(({ start, end, x, y, width, height }) => ({
      start: start + offset,
      end: end + offset,
      ...rounded({ x, y, width, height }),
    }));
    placed.push({
      n: i + 1,
      span: { start: offset, end: offset + text.length },
      ...rounded({ width: page.width, height: page.height }),
      boxes,
    });
    parts.push(text);
    offset += text.length;
  });
  return { text: parts.join(''), pages: placed, blocks };
}

/** A hundredth of a point is finer than any printer; more digits only make records longer. */
const rounded = <T extends Record<string, number>>(box: T): T =>
  Object.fromEntries(
    Object.entries(box).map(([key, value]) => [key, Number.isFinite(value) ? Math.round(value * 100) / 100 : 0]),
  ) as T;

/** Pages that are pictures, and pages of characters whose meaning the file does not tell. */
function findUnread(pages: readonly PageText[]): UnreadPage[] {
  return pages.flatMap(({ lines, unmapped, hasPictures }, i): UnreadPage[] => {
    if (lines.length === 0) return hasPictures ? [{ n: i + 1, why: 'picture' }] : [];
    const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
    return unmapped >= 10 && unmapped * 5 > characters ? [{ n: i + 1, why: 'garbled' }] : [];
  });
}
