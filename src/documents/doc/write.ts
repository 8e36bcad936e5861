import type { PassageKind, Problem } from '../../model/index.ts';
import { changingDate, showsChangingDate } from '../changing-date.ts';
import { lower, raise } from '../raised.ts';
import { problemsBy } from '../reader.ts';
import { type Struck, struckProblem, writeStruck } from '../struck.ts';
import type { TextBuilder } from '../text-builder.ts';
import { PARTS, type Stretch, type WordFile } from './file.ts';

const problem = problemsBy('documents/doc');

const KINDS: Readonly<Record<(typeof PARTS)[number], { readonly kind: PassageKind | null; readonly place: string }>> = {
  main: { kind: null, place: '' },
  footnotes: { kind: 'paragraph', place: 'footnote' },
  headers: { kind: 'boilerplate', place: 'page header or footer' },
  macros: { kind: 'boilerplate', place: 'macro text' },
  comments: { kind: 'comment', place: 'comment' },
  endnotes: { kind: 'paragraph', place: 'endnote' },
  boxes: { kind: 'paragraph', place: 'text box' },
  'header-boxes': { kind: 'boilerplate', place: 'text box in a page header' },
};

const PARAGRAPH = '\r';
const CELL = '\u0007';
const FIELD_BEGIN = '\u0013';
const FIELD_SEPARATOR = '\u0014';
const FIELD_END = '\u0015';

/** Fields that fetch something or run a program. */
const REACHES_OUT = /^\s*(?:DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|LINK|DATABASE)\b/i;

/** Stretches of the text that have a meaning of their own. */
type Stretched = 'hidden' | 'deleted' | 'struck' | 'raised' | 'lowered';

interface State {
  readonly file: WordFile;
  readonly builder: TextBuilder;
  readonly problems: Problem[];
  readonly deletions: string[];
  readonly reaching: string[];
  readonly fields: { instruction: string; isResult: boolean }[];
  readonly counts: { paragraph: number; row: number; note: number; hidden: number };
  parts: string[];
  isHidden: boolean;
  cells: string[];
  cell: string[];
  /** Words that are struck out in the open paragraph, and all that were. */
  crossed: string;
  readonly struck: Struck[];
  hasChangingDate: boolean;
  /** Cursors into the stretches of the file. */
  readonly at: Record<Stretched, number>;
}

/** Writes every part of a Word file into the builder; returns what is to be said about it. */
export function writeWord(file: WordFile, builder: TextBuilder): Problem[] {
  const state: State = {
    ...{ file, builder, problems: [], deletions: [], reaching: [], fields: [], cells: [], cell: [] },
    counts: { paragraph: 0, row: 0, note: 0, hidden: 0 },
    ...{ parts: [], isHidden: false, crossed: '', struck: [], hasChangingDate: false },
    at: { hidden: 0, deleted: 0, struck: 0, raised: 0, lowered: 0 },
  };
  let start = 0;
  for (const [i, part] of PARTS.entries()) {
    const end = Math.min(file.text.length, start + (file.lengths[i] ?? 0));
    state.counts.note = 0;
    writePart(state, { start, end }, part);
    start = end;
  }
  if (state.deletions.length > 0) builder.add(state.deletions.join(''), 'deletion', 'deleted text');
  writeStruck(builder, state.struck);
  return [...state.problems, ...judge(state), ...struckProblem(state.struck, 'documents/doc')];
}

function writePart(state: State, { start, end }: Stretch, part: (typeof PARTS)[number]): void {
  state.fields.length = 0;
  for (let i = start; i < end; i++) {
    const character = state.file.text[i] ?? '';
    if (character === PARAGRAPH || character === '\f') endParagraph(state, i, part);
    else if (character === CELL) endCell(state, i, part);
    else if (character === FIELD_BEGIN) state.fields.push({ instruction: '', isResult: false });
    else if (character === FIELD_SEPARATOR) endInstruction(state);
    else if (character === FIELD_END) {
      endInstruction(state);
      state.fields.pop();
    } else if (isMark(character)) {
      if (part !== 'main') state.counts.note += 1;
    } else write(state, i, character);
  }
  endParagraph(state, end, part);
  endRow(state, part);
}

/** References to notes and comments. */
const isMark = (character: string): boolean => character === '\u0002' || character === '\u0005';

function endInstruction(state: State): void {
  const { fields, reaching } = state;
  const field = fields.at(-1);
  if (!field || field.isResult) return;
  field.isResult = true;
  if (showsChangingDate(field.instruction)) state.hasChangingDate = true;
  if (REACHES_OUT.test(field.instruction)) reaching.push(field.instruction.trim().slice(0, 120));
}

/** Control characters that stand for something else; pictures, drawings and the rest have no text. */
const SHOWN: Readonly<Record<string, string>> = {
  '\u000b': '\n',
  '\u001e': '\u2011',
  '\u001f': '\u00ad',
  '\t': '\t',
};

