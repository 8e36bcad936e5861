import type { Block, Page, Problem, Span, TextBox } from '../../model/index.ts';
import { hundredths } from '../../text/index.ts';
import type { PageNote } from './annotations.ts';
import type { Area } from './frame.ts';
import { createHiddenReport } from './hidden-report.ts';
import type { PageText } from './page.ts';
import { bodySize, findPageBlocks, findRunningLines } from './paragraphs.ts';

/** A page with what is laid over it. */
export interface FullPage extends PageText {
  readonly notes: readonly PageNote[];
}

export interface LaidOut {
  readonly text: string;
  readonly pages: readonly Page[];
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

/** Pages part by an empty line; a page without text keeps its number and an empty span. Notes and form fields follow the page they lie on. */
export function layOut(pages: readonly FullPage[]): LaidOut {
  const body = bodySize(pages);
  const running = findRunningLines(pages);
  const hidden = createHiddenReport();
  const parts: string[] = [];
  const blocks: Block[] = [];
  const placed: Page[] = [];
  let offset = 0;
  const push = (part: string): void => {
    parts.push(part);
    offset += part.length;
  };
  pages.forEach((page, i) => {
    const n = i + 1;
    if (offset > 0 && page.lines.length + page.notes.length > 0) push('\n\n');
    const start = offset;
    const boxes: TextBox[] = [];
    blocks.push(...findPageBlocks(page, start, { place: `page ${n}`, body, running }));
    page.lines.forEach((line, index) => {
      if (index > 0) push('\n');
      for (const box of line.boxes) boxes.push({ ...box, start: box.start + offset, end: box.end + offset });
      for (const { how, ...span } of line.hidden) hidden.add(how, { page: n, span: shifted(span, offset) });
      push(line.text);
    });
    page.notes.forEach((note, index) => {
      if (offset > start) push(index > 0 && note.kind === 'table-row' ? '\n' : '\n\n');
      const span = { start: offset, end: offset + note.text.length };
      blocks.push({ span, kind: note.kind, place: `page ${n}, ${note.what}` });
      if (note.area) boxes.push({ ...span, ...toBox(note.area) });
      if (note.isHidden) hidden.add('annotation', { page: n, span });
      push(note.text);
    });
    placed.push({
      n,
      span: { start, end: offset },
      width: hundredths(page.width),
      height: hundredths(page.height),
      boxes,
    });
  });
  return { text: parts.join(''), pages: placed, blocks, problems: hidden.finish() };
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function toBox({ left, top, right, bottom }: Area) {
  return { x: hundredths(left), y: hundredths(top), width: hundredths(right - left), height: hundredths(bottom - top) };
}
