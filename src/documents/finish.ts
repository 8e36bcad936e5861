import type { Block, Document, DocumentMetadata, Page, Parent, Problem, Span } from '../model/index.ts';
import { sha256 } from '../text/index.ts';
import type { Budget } from './budget.ts';
import { detectLanguage } from './language.ts';
import { findMixedScript } from './mixed-script.ts';
import { problemsBy, type Reading } from './reader.ts';
import { findUnicodeProblems } from './unicode.ts';

const problem = problemsBy('documents/read');

const UNKNOWN: DocumentMetadata = {
  title: null,
  author: null,
  publisher: null,
  published: null,
  url: null,
  fields: {},
};

const NO_TEXT = 'The file holds no text: nothing in it can be quoted.';
const ONLY_CHILDREN = 'The file holds no text of its own; what is embedded in it follows as documents of their own.';

interface Unfinished {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
  readonly parent: Parent | null;
  readonly reader: string;
  readonly reading: Reading;
  readonly budget: Budget;
}

/** The document record of what a reader found: hashes, language, and the checks that every text gets. `status` is set by the caller. */
export function finishDocument({ bytes, name, mediaType, parent, reader, reading, budget }: Unfinished): Document {
  const cut = cutToBudget(reading, budget);
  const text = cut.text.replace(/\p{Surrogate}/gu, '\ufffd');
  const fatal = cut.problems.some(({ severity }) => severity === 'fatal');
  // An archive has no text by its nature; a document that has none is worth a word, whatever is embedded in it.
  const isSaid = cut.problems.some(({ code }) => code === 'no-text');
  const isEmpty = !fatal && !isSaid && (!reading.children || reading.blocks !== undefined) && text.trim() === '';
  const noText = isEmpty ? [problem('no-text', 'note', reading.children ? ONLY_CHILDREN : NO_TEXT)] : [];
  return {
    id: sha256(bytes),
    name,
    mediaType,
    size: bytes.length,
    text,
    textHash: sha256(text),
    language: detectLanguage(text),
    encoding: reading.encoding ?? null,
    metadata: { ...UNKNOWN, ...reading.metadata },
    pages: cut.pages,
    blocks: cut.blocks,
    parent,
    status: 'parsed',
    problems: [...cut.problems, ...noText, ...findUnicodeProblems(text), ...findMixedScript(text)],
    reader,
  };
}

interface Cut {
  readonly text: string;
  readonly pages: readonly Page[];
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

/** Cuts a text that is longer than what the root file has left, and everything that points beyond the cut. */
function cutToBudget({ text, pages = [], blocks = [], problems = [] }: Reading, budget: Budget): Cut {
  const wanted = text.length;
  let length = budget.takeText(wanted);
  if (length >= wanted) return { text, pages, blocks, problems };
  // Never between the halves of a surrogate pair.
  if (/[\ud800-\udbff]/.test(text[length - 1] ?? '')) length -= 1;
  const clip = (span: Span): Span => ({ start: span.start, end: Math.min(span.end, length) });
  const isInside = (span: Span): boolean => span.start < length;
  const detail = `The text is longer than ${budget.limits.maxTextChars} characters for one file; it is cut after ${length}. Split the file and add the parts.`;
  return {
    text: text.slice(0, length),
    pages: pages.flatMap((page) => {
      if (!isInside(page.span)) return [];
      const boxes = page.boxes?.filter((box) => box.end <= length);
      return [{ ...page, span: clip(page.span), ...(boxes ? { boxes } : {}) }];
    }),
    blocks: blocks.flatMap((block) => {
      if (!isInside(block.span)) return [];
      const cells = block.cells?.filter((cell) => cell.end <= length);
      return [{ ...block, span: clip(block.span), ...(cells ? { cells } : {}) }];
    }),
    problems: [
      ...problems.flatMap((found) =>
        !found.span ? [found] : isInside(found.span) ? [{ ...found, span: clip(found.span) }] : [],
      ),
      problem('cut-by-limit', 'warning', detail),
    ],
  };
}
