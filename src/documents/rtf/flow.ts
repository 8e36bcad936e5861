import { lower, raise } from '../raised.ts';
import { problemsBy } from '../reader.ts';
import { createGrid } from '../table-grid.ts';
import { type TextCell, writeTableRow } from '../table-row.ts';
import type { TextBuilder } from '../text-builder.ts';
import { type CellDefinition, type Flow, newFlow, newParagraph, type RtfParagraph, type RtfState } from './state.ts';

const problem = problemsBy('documents/rtf');

/** Adds visible or hidden text to the paragraph of the innermost flow; deleted text is kept apart. */
export function writeRtf(state: RtfState, text: string): void {
  const group = state.groups.at(-1);
  const paragraph = state.flows.at(-1)?.paragraph;
  if (!group || !paragraph || state.isFull || text === '') return;
  if (group.isDeleted) return void state.deleted.push(text);
  if (group.isStruck) return void strike(paragraph, text);
  const before = paragraph.parts.at(-1) ?? '';
  const shown = group.shift === null ? text : group.shift === 'raised' ? raise(text, before) : lower(text, before);
  if (group.isHidden) paragraph.hidden.push({ start: paragraph.length, end: paragraph.length + shown.length });
  paragraph.parts.push(shown);
  paragraph.length += shown.length;
}

function strike({ struck, length }: RtfParagraph, text: string): void {
  const last = struck.at(-1);
  if (last && last.at === length) last.text += text;
  else struck.push({ at: length, text });
}

/** Ends the open paragraph: into its cell, its aside, or the text. */
export function endParagraph(state: RtfState, builder: TextBuilder): void {
  const flow = state.flows.at(-1);
  if (!flow) return;
  const { paragraph } = flow;
  flow.paragraph = { ...newParagraph(), isInTable: paragraph.isInTable, kind: null };
  const text = paragraph.parts.join('');
  for (const { text: words } of paragraph.struck)
    if (words.trim() !== '')
      state.struck.push({ text: words.trim(), place: `struck out at paragraph ${state.counts.paragraph + 1}` });
  if (paragraph.isInTable) {
    if (text.trim() !== '') flow.cell.push(text.trim());
    if (paragraph.hidden.length > 0) noteHiddenCell(state, text);
    return;
  }
  if (flow.cells.length > 0 || flow.cell.length > 0) endRow(state, builder);
  if (text.trim() === '') return;
  // Text between two rows parts two tables.
  Object.assign(flow, { edges: [], grid: createGrid() });
  if (flow.kind !== 'body' && flow.kind !== 'box') return void flow.paragraphs.push(text.trim());
  state.counts.paragraph += 1;
  const place = flow.kind === 'box' ? 'text box' : `paragraph ${state.counts.paragraph}`;
  const heading = state.headingStyles.has(state.style) ? ('heading' as const) : null;
  const span = builder.add(text, paragraph.kind ?? heading ?? 'paragraph', place);
  const shift = (span?.start ?? 0) - (text.length - text.trimStart().length);
  for (const { start, end } of joined(paragraph.hidden)) {
    const hidden = { start: Math.max(span?.start ?? 0, start + shift), end: Math.min(span?.end ?? 0, end + shift) };
    if (hidden.end > hidden.start && state.problems.length < 1_000)
      state.problems.push(
        problem('hidden-text', 'note', 'The document hides this text; a reader of the page does not see it.', hidden),
      );
  }
}

function joined(stretches: readonly { readonly start: number; readonly end: number }[]) {
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of stretches) {
    const last = whole.at(-1);
    if (last && last.end === start) last.end = end;
    else whole.push({ start, end });
  }
  return whole;
}

function noteHiddenCell(state: RtfState, text: string): void {
  if (state.problems.length > 1_000) return;
  const detail = `A table cell holds text that the document hides: "${text.slice(0, 80)}".`;
  state.problems.push(problem('hidden-text', 'note', detail));
}

export function endCell(state: RtfState, builder: TextBuilder): void {
  const flow = state.flows.at(-1);
  if (!flow) return;
  flow.paragraph.isInTable = true;
  endParagraph(state, builder);
  flow.cells.push(flow.cell.join('\n'));
  flow.cell = [];
}

export function endRow(state: RtfState, builder: TextBuilder): void {
  const flow = state.flows.at(-1);
  if (!flow) return;
  if (flow.cell.length > 0) flow.cells.push(flow.cell.join('\n'));
  const { cells } = flow;
  const text = cells.join('\t');
  flow.cells = [];
  flow.cell = [];
  if (text.trim() === '') return;
  if (flow.kind !== 'body' && flow.kind !== 'box') return void flow.paragraphs.push(text.trim());
  state.counts.row += 1;
  const placed = placeCells(cells, state.definitions, flow.edges);
  if (flow.edges.length === 0) flow.edges = state.definitions.map(({ edge }) => edge);
  const { grid } = flow;
  writeTableRow(builder, placed, { grid, kind: 'table-row', place: `row ${state.counts.row}` });
}

/** Edges that differ by less than this many twips (a millimetre) are one. */
const SAME_EDGE = 57;

/** Cells with the columns that they take up: a cell is as wide as the columns of the first row between its edges. */
function placeCells(
  cells: readonly string[],
  definitions: readonly CellDefinition[],
  edges: readonly number[],
): TextCell[] {
  let left = Number.NEGATIVE_INFINITY;
  return cells.map((text, i) => {
    const { edge = null, isContinued = false } = definitions[i] ?? {};
    const from = left;
    if (edge === null) return { text, columns: 1, isContinued };
    left = edge;
    const columns = edges.filter((one) => one > from + SAME_EDGE && one <= edge + SAME_EDGE).length;
    return { text, columns: Math.max(1, columns), isContinued };
  });
}

/** Begins a note, comment, page header or text box; what is around it waits. */
export function openFlow(state: RtfState, kind: Exclude<Flow['kind'], 'body'>): void {
  const { counts } = state;
  if (kind === 'note') counts.note += 1;
  if (kind === 'comment') counts.comment += 1;
  const places = { note: `footnote ${counts.note}`, comment: `comment ${counts.comment}` };
  const place = kind === 'edge' ? 'page header or footer' : kind === 'box' ? 'text box' : places[kind];
  state.flows.push(newFlow(kind, place));
}

/** Ends the innermost flow; everything but the body and text boxes is kept for the end. */
export function closeFlow(state: RtfState, builder: TextBuilder): void {
  const flow = state.flows.at(-1);
  if (!flow || state.flows.length === 1) return;
  flow.paragraph.isInTable = false;
  endParagraph(state, builder);
  endRow(state, builder);
  state.flows.pop();
  const text = flow.paragraphs.join('\n');
  if (text === '' || state.isFull) return;
  const kind = flow.kind === 'comment' ? 'comment' : flow.kind === 'edge' ? 'boilerplate' : 'paragraph';
  const by = flow.kind === 'comment' && state.author !== '' ? `${state.author}: ` : '';
  if (flow.kind === 'comment') state.author = '';
  state.asides.push({ text: `${by}${text}`, kind, place: flow.place });
}
