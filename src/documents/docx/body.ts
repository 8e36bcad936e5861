import type { PassageKind, Problem } from '../../model/index.ts';
import { problemsBy } from '../reader.ts';
import type { TextBuilder } from '../text-builder.ts';
import { scanXml, type XmlAttributes } from '../xml.ts';
import { isOn, type Styles } from './styles.ts';

const problem = problemsBy('documents/docx');

interface Paragraph {
  readonly text: string[];
  readonly deleted: string[];
  /** Stretches of `text` that the document hides, in characters from its start. */
  readonly hidden: { readonly start: number; readonly end: number }[];
  length: number;
  kind: PassageKind | null;
  isTracked: boolean;
}

interface Row {
  readonly cells: string[];
  /** Paragraphs of the open cell. */
  cell: string[];
}

export interface BodyOptions {
  /** For parts that hold numbered notes: the element of one note, and the word for its place. */
  readonly element?: string;
  readonly place?: string;
  /** Kind of every block, whatever its style. */
  readonly kind?: PassageKind;
}

/** Characters that elements stand for. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
  ptab: '\t',
};

/** Reads the paragraphs and table rows of one part into the builder; returns what is to be said about it. */
export function readBody(
  xml: string,
  styles: Styles,
  builder: TextBuilder,
  options: BodyOptions = {},
): { readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const deletions: { readonly text: string; readonly place: string }[] = [];
  const paragraphs: Paragraph[] = [];
  const rows: Row[] = [];
  const runs = { inRun: false, hidden: false, deleted: 0, fallback: 0, inProperties: false };
  let note = '';
  let count = 0;
  let rowCount = 0;
  let tracked = 0;
  let inText = false;

  const write = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph || runs.fallback > 0) return;
    if (runs.deleted > 0) {
      paragraph.deleted.push(text);
      return;
    }
    if (runs.hidden) paragraph.hidden.push({ start: paragraph.length, end: paragraph.length + text.length });
    paragraph.text.push(text);
    paragraph.length += text.length;
  };
  const place = (): string => (note !== '' ? note : `paragraph ${count}`);

  const endParagraph = (): void => {
    const paragraph = paragraphs.pop();
    if (!paragraph) return;
    const text = paragraph.text.join('');
    if (text.trim() !== '') count += 1;
    const deleted = paragraph.deleted.join('').trim();
    if (deleted !== '') deletions.push({ text: deleted, place: `deleted at ${place()}` });
    if (paragraph.isTracked) tracked += 1;
    const row = rows.at(-1);
    if (row) {
      if (text.trim() !== '') row.cell.push(text.trim());
      if (paragraph.hidden.length > 0)
        problems.push(
          problem('hidden-text', 'note', `A table cell holds text that the document hides: "${excerpt(text)}".`),
        );
      return;
    }
    const kind = options.kind ?? (options.place === 'comment' ? 'comment' : (paragraph.kind ?? 'paragraph'));
    const span = builder.add(text, kind, place());
    if (!span) return;
    const lead = text.length - text.trimStart().length;
    for (const { start, end } of joinTouching(paragraph.hidden)) {
      const hidden = {
        start: Math.max(span.start, span.start + start - lead),
        end: Math.min(span.end, span.start + end - lead),
      };
      if (hidden.end > hidden.start)
        problems.push(
          problem('hidden-text', 'note', 'The document hides this text; a reader of the page does not see it.', hidden),
        );
    }
  };
  const endRow = (): void => {
    const row = rows.pop();
    if (!row) return;
    rowCount += 1;
    builder.add(row.cells.join('\t'), options.kind ?? 'table-row', note !== '' ? note : `row ${rowCount}`);
  };

  const open = (name: string, attribute: XmlAttributes): void => {
    if (name === 'p') paragraphs.push({ text: [], deleted: [], hidden: [], length: 0, kind: null, isTracked: false });
    else if (name === 't' || name === 'delText') inText = true;
    else if (name === 'r') Object.assign(runs, { inRun: true, hidden: false });
    else if (name === 'rPr') runs.inProperties = true;
    else if (name === 'vanish' && runs.inProperties) runs.hidden = isOn(attribute('val'));
    else if (name === 'rStyle') runs.hidden ||= styles.get(attribute('val') ?? '')?.isHidden ?? false;
    else if (name === 'tr') rows.push({ cells: [], cell: [] });
    else if (name === 'Fallback') runs.fallback += 1;
    else if (name === 'del' || name === 'moveFrom') runs.deleted += 1;
    else if (name === 'sym') write(symbol(attribute('char')));
    else if (name === options.element) note = `${options.place} ${attribute('id') ?? '?'}`;
    else if (CHARACTERS[name] !== undefined && runs.inRun) write(CHARACTERS[name]);
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    if (name === 'pStyle') paragraph.kind = styles.get(attribute('val') ?? '')?.kind ?? paragraph.kind;
    else if (name === 'numPr') paragraph.kind ??= 'list-item';
    else if (name === 'outlineLvl' && Number(attribute('val')) < 9) paragraph.kind = 'heading';
    else if (['ins', 'del', 'moveFrom', 'moveTo'].includes(name)) paragraph.isTracked = true;
  };
  const close = (name: string): void => {
    if (name === 'p') endParagraph();
    else if (name === 't' || name === 'delText') inText = false;
    else if (name === 'rPr') runs.inProperties = false;
    else if (name === 'r') Object.assign(runs, { inRun: false, hidden: false });
    else if (name === 'tc') {
      const row = rows.at(-1);
      row?.cells.push(row.cell.join('\n'));
      if (row) row.cell = [];
    } else if (name === 'tr') endRow();
    else if (name === 'Fallback') runs.fallback -= 1;
    else if (name === 'del' || name === 'moveFrom') runs.deleted = Math.max(0, runs.deleted - 1);
    else if (name === options.element) note = '';
  };
  const isWhole = scanXml(xml, {
    open,
    close,
    text: (text) => {
      if (inText) write(text);
    },
  });
  while (paragraphs.length > 0) endParagraph();
  while (rows.length > 0) endRow();
  for (const { text, place: where } of deletions) builder.add(text, 'comment', where);
  if (tracked > 0) {
    const detail = `${tracked} paragraphs carry tracked changes: insertions stand in the text, deletions follow at the end as comments.`;
    problems.push(problem('tracked-changes', 'note', detail));
  }
  if (!isWhole)
    problems.push(
      problem('malformed', 'warning', 'A part of the document is cut off; what precedes the cut was read.'),
    );
  return { problems };
}

const excerpt = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** A character of a symbol font; those fonts shift their characters into the private use area. */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  return Number.isNaN(value) || (value >= 0xf000 && value <= 0xf0ff) || value === 0 || value > 0xffff
    ? '\ufffd'
    : String.fromCharCode(value);
}

function joinTouching(spans: readonly { readonly start: number; readonly end: number }[]) {
  const joined: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && last.end === span.start) last.end = span.end;
    else joined.push({ ...span });
  }
  return joined;
}
