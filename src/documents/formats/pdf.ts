import type { Problem } from '../../model/index.ts';
import type { Budget } from '../budget.ts';
import { hasFiles, readAttachments } from '../pdf/attachments.ts';
import { dropEngine, loadEngine, type Pdfium } from '../pdf/engine.ts';
import { layOut } from '../pdf/layout.ts';
import { findMarks, type Marks } from '../pdf/marks.ts';
import { type Closed, withDocument } from '../pdf/open.ts';
import { damageProblems, limitProblems, spoofProblems } from '../pdf/problems.ts';
import { type PagesRead, readPages } from '../pdf/read-pages.ts';
import { recognisePages, type UnreadPage } from '../pdf/recognise-pages.ts';
import { type Recovered, recoverPdf } from '../pdf/recover.ts';
import { findSpoofedFonts } from '../pdf/spoofed-fonts.ts';
import { findUnread } from '../pdf/text-layer.ts';
import { type Child, problemsBy, type Reader, type Reading, type Report } from '../reader.ts';

const problem = problemsBy('documents/pdf');

/**
 * PDF by PDFium: the text layer page by page in reading order, with a box and the places of the characters for each
 * stretch, notes and form fields after the page they lie on, attached files as children. Damaged files are rebuilt first.
 */
export const pdf: Reader = {
  name: 'pdf',
  mediaTypes: ['application/pdf'],
  extensions: ['.pdf'],
  read: async (source) => {
    const { bytes, budget, pdfium } = source;
    if (!pdfium) return refused('unsupported-format', 'The PDF engine is not installed: run npm ci in the checkout.');
    const engine = await loadEngine(pdfium);
    try {
      const { reading, unread, held } = readWith(engine, { bytes, budget, pdfium });
      return await recognisePages(reading, unread, { ...source, bytes: held });
    } catch (error) {
      // A file can bring the engine to a halt; the next one gets a fresh one.
      dropEngine(pdfium);
      throw error;
    }
  },
};

interface Given {
  readonly bytes: Uint8Array;
  readonly budget: Budget;
  readonly pdfium: Uint8Array;
}

/** What the text layer gives, the pages it says nothing about, and the file, rebuilt where it was damaged, to draw them from. */
interface TextLayerRead {
  readonly reading: Reading;
  readonly unread: readonly UnreadPage[];
  readonly held: Uint8Array;
}

const refused = (code: Problem['code'], detail: string): Reading => ({
  text: '',
  problems: [problem(code, 'fatal', detail)],
});

function readWith(engine: Pdfium, given: Given): TextLayerRead {
  const { bytes, budget } = given;
  const none = (code: Problem['code'], detail: string) => ({ reading: refused(code, detail), unread: [], held: bytes });
  const marks = findMarks(bytes);
  if (marks.isPackedThrice)
    return none(
      'malformed',
      'A stream in the file is packed three times over, as bombs are. Print it to a new PDF and add that file.',
    );
  const direct = marks.isEndless ? DAMAGED : readBytes(engine, bytes, budget);
  if (direct.kind === 'closed' && direct.why !== 'damaged') return none('encrypted', ENCRYPTED[direct.why]);
  const whole = direct.kind === 'read' && direct.value.count > 0 ? direct.value : null;
  const rescued = needsRescue(whole, marks) ? rescue(engine, given, whole) : null;
  const best = rescued?.read ?? whole;
  if (!best)
    return none(
      'malformed',
      `The file is ${marks.isCutOff ? 'cut off (truncated)' : 'damaged'} and no page of it can be read. Ask for it again, or repair it with a PDF program.`,
    );
  const recovered = rescued?.recovered ?? null;
  return {
    reading: toReading(best, { ...given, marks, rescued: recovered }),
    unread: findUnread(best.pages),
    held: recovered?.bytes ?? bytes,
  };
}

const DAMAGED = { kind: 'closed', why: 'damaged' } as const;

const ENCRYPTED: Readonly<Record<Exclude<Closed, 'damaged'>, string>> = {
  password: 'The file is protected by a password: open it, save it without one and add that file.',
  'unknown-security': 'The file is protected in a way that cannot be read: print it to a new PDF and add that file.',
};

function readBytes(engine: Pdfium, bytes: Uint8Array, budget: Budget) {
  return withDocument(engine, bytes, (document) =>
    readPages(engine, document, { takePages: budget.takePages, maxCharacters: budget.textLeft() }),
  );
}

/** A file that is cut off or whose table is wrong, one with pages missing, or one that shows nothing at all. */
function needsRescue(read: PagesRead | null, { isCutOff }: Marks): boolean {
  if (!read) return true;
  const showsNothing =
    read.characters === 0 && read.pages.every(({ pictured, notes }) => pictured === 0 && notes.length === 0);
  return isCutOff || !read.isTableValid || read.unreadable.length > 0 || showsNothing;
}

interface Rescued {
  readonly read: PagesRead;
  readonly recovered: Recovered;
}

/** The rebuilt file as read, when it gives more than the file as it is. */
function rescue(engine: Pdfium, { bytes, budget }: Given, whole: PagesRead | null): Rescued | null {
  const recovered = recoverPdf(bytes);
  if (!recovered) return null;
  const taken = whole?.pages.length ?? 0;
  const result = withDocument(engine, recovered.bytes, (document) =>
    readPages(engine, document, {
      takePages: (count) => Math.min(count, taken) + budget.takePages(Math.max(0, count - taken)),
      maxCharacters: budget.textLeft(),
    }),
  );
  if (result.kind === 'closed' || result.value.count === 0) return null;
  const read = result.value;
  const isMore = !whole || read.characters > whole.characters + 10 || read.pages.length > whole.pages.length;
  return isMore ? { read, recovered } : null;
}

interface Context extends Given {
  readonly marks: Marks;
  readonly rescued: Recovered | null;
}

function toReading(read: PagesRead, { bytes, budget, pdfium, marks, rescued }: Context): Reading {
  const { text, pages, blocks, problems } = layOut(read.pages);
  const { links, files, metadata } = read;
  const fields = links.length > 0 ? { ...metadata.fields, links: links.slice(0, 500).join('\n') } : metadata.fields;
  const held = rescued?.bytes ?? bytes;
  return {
    text,
    pages,
    blocks,
    metadata: { ...metadata, ...(fields ? { fields } : {}) },
    problems: [
      ...limitProblems(read),
      ...damageProblems(read, { marks, rescued }),
      ...(text === '' ? [] : spoofProblems(findSpoofedFonts(held))),
      ...problems,
    ],
    ...(hasFiles(files) ? { children: (report: Report) => unpackFiles(held, { files, budget, pdfium, report }) } : {}),
  };
}

interface Unpacked {
  readonly files: PagesRead['files'];
  readonly budget: Budget;
  readonly pdfium: Uint8Array;
  readonly report: Report;
}

/** Opens the document once more, so that attached files need not lie in memory while pages are read. */
async function* unpackFiles(bytes: Uint8Array, { files, budget, pdfium, report }: Unpacked): AsyncGenerator<Child> {
  const engine = await loadEngine(pdfium);
  const found: Child[] = [];
  try {
    withDocument(engine, bytes, (document) => {
      for (const child of readAttachments(engine, document, { files, budget, report })) found.push(child);
    });
  } catch (error) {
    dropEngine(pdfium);
    report(problem('malformed', 'warning', 'The files attached to this document could not all be taken out.'));
    if (!(error instanceof Error)) throw error;
  }
  yield* found;
}
