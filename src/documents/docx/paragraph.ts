import type { PassageKind } from '../../model/index.ts';
import type { Struck } from '../struck.ts';

/** A paragraph while it is read. */
export interface Paragraph {
  readonly text: string[];
  readonly deleted: string[];
  /** Stretches that are struck out, each with the length of the text in front of it. */
  readonly struck: { readonly at: number; text: string }[];
  /** Stretches of `text` that the document hides, in code units from the paragraph's start; touching ones are one. */
  readonly hidden: { readonly start: number; end: number }[];
  length: number;
  kind: PassageKind | null;
  isTracked: boolean;
  /** It holds a field that shows the day of opening or saving. */
  hasChangingDate: boolean;
}

export const createParagraph = (): Paragraph => ({
  text: [],
  deleted: [],
  struck: [],
  hidden: [],
  length: 0,
  kind: null,
  isTracked: false,
  hasChangingDate: false,
});

export function writeText(paragraph: Paragraph, text: string): void {
  paragraph.text.push(text);
  paragraph.length += text.length;
}

export function writeHidden(paragraph: Paragraph, text: string): void {
  const start = paragraph.length;
  writeText(paragraph, text);
  const last = paragraph.hidden.at(-1);
  if (last && last.end === start) last.end = paragraph.length;
  else paragraph.hidden.push({ start, end: paragraph.length });
}

export function writeStruckOut(paragraph: Paragraph, text: string): void {
  const last = paragraph.struck.at(-1);
  if (last && last.at === paragraph.length) last.text += text;
  else paragraph.struck.push({ at: paragraph.length, text });
}

/** What of a paragraph is struck out, each stretch with its place. */
export const struckIn = ({ struck }: Paragraph, place: string): Struck[] =>
  struck.flatMap(({ text }) => (text.trim() === '' ? [] : [{ text: text.trim(), place: `struck out at ${place}` }]));
