import type { PassageKind, Problem } from '../../model/index.ts';
import { problemsBy } from '../reader.ts';
import type { TextBuilder } from '../text-builder.ts';
import type { XmlAttributes, XmlHandler } from '../xml.ts';
import { createParagraph, type Paragraph, writeHidden, writeText } from './paragraph.ts';
import { isOn, type Styles } from './styles.ts';

const problem = problemsBy('documents/docx');

export interface BodyOptions {
  /** For parts that hold numbered notes: the element of one note, and the word for its place. */
  readonly element?: string;
  readonly place?: string;
  /** Kind of every block, whatever its style. */
  readonly kind?: PassageKind;
  /** Place of every block, instead of its number. */
  readonly at?: string;
}

export interface BodyTarget {
  readonly styles: Styles;
  readonly builder: TextBuilder;
}

/** Where the scan is. Paragraphs lie in one another (text boxes), rows too (tables in cells). */
interface State {
  readonly styles: Styles;
  readonly builder: TextBuilder;
  readonly options: BodyOptions;
  readonly problems: Problem[];
  readonly paragraphs: Paragraph[];
  readonly rows: { readonly cells: string[]; cell: string[] }[];
  readonly deletions: { readonly text: string; readonly place: string }[];
  readonly counts: { paragraph: number; row: number; tracked: number };
  /** Fields that load something or run a program when the document is opened. */
  readonly reaching: string[];
  /** Place of the open note, `''` outside notes. */
  note: string;
  /** Who wrote the open comment, until its first paragraph says so. */
  by: string;
  inInstruction: boolean;
  instruction: string;
  inText: boolean;
  inRun: boolean;
  inRunProperties: boolean;
  isHidden: boolean;
  /** How many deletions, and how many repetitions for old programs, are open. */
  deleted: number;
  fallback: number;
}

const openDeletion = (state: State): void => {
  state.deleted += 1;
  markTracked(state);
};
const closeDeletion = (state: State): void => {
  state.deleted = Math.max(0, state.deleted - 1);
};
const markTracked = (state: State): void => {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph) paragraph.isTracked = true;
};
const setText = (inText: boolean) => (state: State) => {
  state.inText = inText;
};
const setRun = (inRun: boolean) => (state: State) => {
  state.inRun = inRun;
  state.isHidden = false;
};
const character = (text: string) => (state: State) => {
  // In paragraph properties a tab is a tab stop.
  if (state.inRun) write(state, text);
};

const OPEN: ReadonlyMap<string, (state: State, attribute: XmlAttributes) => void> = new Map<
  string,
  (state: State, attribute: XmlAttributes) => void
>([
  ['p', beginParagraph],
  ['tr', (state) => void state.rows.push({ cells: [], cell: [] })],
  ['t', setText(true)],
  ['delText', setText(true)],
  ['instrText', setInstruction(true)],
  ['fldSimple', (state, attribute) => noteField(state, attribute('instr') ?? '')],
  ['docPr', (state, attribute) => addDescription(state, attribute('descr') ?? '')],
  ['r', setRun(true)],
  ['tab', character('\t')],
  ['ptab', character('\t')],
  ['br', character('\n')],
  ['cr', character('\n')],
  ['noBreakHyphen', character('\u2011')],
  ['softHyphen', character('\u00ad')],
  ['sym', (state, attribute) => write(state, symbol(attribute('char')))],
  ['del', openDeletion],
  ['moveFrom', openDeletion],
  ['ins', markTracked],
  ['moveTo', markTracked],
  [
    'Fallback',
    (state) => {
      state.fallback += 1;
    },
  ],
  [
    'rPr',
    (state) => {
      state.inRunProperties = true;
    },
  ],
  [
    'vanish',
    (state, attribute) => {
      if (state.inRun && state.inRunProperties) state.isHidden = isOn(attribute('val'));
    },
  ],
  [
    'rStyle',
    (state, attribute) => {
      if (state.inRun && state.styles.get(attribute('val') ?? '')?.isHidden) state.isHidden = true;
    },
  ],
  ['pStyle', (state, attribute) => setKind(state, state.styles.get(attribute('val') ?? '')?.kind ?? null)],
  ['numPr', (state) => setKind(state, 'list-item')],
  ['outlineLvl', (state, attribute) => (Number(attribute('val')) < 9 ? setKind(state, 'heading') : undefined)],
]);

const CLOSE: ReadonlyMap<string, (state: State) => void> = new Map<string, (state: State) => void>([
  ['p', endParagraph],
  ['tc', endCell],
  ['tr', endRow],
  ['t', setText(false)],
  ['delText', setText(false)],
  ['instrText', setInstruction(false)],
  ['r', setRun(false)],
  ['del', closeDeletion],
  ['moveFrom', closeDeletion],
  [
    'Fallback',
    (state) => {
      state.fallback = Math.max(0, state.fallback - 1);
    },
  ],
  [
    'rPr',
    (state) => {
      state.inRunProperties = false;
    },
  ],
]);

/**
 * Reads the paragraphs and table rows of one part into the builder; returns what is to be said about it.
 * `scan` runs a handler over the part; `null` from it means there is no such part.
 */