function write(state: State, at: number, character: string): void {
  const field = state.fields.at(-1);
  if (field && !field.isResult) {
    if (field.instruction.length < 2_000) field.instruction += character;
    return;
  }
  const shown = character < ' ' ? (SHOWN[character] ?? '') : character;
  const isIn = (what: Stretched): boolean => isInside(state.file[what], at, state.at, what);
  if (isIn('deleted')) return void state.deletions.push(shown);
  if (isIn('struck')) {
    state.crossed += shown;
    return;
  }
  if (isIn('hidden') && shown.trim() !== '') state.isHidden = true;
  const before = state.parts.at(-1) ?? '';
  state.parts.push(isIn('raised') ? raise(shown, before) : isIn('lowered') ? lower(shown, before) : shown);
}

/** Whether a position lies in one of the stretches; positions only grow, so that a cursor does. */
function isInside(stretches: readonly Stretch[], at: number, cursors: State['at'], which: Stretched): boolean {
  while ((stretches[cursors[which]]?.end ?? Number.POSITIVE_INFINITY) <= at) cursors[which] += 1;
  return (stretches[cursors[which]]?.start ?? Number.POSITIVE_INFINITY) <= at;
}

function takeText(state: State): { readonly text: string; readonly isHidden: boolean } {
  const taken = { text: state.parts.join(''), isHidden: state.isHidden };
  const crossed = state.crossed.trim();
  if (crossed !== '')
    state.struck.push({ text: crossed, place: `struck out at paragraph ${state.counts.paragraph + 1}` });
  if (state.hasChangingDate) state.problems.push(changingDate('documents/doc'));
  Object.assign(state, { parts: [], isHidden: false, crossed: '', hasChangingDate: false });
  return taken;
}

function endParagraph(state: State, at: number, part: (typeof PARTS)[number]): void {
  const { text, isHidden } = takeText(state);
  if (text.trim() === '') return;
  // A paragraph before a cell's mark belongs to the cell; one without a mark to come ends the row.
  if (state.file.text[at] === PARAGRAPH && isInRow(state, at)) return void state.cell.push(text.trim());
  endRow(state, part);
  state.counts.paragraph += 1;
  const { kind, place } = KINDS[part];
  const isHeading = part === 'main' && state.file.headingEnds.has(at);
  const span = state.builder.add(text, kind ?? (isHeading ? 'heading' : 'paragraph'), placeOf(state, place));
  if (span && isHidden) noteHidden(state, span);
}

/** Inside a table the next mark that ends something is a cell's; looked for only where a row has begun. */
function isInRow({ cells, cell, file }: State, at: number): boolean {
  if (cells.length === 0 && cell.length === 0) return false;
  const next = file.text.indexOf(CELL, at);
  return next >= 0 && next - at < 10_000 && file.rowEnds.size > 0;
}

const placeOf = ({ counts }: State, place: string): string =>
  place === ''
    ? `paragraph ${counts.paragraph}`
    : /^(?:footnote|endnote|comment)$/.test(place)
      ? `${place} ${Math.max(1, counts.note)}`
      : place;

function noteHidden(state: State, span: Stretch): void {
  state.counts.hidden += 1;
  if (state.counts.hidden > 500) return;
  state.problems.push(
    problem(
      'hidden-text',
      'note',
      'The document hides some of this paragraph; a reader of the page does not see it.',
      span,
    ),
  );
}

function endCell(state: State, at: number, part: (typeof PARTS)[number]): void {
  const { text } = takeText(state);
  const isEnd =
    state.file.rowEnds.size > 0 ? state.file.rowEnds.has(at) : state.file.text[at - 1] === CELL && text === '';
  if (isEnd) endRow(state, part);
  else {
    if (text.trim() !== '') state.cell.push(text.trim());
    state.cells.push(state.cell.join('\n'));
    state.cell = [];
  }
}

function endRow(state: State, part: (typeof PARTS)[number]): void {
  if (state.cell.length > 0) state.cells.push(state.cell.join('\n'));
  const text = state.cells.join('\t');
  state.cells = [];
  state.cell = [];
  if (text.trim() === '') return;
  state.counts.row += 1;
  const { kind, place } = KINDS[part];
  state.builder.add(text, kind ?? 'table-row', place === '' ? `row ${state.counts.row}` : placeOf(state, place));
}

function judge({ file, reaching, deletions }: State): Problem[] {
  const changes = 'The document carries tracked changes: insertions stand in the text, deletions follow at the end.';
  const outside = `${reaching.length === 1 ? '1 field loads something from outside or runs' : `${reaching.length} fields load something from outside or run`} a program: ${reaching.slice(0, 5).join('; ')}. Kept as data; nothing was followed.`;
  return [
    ...(deletions.length > 0 || file.hasInsertions ? [problem('tracked-changes', 'note', changes)] : []),
    ...(reaching.length > 0 ? [problem('active-content', 'note', outside)] : []),
    ...(file.isCut
      ? [problem('malformed', 'warning', 'The document is cut off; what precedes the cut was read.')]
      : []),
  ];
}
