import type { PassageKind, Problem, Span } from '../../model/index.ts';
import { problemsBy } from '../reader.ts';
import type { TextBuilder } from '../text-builder.ts';
import { type Element, isElement, type Node, textOf, UNREAD, walk } from './tree.ts';
import { isHidden } from './visibility.ts';
import { findLayout, type Layout, type Zone } from './zones.ts';

const problem = problemsBy('documents/html');

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav noscript ol optgroup option p pre section select summary table tbody td textarea tfoot th thead tr ul'.split(
    ' ',
  ),
);

const KINDS: ReadonlyMap<string, PassageKind> = new Map<string, PassageKind>([
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'list-item'],
  ['dt', 'list-item'],
  ['dd', 'list-item'],
  ['blockquote', 'quotation'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['tr', 'table-row'],
]);

interface Context {
  readonly zone: Zone;
  readonly kind: PassageKind;
  readonly isHidden: boolean;
  readonly isPre: boolean;
  /** Inside a table row that is one block, cells parted by tabs. */
  readonly inRow: boolean;
}

/** Writes all visible text of a page into the builder, block by block; hidden text too, flagged. */
export function writeBlocks(root: Node, builder: TextBuilder): Problem[] {
  const layout = findLayout(root);
  const line = createLine(builder);
  const contexts: Context[] = [
    {
      zone: layout.article ? 'boilerplate' : 'content',
      kind: 'paragraph',
      isHidden: false,
      isPre: false,
      inRow: false,
    },
  ];
  walk(root, {
    enter: (node) => {
      const context = contexts.at(-1) as Context;
      const text = textOf(node);
      if (text !== null) line.write(text, context);
      if (!isElement(node)) return 'childNodes' in node;
      if (UNREAD.has(node.tagName)) return false;
      const inner = contextOf(node, context, layout);
      if (node.tagName === 'br') line.breakLine(context);
      else if (context.inRow && (node.tagName === 'td' || node.tagName === 'th')) line.nextCell(context);
      else if (BLOCKS.has(node.tagName)) inner.inRow && context.inRow ? line.write(' ', context) : line.end(context);
      contexts.push(inner);
      return true;
    },
    leave: (node) => {
      if (!isElement(node)) return;
      const inner = contexts.pop() as Context;
      const outer = contexts.at(-1) as Context;
      if (BLOCKS.has(node.tagName)) outer.inRow ? line.write(' ', inner) : line.end(inner);
    },
  });
  line.end(contexts[0] as Context);
  return line
    .hidden()
    .map((span) => problem('hidden-text', 'note', 'The page hides this text from those who look at it.', span));
}

function contextOf(element: Element, outer: Context, layout: Layout): Context {
  const { tagName } = element;
  const isHeadline = tagName === 'h1' && outer.zone === 'boilerplate' && layout.article !== null;
  const zone = element === layout.article || isHeadline ? 'content' : layout.zoneOf(element, outer.zone);
  const isRow = tagName === 'tr' && isDataRow(element);
  const kind = tagName === 'tr' && !isRow ? 'paragraph' : (KINDS.get(tagName) ?? outer.kind);
  return {
    zone,
    kind: tagName === 'table' && !outer.inRow ? 'paragraph' : kind,
    isHidden: outer.isHidden || isHidden(element),
    isPre: outer.isPre || tagName === 'pre' || tagName === 'textarea',
    inRow: outer.inRow || isRow,
  };
}

/** How many nodes of a row are looked at before it is taken for layout. */
const ROW_NODES = 300;

/** A row of data, not of a page laid out with tables: no tables, headings or several paragraphs inside a cell. */
function isDataRow(row: Element): boolean {
  let nodes = 0;
  let isData = true;
  let paragraphs = 0;
  walk(row, {
    enter: (node) => {
      nodes += 1;
      if (isElement(node)) {
        if (['table', 'h1', 'h2', 'h3', 'h4', 'article', 'section', 'ul', 'ol', 'form', 'nav'].includes(node.tagName))
          isData = false;
        if (node.tagName === 'td' || node.tagName === 'th') paragraphs = 0;
        if (node.tagName === 'p' && ++paragraphs > 2) isData = false;
      }
      if (nodes > ROW_NODES) isData = false;
      return isData;
    },
    leave: () => {},
  });
  return isData;
}

/** Collects inline text with white space collapsed as a browser shows it, until a block ends. */
function createLine(builder: TextBuilder) {
  let parts: string[] = [];
  let length = 0;
  let endsWithSpace = true;
  let hiddenHere: Span[] = [];
  let breaks = 0;
  let comments = 0;
  let hasCell = false;
  const hidden: Span[] = [];

  const push = (text: string, context: Context): void => {
    if (text === '') return;
    if (context.isHidden && text.trim() !== '') hiddenHere.push({ start: length, end: length + text.length });
    parts.push(text);
    length += text.length;
  };
  const trimEnd = (): void => {
    for (let last = parts.pop(); last !== undefined; last = parts.pop()) {
      const kept = last.replace(/[ \n]+$/, '');
      length += kept.length - last.length;
      if (kept === '') continue;
      parts.push(kept);
      return;
    }
  };
  const end = (context: Context): void => {
    const text = parts.join('');
    if (text.trim() !== '') {
      const kind = context.zone === 'content' ? (hasCell ? 'table-row' : context.kind) : context.zone;
      const span = builder.add(text, kind, kind === 'comment' ? `comment ${++comments}` : undefined);
      const lead = span ? text.indexOf(text.trimStart()[0] ?? '') : 0;
      for (const { start, end: stop } of hiddenHere) {
        if (span)
          hidden.push({
            start: Math.max(span.start, span.start + start - lead),
            end: Math.min(span.end, span.start + stop - lead),
          });
      }
    }
    parts = [];
    length = 0;
    endsWithSpace = true;
    hiddenHere = [];
    breaks = 0;
    hasCell = false;
  };
  return {
    end,
    write: (raw: string, context: Context): void => {
      let text = context.isPre ? raw : raw.replace(/[ \t\n\r\f]+/g, ' ');
      if (!context.isPre && endsWithSpace) text = text.replace(/^ /, '');
      if (text.trim() !== '') breaks = 0;
      if (text === '') return;
      endsWithSpace = !context.isPre && text.endsWith(' ');
      push(text, context);
    },
    /** One line break is a line; two part paragraphs. */
    breakLine: (context: Context): void => {
      breaks += 1;
      if (breaks >= 2 && !context.inRow) end(context);
      else push('\n', context);
      endsWithSpace = true;
    },
    nextCell: (context: Context): void => {
      if (hasCell) {
        trimEnd();
        push('\t', context);
      }
      hasCell = true;
      endsWithSpace = true;
    },
    hidden: (): readonly Span[] => hidden.filter(({ start, end: stop }) => stop > start).slice(0, 100),
  };
}
