import { type NumberFormat, readFormat, showNumber } from './number-format.ts';
import type { FoundCell, SheetWriter } from './sheet-writer.ts';

const PLAIN = readFormat(0, undefined);

interface State {
  readonly formats: NumberFormat[];
  readonly cellFormats: Map<string, NumberFormat>;
  readonly rows: Map<number, FoundCell[]>;
  x: number;
  y: number;
  fallback: NumberFormat;
  isWhole: boolean;
}

/** Writes the one sheet of a SYLK file; returns whether its end mark is there. Records of unknown kinds are passed over. */
export function readSylk(text: string, writer: SheetWriter): boolean {
  const state: State = {
    formats: [],
    cellFormats: new Map(),
    rows: new Map(),
    x: 1,
    y: 1,
    fallback: PLAIN,
    isWhole: false,
  };
  for (const line of text.split(/\r\n|\r|\n/)) readRecord(state, line);
  writer.sheet('');
  for (const y of [...state.rows.keys()].sort((left, right) => left - right)) {
    if (!writer.row(y, state.rows.get(y) ?? [])) break;
  }
  return state.isWhole;
}

function readRecord(state: State, line: string): void {
  const [kind = '', ...fields] = splitFields(line);
  if (kind === 'E') state.isWhole = true;
  if (kind === 'P') readPicture(state, fields);
  if (kind !== 'C' && kind !== 'F') return;
  for (const field of fields) {
    const value = Number(field.slice(1));
    if (field.startsWith('X') && value >= 1) state.x = value;
    else if ((field.startsWith('Y') || (kind === 'F' && field.startsWith('R'))) && value >= 1) state.y = value;
  }
  if (kind === 'F') readFormatRecord(state, fields);
  else readCell(state, fields);
}

/** Fields are parted by a semicolon; a doubled one stands for itself. */
const splitFields = (line: string): string[] =>
  line
    .replaceAll(';;', '\u0000')
    .split(';')
    .map((field) => field.replaceAll('\u0000', ';'));

function readPicture({ formats }: State, fields: readonly string[]): void {
  const code = fields.find((field) => field.startsWith('P'));
  if (code !== undefined) formats.push(readFormat(0, code.slice(1)));
}

function readFormatRecord(state: State, fields: readonly string[]): void {
  const picture = fields.find((field) => /^P\d+$/.test(field));
  const format = picture ? state.formats[Number(picture.slice(1))] : undefined;
  if (!format) return;
  if (fields.some((field) => /^X\d+$/.test(field))) state.cellFormats.set(`${state.x}:${state.y}`, format);
  else if (!fields.some((field) => /^[CR]\d+$/.test(field))) state.fallback = format;
}

function readCell(state: State, fields: readonly string[]): void {
  const { x, y } = state;
  const stored = fields.find((field) => field.startsWith('K'))?.slice(1) ?? '';
  const formula = fields.find((field) => field.startsWith('E'))?.slice(1) ?? '';
  const quoted = /^"([\s\S]*?)"?$/.exec(stored);
  const format = state.cellFormats.get(`${x}:${y}`) ?? state.fallback;
  const shown = quoted ? { text: plainText(quoted[1] ?? '') } : showNumber(stored.trim(), format, false);
  const text = shown.text === '' && formula !== '' ? `=${formula}` : shown.text;
  const row = state.rows.get(y) ?? [];
  row.push({ ...shown, text, column: x - 1, ...(formula === '' ? {} : { formula }) });
  state.rows.set(y, row);
}

/** `ESC :` stands for a line break; other escapes for letters of old character sets, which stay as they are. */
const plainText = (text: string): string => text.replace(/\u001b ?:/g, '\n').replaceAll('""', '"');
