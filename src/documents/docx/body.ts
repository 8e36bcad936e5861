import type { PassageKind, Problem } from '../../model/index.ts';
import { changingDate, showsChangingDate } from '../changing-date.ts';
import { problemsBy } from '../reader.ts';
import { struckProblem, writeStruck } from '../struck.ts';
import type { XmlAttributes, XmlHandler } from '../xml.ts';
import {
  beginReading,
  endReading,
  endRuby,
  inFormula,
  setShift,
  setStyle,
  strikeRun,
  symbol,
  write,
} from './inline.ts';
import { createParagraph, struckIn, writeText } from './paragraph.ts';
import { type BodyOptions, type BodyTarget, createState, placeOf, type State } from './state.ts';
import { isOn } from './styles.ts';
import { beginRow, beginTable, endCell, endRow, setCell, skipColumns } from './tables.ts';

const problem = problemsBy('documents/docx');

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
  Object.assign(state, { inRun, isHidden: false, isStruck: false, shift: null });
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
  ['tbl', beginTable],
  ['tr', beginRow],
  ['gridSpan', (state, attribute) => setCell(state, { columns: Number(attribute('val')) || 1 })],
  ['gridBefore', (state, attribute) => skipColumns(state, Number(attribute('val')) || 0)],
  ['vMerge', (state, attribute) => setCell(state, { isContinued: (attribute('val') ?? 'continue') === 'continue' })],
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
  ['sym', (state, attribute) => write(state, symbol(attribute('font') ?? '', attribute('char')))],
  ['rt', beginReading],
  ['oMathPara', beginFormula],
  ['sup', inFormula('raised')],
  ['sub', inFormula('lowered')],
  ['rad', (state) => write(state, '√')],
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
  ['strike', strikeRun],
  ['dstrike', strikeRun],
  ['vertAlign', setShift],
  ['rStyle', setStyle],
  ['pStyle', (state, attribute) => setKind(state, state.styles.get(attribute('val') ?? '')?.kind ?? null)],
  ['numPr', (state) => setKind(state, 'list-item')],
  ['outlineLvl', (state, attribute) => (Number(attribute('val')) < 9 ? setKind(state, 'heading') : undefined)],
]);

const CLOSE: ReadonlyMap<string, (state: State) => void> = new Map<string, (state: State) => void>([
  ['p', endParagraph],
  ['oMathPara', endFormula],
  ['sup', inFormula(null)],
  ['sub', inFormula(null)],
  ['num', (state) => write(state, '/')],
  ['f', (state) => write(state, ' ')],
  ['rt', endReading],
  ['ruby', endRuby],
  ['tbl', (state) => void state.grids.pop()],
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
  const state = createState({ styles, builder }, options);
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
  writeStruck(builder, [...state.deletions, ...state.struck]);
  return [...state.problems, ...judge(state, isWhole ?? true), ...struckProblem(state.struck, 'documents/docx')];
}

function beginNote(state: State, attribute: XmlAttributes): void {
  const { place } = state.options;
  state.note = `${place} ${attribute('id') ?? '?'}`;
  state.by = place === 'comment' ? (attribute('author') ?? '').trim() : '';
}

/** A formula set apart from the text need not stand in a paragraph. */
function beginFormula(state: State): void {
  if (state.paragraphs.length > 0) return;
  state.isFormula = true;
  beginParagraph(state);
}

function endFormula(state: State): void {
  if (state.isFormula) endParagraph(state);
  state.isFormula = false;
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
  const paragraph = state.paragraphs.at(-1);
  if (paragraph && showsChangingDate(instruction)) paragraph.hasChangingDate = true;
  if (REACHES_OUT.test(instruction)) state.reaching.push(instruction.trim().slice(0, 120));
}

/** What the writer says is on a picture. Programs put file names and a single word there. */
function addDescription(state: State, description: string): void {
  const isSeen = state.fallback === 0 && state.deleted === 0 && state.rows.length === 0;
  if (isSeen && /\s/.test(description.trim())) state.builder.add(description, 'caption', 'description of a picture');
}

function judge({ counts, reaching }: State, isWhole: boolean): Problem[] {
  const changes = `${counts.tracked === 1 ? '1 paragraph carries' : `${counts.tracked} paragraphs carry`} tracked changes: insertions stand in the text, deletions follow at the end.`;
  const fields = `${reaching.length === 1 ? '1 field loads something from outside or runs' : `${reaching.length} fields load something from outside or run`} a program: ${reaching.slice(0, 5).join('; ')}. Kept as data; nothing was followed.`;
  return [
    ...(counts.tracked > 0 ? [problem('tracked-changes', 'note', changes)] : []),
    ...(reaching.length > 0 ? [problem('active-content', 'note', fields)] : []),
    ...(isWhole
      ? []
      : [problem('malformed', 'warning', 'A part of the document is cut off; what precedes the cut was read.')]),
  ];
}

/** What a style says of its paragraph is outranked by nothing but a heading's level. */
function setKind(state: State, kind: PassageKind | null): void {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph && kind && (paragraph.kind === null || kind === 'heading')) paragraph.kind = kind;
}

function endParagraph(state: State): void {
  const paragraph = state.paragraphs.pop();
  if (!paragraph) return;
  const text = paragraph.text.join('');
  if (text.trim() !== '') state.counts.paragraph += 1;
  if (paragraph.isTracked) state.counts.tracked += 1;
  const deleted = paragraph.deleted.join('').trim();
  if (deleted !== '') state.deletions.push({ text: deleted, place: `deleted at ${placeOf(state)}` });
  const place = placeOf(state);
  state.struck.push(...struckIn(paragraph, place));
  const row = state.rows.at(-1);
  if (row && !row.isLayout) {
    if (paragraph.hasChangingDate) state.problems.push(changingDate('documents/docx'));
    if (text.trim() !== '') row.cell.push(text.trim());
    if (paragraph.hidden.length > 0)
      state.problems.push(
        problem('hidden-text', 'note', `A table cell holds text that the document hides: "${text.slice(0, 80)}".`),
      );
    return;
  }
  const kind = state.options.kind ?? (state.options.place === 'comment' ? 'comment' : (paragraph.kind ?? 'paragraph'));
  const span = state.builder.add(text, kind, place);
  if (!span) return;
  if (paragraph.hasChangingDate) state.problems.push(changingDate('documents/docx', span));
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
