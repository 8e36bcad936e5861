import type { Block, PassageKind } from '../../model/index.ts';
import type { Line } from './line.ts';
import type { PageText } from './page.ts';

const BULLET = /^(?:[•▪■●◦‣–*-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S/;
/** How much larger than the body a heading is set. */
const HEADING_SIZE = 1.18;
/** A distance between lines this much above the usual one parts paragraphs. */
const PARAGRAPH_GAP = 1.35;
/** A line that leaves this share of the widest line empty is the last of its paragraph. */
const SHORT_LINE = 0.75;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Font height that most characters of the document are set in. */
export function bodySize(pages: readonly PageText[]): number {
  const counts = new Map<number, number>();
  for (const { height, text } of pages.flatMap(({ lines }) => lines)) {
    const size = Math.round(height * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + text.length);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** First and last lines that come back on most pages, page numbers aside: running headers and footers. */
export function findRunningLines(pages: readonly PageText[]): ReadonlySet<string> {
  if (pages.length < 3) return new Set();
  const counts = new Map<string, number>();
  for (const { lines } of pages) {
    for (const key of new Set(edgeLines(lines).map(({ text }) => withoutNumbers(text))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && count >= pages.length / 2).map(([key]) => key));
}

const edgeLines = (lines: readonly Line[]): readonly Line[] => [...lines.slice(0, 2), ...lines.slice(-2)];
const withoutNumbers = (text: string): string => text.replace(/\d+/g, '#').trim();

/**
 * Joins the lines of one page into blocks: the text stays as the page has it, line breaks and all, only spans are drawn.
 * `offset` is where the page's text begins in the document; lines follow each other parted by one character.
 */
export function findPageBlocks(
  page: PageText,
  offset: number,
  options: { readonly place: string; readonly body: number; readonly running: ReadonlySet<string> },
): Block[] {
  const edges = new Set(edgeLines(page.lines));
  const columns = measureColumns(page.lines);
  const kindOf = (line: Line): PassageKind => {
    if (edges.has(line) && options.running.has(withoutNumbers(line.text))) return 'boilerplate';
    if (line.text.includes('\t')) return 'table-row';
    if (BULLET.test(line.text)) return 'list-item';
    return line.height > options.body * HEADING_SIZE ? 'heading' : 'paragraph';
  };
  const blocks: { start: number; end: number; kind: PassageKind }[] = [];
  let previous: Line | null = null;
  let start = offset;
  for (const line of page.lines) {
    const open = blocks.at(-1);
    const kind = kindOf(line);
    const end = start + line.text.length;
    const goesOn = previous && open && continues(previous, line, { open: open.kind, kind, columns });
    if (goesOn) open.end = end;
    else blocks.push({ start, end, kind });
    previous = line;
    start = end + 1;
  }
  return blocks.map(({ start: from, end, kind }) => ({ span: { start: from, end }, kind, place: options.place }));
}

interface Column {
  readonly pitch: number;
  readonly widest: number;
}

/** Usual distance between lines and width of the widest line, column by column. */
function measureColumns(lines: readonly Line[]): ReadonlyMap<number, Column> {
  const byRegion = new Map<number, Line[]>();
  for (const line of lines) {
    const known = byRegion.get(line.region);
    if (known) known.push(line);
    else byRegion.set(line.region, [line]);
  }
  const columns = new Map<number, Column>();
  for (const [region, own] of byRegion) {
    const pitches = own.slice(1).map((line, i) => line.y - (own[i]?.y ?? 0));
    const pitch = median(pitches.filter((value) => value > 0));
    columns.set(region, { pitch, widest: own.reduce((most, { width }) => Math.max(most, width), 0) });
  }
  return columns;
}

interface Seam {
  readonly open: PassageKind;
  readonly kind: PassageKind;
  readonly columns: ReadonlyMap<number, Column>;
}

/** Whether `line` belongs to the block that `previous` ended. */
function continues(previous: Line, line: Line, { open, kind, columns }: Seam): boolean {
  if (open === 'table-row' || open === 'boilerplate' || !(kind === 'paragraph' || kind === 'heading')) return false;
  if (kind !== open && !(open === 'list-item' && kind === 'paragraph')) return false;
  if (Math.abs(line.height - previous.height) > 0.2 * previous.height) return false;
  const { pitch, widest } = columns.get(previous.region) ?? { pitch: 0, widest: 0 };
  const isShort = previous.width < widest * SHORT_LINE;
  const down = line.y - previous.y;
  // A sentence runs on at the head of the next column.
  if (line.region !== previous.region && down <= 0)
    return kind === 'paragraph' && !isShort && /[,;\p{L}-]$/u.test(previous.text) && /^\p{Ll}/u.test(line.text);
  if (down <= 0 || (pitch > 0 && down > pitch * PARAGRAPH_GAP)) return false;
  const isIndented = line.x - previous.x > line.height;
  return (
    !(kind === 'paragraph' && (isShort || isIndented) && !/[,;\p{Ll}-]$/u.test(previous.text)) &&
    !(isShort && kind === 'paragraph' && previous.width < widest * 0.5)
  );
}
