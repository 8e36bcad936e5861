import type { Page, PassageKind, Problem } from '../../model/index.ts';
import { changingDate } from '../changing-date.ts';
import { problemsBy } from '../reader.ts';
import { struckProblem, writeStruck } from '../struck.ts';
import type { XmlAttributes, XmlHandler } from '../xml.ts';
import { beginCell, beginRow, beginTable, coverCell, endCell, endRow } from './tables.ts';
import { newParagraph, type OdfState, placeOfOdf, writeOdf } from './text-state.ts';

const problem = problemsBy('documents/odf');

export interface OdfTextHandler extends XmlHandler {
  /** Writes notes, comments and deletions after the text; returns what is to be said and the slides. */
  readonly finish: () => { readonly problems: readonly Problem[]; readonly pages: readonly Page[] };
}

/** Elements that hold the text of a document; what precedes them are styles, which may hold paragraphs of their own. */
const BODY =
  /^(?:text|presentation|drawing|spreadsheet|header|footer|header-left|footer-left|header-first|footer-first)$/;

/** A handler for the content of text documents and presentations. With `boilerplate` it reads page headers and footers instead. */
export function odfTextHandler(state: OdfState): OdfTextHandler {
  const pages: Page[] = [];
  // The element that was entered, and how many of its name are open: fields may be called like it.
  let entered = '';
  let body = 0;
  return {
    open: (name, attribute, tag) => {
      if (body === 0 && isBody(tag, state.boilerplate) && BODY.test(name)) entered = name;
      if (name === entered) body += 1;
      if (body > 0) OPEN.get(name)?.(state, attribute);
    },
    close: (name) => {
      if (body === 0) return;
      if (name === entered) body -= 1;
      if (body === 0) entered = '';
      if (name === 'page') endSlide(state, pages);
      else CLOSE.get(name)?.(state);
      if (state.capture?.element === name) state.capture = null;
    },
    text: (text) => {
      if (body === 0) return;
      if (state.capture) state.capture.parts.push(text);
      else writeOdf(state, text.replace(/[ \t\r\n]+/g, ' '));
    },
    finish: () => {
      while (state.paragraphs.length > 0) endParagraph(state);
      while (state.rows.length > 0) endRow(state);
      for (const { parts, kind, place } of [...state.asides, ...state.open])
        state.builder.add(parts.join('\n'), kind, place);
      writeStruck(state.builder, state.struck);
      const changes = `${state.counts.tracked} tracked changes: insertions stand in the text, deletions follow at the end.`;
      const tracked = state.counts.tracked > 0 ? [problem('tracked-changes', 'note', changes)] : [];
      return { pages, problems: [...state.problems, ...tracked, ...struckProblem(state.struck, 'documents/odf')] };
    },
  };
}

const isBody = (tag: string, boilerplate: boolean): boolean => tag.startsWith(boilerplate ? '<style:' : '<office:');

type Step = (state: OdfState, attribute: XmlAttributes) => void;

function beginParagraph(kind: PassageKind): Step {
  return (state, attribute) => {
    const style = attribute('style-name') ?? '';
    const isHeading = kind === 'heading' || state.styles.headings.has(style);
    const actual = isHeading ? 'heading' : state.listDepth > 0 ? 'list-item' : kind;
    state.paragraphs.push(newParagraph(actual, style, state.styles.hidden.has(style)));
  };
}

function beginAside(kind: PassageKind, place: (state: OdfState, attribute: XmlAttributes) => string): Step {
  return (state, attribute) => void state.open.push({ kind, place: place(state, attribute), parts: [] });
}

function endAside(state: OdfState): void {
  const aside = state.open.pop();
  if (aside && aside.parts.join('').trim() !== '') state.asides.push(aside);
}

/** An element whose text goes into the innermost aside, not into a paragraph. */
const captureAs =
  (element: string): Step =>
  (state) => {
    const parts: string[] = [];
    state.capture = { element, parts };
  };

const OPEN: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['p', beginParagraph('paragraph')],
  ['h', beginParagraph('heading')],
  ['title', beginDescription],
  ['desc', beginDescription],
  ['span', (state, attribute) => void state.spans.push(attribute('style-name') ?? '')],
  ['s', (state, attribute) => writeOdf(state, ' '.repeat(Math.min(Number(attribute('c') ?? 1) || 1, 1_000)))],
  ['tab', (state) => writeOdf(state, '\t')],
  ['line-break', (state) => writeOdf(state, '\n')],
  ['list-item', (state) => bump(state, 1)],
  ['list-header', (state) => bump(state, 1)],
  ['table', beginTable],
  ['table-row', beginRow],
  ['table-cell', beginCell],
  ['ruby-text', (state) => writeOdf(state, '(')],
  [
    'note',
    beginAside('paragraph', (state, attribute) => {
      state.counts.note += 1;
      return `${attribute('note-class') === 'endnote' ? 'endnote' : 'footnote'} ${state.counts.note}`;
    }),
  ],
  ['note-citation', captureAs('note-citation')],
  [
    'annotation',
    beginAside('comment', (state) => {
      state.counts.comment += 1;
      return state.counts.slide > 0 ? `slide ${state.counts.slide}, comment` : `comment ${state.counts.comment}`;
    }),
  ],
  ['creator', beginCreator],
  ['date', beginDate],
  ['time', markChangingDate],
  ['modification-date', markChangingDate],
  ['print-date', markChangingDate],
  ['date-string', captureAs('date-string')],
  ['sender-initials', captureAs('sender-initials')],
  ['creator-initials', captureAs('creator-initials')],
  ['deletion', beginAside('deletion', () => 'deleted text')],
  ['changed-region', (state) => void state.counts.tracked++],
  ['script', captureAs('script')],
  [
    'section',
    (state, attribute) => {
      state.hiddenSections += attribute('display') === 'none' || state.hiddenSections > 0 ? 1 : 0;
    },
  ],
  ['hidden-text', (state, attribute) => writeOdf(state, attribute('string-value') ?? '', true)],
  ['hidden-paragraph', hideParagraph],
  [
    'page',
    (state, attribute) => {
      state.counts.slide += 1;
      const isHidden = state.styles.invisible.has(attribute('style-name') ?? '');
      state.slide = { start: state.builder.length(), isHidden };
    },
  ],
  [
    'notes',
    (state) => {
      state.inNotes = true;
    },
  ],
]);

