import { lower, raise } from '../raised.ts';
import { symbolOf } from '../symbols.ts';
import type { XmlAttributes } from '../xml.ts';
import { writeHidden, writeStruckOut, writeText } from './paragraph.ts';
import type { State } from './state.ts';
import { isOn, type Style, shiftOf } from './styles.ts';

/** Adds text to the open paragraph, where its run and what is around it want it. */
export function write(state: State, text: string): void {
  const paragraph = state.paragraphs.at(-1);
  if (!paragraph || state.fallback > 0) return;
  if (state.ruby?.inReading) state.ruby.reading.push(text);
  else if (state.deleted > 0) paragraph.deleted.push(text);
  else if (state.isStruck) writeStruckOut(paragraph, text);
  else if (state.isHidden) writeHidden(paragraph, text);
  else writeText(paragraph, shifted(state, text, paragraph.text.at(-1) ?? ''));
}

function shifted({ shift, formulaShift }: State, text: string, before: string): string {
  const actual = shift ?? formulaShift;
  return actual === null ? text : actual === 'raised' ? raise(text, before) : lower(text, before);
}

export function strikeRun(state: State, attribute: XmlAttributes): void {
  if (state.inRun && state.inRunProperties) state.isStruck = isOn(attribute('val'));
}

export function setShift(state: State, attribute: XmlAttributes): void {
  if (state.inRun && state.inRunProperties) state.shift = shiftOf(attribute('val'));
}

export function setStyle(state: State, attribute: XmlAttributes): void {
  const style = state.inRun ? state.styles.get(attribute('val') ?? '') : undefined;
  if (style?.isHidden) state.isHidden = true;
  if (style?.isStruck) state.isStruck = true;
  if (style?.shift) state.shift = style.shift;
}

/** Exponents and indices of a formula are elements around its runs. */
export function inFormula(shift: Style['shift']) {
  return (state: State): void => {
    state.formulaShift = shift;
  };
}

/** The reading of a word (ruby) stands in front of it in the file, and above it on the page. */
export function beginReading(state: State): void {
  state.ruby = { reading: [], inReading: true };
}

export function endReading(state: State): void {
  if (state.ruby) state.ruby.inReading = false;
}

export function endRuby(state: State): void {
  const reading = state.ruby?.reading.join('').trim() ?? '';
  state.ruby = null;
  if (reading !== '') write(state, `(${reading})`);
}

/** A character of a symbol font; one that is not known, and lies where such fonts alone have characters, means nothing. */
export function symbol(font: string, code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  const known = symbolOf(font, value);
  if (known !== null) return known;
  const isLost = Number.isNaN(value) || (value >= 0xf000 && value <= 0xf0ff) || value === 0 || value > 0xffff;
  return isLost ? '\ufffd' : String.fromCharCode(value);
}
