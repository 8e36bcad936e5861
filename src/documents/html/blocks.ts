import type { PassageKind, Problem } from '../../model/index.ts';
import { problemsBy } from '../reader.ts';
import { struckProblem } from '../struck.ts';
import { type Columns, createColumns, createGrid, type TableGrid } from '../table-grid.ts';
import type { TextBuilder } from '../text-builder.ts';
import type { Context } from './context.ts';
import { isOn, shownValue } from './form.ts';
import { createLine, type Line } from './line.ts';
import { createMarks } from './marks.ts';
import { attribute, type Element, isElement, isUnread, type Node, textOf, walk } from './tree.ts';
import { isHidden } from './visibility.ts';
import { findLayout, type Layout } from './zones.ts';

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

/** Signs that an element stands for, at its beginning and its end. */
const AROUND: ReadonlyMap<string, readonly [before: string, after: string]> = new Map([
  ['q', ['“', '”']],
  // A browser sets the reading of a word above it.
  ['rt', ['(', ')']],
]);

/** A table that is open: its columns by what its cells say, and the cells that reach down. */
interface OpenTable {
  readonly columns: Columns;
  readonly grid: TableGrid;
}

const OUTERMOST: Omit<Context, 'zone'> = {
  ...{ kind: 'paragraph', isHidden: false, isPre: false, inRow: false, depth: 0, isStruck: false, shift: null },
};

/** Writes all visible text of a page into the builder, block by block; hidden text too, flagged; struck-out text at the end. */
export function writeBlocks(root: Node, builder: TextBuilder): Problem[] {
  const layout = findLayout(root);
  const marksOf = createMarks(root);
  const line = createLine(builder);
  const tables: OpenTable[] = [];
  const contexts: Context[] = [{ ...OUTERMOST, zone: layout.article ? 'boilerplate' : 'content' }];
  walk(root, {
    enter: (node) => {
      const context = contexts.at(-1) as Context;
      const text = textOf(node);
      if (text !== null) line.write(text, context);
      if (!isElement(node)) return 'childNodes' in node;
      if (isUnread(node)) return false;
      const inner = { ...contextOf(node, context, layout), ...marksOf(node, context) };
      const { tagName } = node;
      if (tagName === 'br') line.breakLine(context);
      else if (tagName === 'td' || tagName === 'th') beginCell(node, { context, table: tables.at(-1), line });
      else if (BLOCKS.has(tagName)) inner.inRow && context.inRow ? line.write(' ', context) : line.end(context);
      if (tagName === 'table' && !context.inRow) tables.push({ columns: createColumns(), grid: createGrid() });
      if (tagName === 'tr') beginRow(tables.at(-1), line, inner);
      line.write(AROUND.get(tagName)?.[0] ?? shownValue(node), inner);
      contexts.push(inner);
      return true;
    },
    leave: (node) => {
      if (!isElement(node)) return;
      const inner = contexts.pop() as Context;
      const outer = contexts.at(-1) as Context;
      line.write(AROUND.get(node.tagName)?.[1] ?? '', inner);
      if (BLOCKS.has(node.tagName)) outer.inRow ? line.write(' ', inner) : line.end(inner);
      if (node.tagName === 'table' && !outer.inRow) tables.pop();
    },
  });
  line.end(contexts[0] as Context);
  const { hidden, struck } = line.finish();
  return [
    ...hidden.map((span) =>
      problem('hidden-text', 'note', 'The page hides this text from those who look at it.', span),
    ),
    ...struckProblem(struck, 'documents/html'),
  ];
}

function beginRow(table: OpenTable | undefined, line: Line, inner: Context): void {
  const continued = table?.columns.beginRow() ?? [];
  if (inner.inRow) line.beginRow(continued, table?.grid ?? null);
}

interface CellPlace {
  readonly context: Context;
  readonly table: OpenTable | undefined;
  readonly line: Line;
}

function beginCell(cell: Element, { context, table, line }: CellPlace): void {
  const columns = sizeOf(cell, 'colspan');
  const column = table?.columns.place(columns, sizeOf(cell, 'rowspan')) ?? null;
  if (context.inRow) line.nextCell(context, { column, columns });
  else line.end(context);
}

/** `colspan` or `rowspan`; 1 for what is no number. */
function sizeOf(cell: Element, name: string): number {
  const written = attribute(cell, name).trim();
  return /^\d{1,5}$/.test(written) ? Number(written) : 1;
}

function contextOf(element: Element, outer: Context, layout: Layout): Context {
  const { tagName } = element;
  const isHeadline = tagName === 'h1' && outer.zone === 'boilerplate' && layout.article !== null;
  const isChosen = tagName === 'option' && isOn(element, 'selected');
  const zone = element === layout.article || isHeadline || isChosen ? 'content' : layout.zoneOf(element, outer.zone);
  const isRow = tagName === 'tr' && isDataRow(element);
  const kind = tagName === 'tr' && !isRow ? 'paragraph' : (KINDS.get(tagName) ?? outer.kind);
  return {
    ...outer,
    zone,
    kind: tagName === 'table' && !outer.inRow ? 'paragraph' : kind,
    isHidden: outer.isHidden || isHidden(element),
    isPre: outer.isPre || tagName === 'pre' || tagName === 'textarea',
    inRow: outer.inRow || isRow,
    depth: outer.depth + (tagName === 'blockquote' ? 1 : 0),
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