export async function readBody(
  scan: (handler: XmlHandler) => Promise<boolean | null>,
  { styles, builder }: BodyTarget,
  options: BodyOptions = {},
): Promise<readonly Problem[]> {
  const state: State = {
    ...{ styles, builder, options, problems: [], paragraphs: [], rows: [], deletions: [], reaching: [] },
    counts: { paragraph: 0, row: 0, tracked: 0 },
    ...{
      note: '',
      by: '',
      inText: false,
      inRun: false,
      inRunProperties: false,
      isHidden: false,
      deleted: 0,
      fallback: 0,
    },
    ...{ inInstruction: false, instruction: '' },
  };
  const isWhole = await scan({
    open: (name, attribute) => {
      if (name === options.element) beginNote(state, attribute);
      OPEN.get(name)?.(state, attribute);
    },
    close: (name) => {
      CLOSE.get(name)?.(state);
      if (name === options.element) state.note = '';
    },
    text: (text) => {
      if (state.inText) write(state, text);
      else if (state.inInstruction) state.instruction += text;
    },
  });
  while (state.paragraphs.length > 0) endParagraph(state);
  while (state.rows.length > 0) endRow(state);
  for (const { text, place } of state.deletions) builder.add(text, 'comment', place);
  return [...state.problems, ...judge(state, isWhole ?? true)];
}

function beginNote(state: State, attribute: XmlAttributes): void {
  const { place } = state.options;
  state.note = `${place} ${attribute('id') ?? '?'}`;
  state.by = place === 'comment' ? (attribute('author') ?? '').trim() : '';
}

function beginParagraph(state: State): void {
  const paragraph = createParagraph();
  if (state.by !== '') writeText(paragraph, `${state.by}: `);
  state.by = '';
  state.paragraphs.push(paragraph);
}

function setInstruction(isOpen: boolean) {
  return (state: State): void => {
    state.inInstruction = isOpen;
    if (!isOpen) noteField(state, state.instruction);
    if (!isOpen) state.instruction = '';
  };
}

/** Fields that fetch: pictures, texts, data of other programs. */
const REACHES_OUT = /^\s*(?:DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|LINK|DATABASE)\b/i;

function noteField(state: State, instruction: string): void {
  if (REACHES_OUT.test(instruction)) state.reaching.push(instruction.trim().slice(0, 120));
}

/** What the writer says is on a picture. Programs put file names and a single word there. */
function addDescription(state: State, description: string): void {
  const isSeen = state.fallback === 0 && state.deleted === 0 && state.rows.length === 0;
  if (isSeen && /\s/.test(description.trim())) state.builder.add(description, 'caption', 'description of a picture');
}

function judge({ counts, reaching }: State, isWhole: boolean): Problem[] {
  const changes = `${counts.tracked === 1 ? '1 paragraph carries' : `${counts.tracked} paragraphs carry`} tracked changes: insertions stand in the text, deletions follow at the end as comments.`;
  const fields = `${reaching.length === 1 ? '1 field loads something from outside or runs' : `${reaching.length} fields load something from outside or run`} a program: ${reaching.slice(0, 5).join('; ')}. Kept as data; nothing was followed.`;
  return [
    ...(counts.tracked > 0 ? [problem('tracked-changes', 'note', changes)] : []),
    ...(reaching.length > 0 ? [problem('active-content', 'note', fields)] : []),
    ...(isWhole
      ? []
      : [problem('malformed', 'warning', 'A part of the document is cut off; what precedes the cut was read.')]),
  ];
}

function write(state: State, text: string): void {
  const paragraph = state.paragraphs.at(-1);
  if (!paragraph || state.fallback > 0) return;
  if (state.deleted > 0) paragraph.deleted.push(text);
  else if (state.isHidden) writeHidden(paragraph, text);
  else writeText(paragraph, text);
}

/** What a style says of its paragraph is outranked by nothing but a heading's level. */
function setKind(state: State, kind: PassageKind | null): void {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph && kind && (paragraph.kind === null || kind === 'heading')) paragraph.kind = kind;
}

const placeOf = (state: State): string =>
  state.note !== '' ? state.note : (state.options.at ?? `paragraph ${state.counts.paragraph}`);

function endParagraph(state: State): void {
  const paragraph = state.paragraphs.pop();
  if (!paragraph) return;
  const text = paragraph.text.join('');
  if (text.trim() !== '') state.counts.paragraph += 1;
  if (paragraph.isTracked) state.counts.tracked += 1;
  const deleted = paragraph.deleted.join('').trim();
  if (deleted !== '') state.deletions.push({ text: deleted, place: `deleted at ${placeOf(state)}` });
  const row = state.rows.at(-1);
  if (row) {
    if (text.trim() !== '') row.cell.push(text.trim());
    if (paragraph.hidden.length > 0)
      state.problems.push(
        problem('hidden-text', 'note', `A table cell holds text that the document hides: "${text.slice(0, 80)}".`),
      );
    return;
  }
  const kind = state.options.kind ?? (state.options.place === 'comment' ? 'comment' : (paragraph.kind ?? 'paragraph'));
  const span = state.builder.add(text, kind, placeOf(state));
  if (!span) return;
  // The builder drops white space in front.
  const shift = span.start - (text.length - text.trimStart().length);
  for (const { start, end } of paragraph.hidden) {
    const hidden = { start: Math.max(span.start, start + shift), end: Math.min(span.end, end + shift) };
    if (hidden.end > hidden.start)
      state.problems.push(
        problem('hidden-text', 'note', 'The document hides this text; a reader of the page does not see it.', hidden),
      );
  }
}

function endCell(state: State): void {
  const row = state.rows.at(-1);
  if (!row) return;
  row.cells.push(row.cell.join('\n'));
  row.cell = [];
}

function endRow(state: State): void {
  const row = state.rows.pop();
  if (!row) return;
  state.counts.row += 1;
  state.builder.add(
    row.cells.join('\t'),
    state.options.kind ?? 'table-row',
    state.note !== '' ? state.note : (state.options.at ?? `row ${state.counts.row}`),
  );
}

/** A character of a symbol font; those fonts shift their characters into the private use area, where they mean nothing. */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  const isLost = Number.isNaN(value) || (value >= 0xf000 && value <= 0xf0ff) || value === 0 || value > 0xffff;
  return isLost ? '\ufffd' : String.fromCharCode(value);
}