const CLOSE: ReadonlyMap<string, (state: OdfState) => void> = new Map<string, (state: OdfState) => void>([
  ['p', endParagraph],
  ['h', endParagraph],
  ['title', endDescription],
  ['desc', endDescription],
  ['span', (state) => void state.spans.pop()],
  ['list-item', (state) => bump(state, -1)],
  ['list-header', (state) => bump(state, -1)],
  ['ruby-text', (state) => writeOdf(state, ')')],
  ['table', (state) => void state.tables.pop()],
  ['table-cell', endCell],
  ['covered-table-cell', coverCell],
  ['table-row', endRow],
  ['note', endAside],
  ['annotation', endAside],
  ['deletion', endAside],
  [
    'creator',
    (state) => {
      const by = state.capture?.parts.join('').trim() ?? '';
      if (by !== '' && state.open.at(-1)?.kind === 'comment') state.open.at(-1)?.parts.push(`${by}:`);
    },
  ],
  [
    'section',
    (state) => {
      state.hiddenSections = Math.max(0, state.hiddenSections - 1);
    },
  ],
  [
    'notes',
    (state) => {
      state.inNotes = false;
    },
  ],
]);

function bump(state: OdfState, by: 1 | -1): void {
  state.listDepth = Math.max(0, state.listDepth + by);
}

/** The author of a comment or change; in a running paragraph the same element is a field that shows the author. */
function beginCreator(state: OdfState, attribute: XmlAttributes): void {
  const aside = state.open.at(-1);
  if (aside && aside.parts.length === 0) captureAs('creator')(state, attribute);
}

/** When a comment or change was made; in a running paragraph a field. */
function beginDate(state: OdfState, attribute: XmlAttributes): void {
  const aside = state.open.at(-1);
  const isOwn = aside && aside.parts.length <= 1 && (aside.kind === 'comment' || aside.kind === 'deletion');
  if (isOwn) captureAs('date')(state, attribute);
  else markChangingDate(state, attribute);
}

/** A field that shows the day of opening or printing, unless it is fixed. */
function markChangingDate(state: OdfState, attribute: XmlAttributes): void {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph && attribute('fixed') !== 'true') paragraph.hasChangingDate = true;
}

function hideParagraph(state: OdfState, attribute: XmlAttributes): void {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph && attribute('is-hidden') !== 'false') paragraph.isHidden = true;
}

/** Titles and descriptions of pictures: what the writer says is on them. */
function beginDescription(state: OdfState): void {
  state.paragraphs.push(newParagraph('caption'));
}

function endDescription(state: OdfState): void {
  if (state.paragraphs.at(-1)?.kind === 'caption') endParagraph(state);
}

function endParagraph(state: OdfState): void {
  const paragraph = state.paragraphs.pop();
  if (!paragraph) return;
  for (const { text } of paragraph.struck)
    if (text.trim() !== '') state.struck.push({ text: text.trim(), place: `struck out after ${placeOfOdf(state)}` });
  const text = paragraph.parts.join('').replace(/^ +| +$/g, '');
  if (text.trim() === '') return;
  if (paragraph.hasChangingDate) state.problems.push(changingDate('documents/odf'));
  const aside = state.open.at(-1);
  const row = state.rows.at(-1);
  if (aside) return void aside.parts.push(text);
  if (row && !row.isLayout) {
    row.cell.push(text.trim());
    if (paragraph.hidden.length > 0) state.problems.push(hiddenNote(text));
    return;
  }
  state.counts.paragraph += 1;
  const kind = state.boilerplate ? 'boilerplate' : paragraph.kind;
  const span = state.builder.add(text, kind, placeOfOdf(state));
  if (!span || paragraph.hidden.length === 0) return;
  const all = paragraph.parts.join('');
  const shift = span.start - (all.length - all.trimStart().length);
  const first = paragraph.hidden[0]?.start ?? 0;
  const last = paragraph.hidden.at(-1)?.end ?? 0;
  const hidden = { start: Math.max(span.start, first + shift), end: Math.min(span.end, last + shift) };
  if (hidden.end > hidden.start)
    state.problems.push(
      problem('hidden-text', 'note', 'The document hides this text; a reader of the page does not see it.', hidden),
    );
}

const hiddenNote = (text: string): Problem =>
  problem('hidden-text', 'note', `A table cell holds text that the document hides: "${text.slice(0, 80)}".`);

function endSlide(state: OdfState, pages: Page[]): void {
  while (state.paragraphs.length > 0) endParagraph(state);
  for (const { parts, kind, place } of state.asides.splice(0)) state.builder.add(parts.join('\n'), kind, place);
  const { slide } = state;
  state.slide = null;
  if (!slide) return;
  // The empty line between two slides belongs to neither.
  const end = state.builder.length();
  const start = Math.min(end, slide.start === 0 ? 0 : slide.start + 2);
  pages.push({ n: state.counts.slide, span: { start, end } });
  if (slide.isHidden && end > start)
    state.problems.push(
      problem('hidden-text', 'note', `Slide ${state.counts.slide} is hidden; a viewer of the show does not see it.`, {
        start,
        end,
      }),
    );
}
