import type { PassageKind } from '../../model/index.ts';

/** A paragraph while it is read. */
export interface Paragraph {
  readonly text: string[];
  readonly deleted: string[];
  /** Stretches of `text` that the document hides, in code units from the paragraph's start; touching ones are one. */
  readonly hidden: { readonly start: number; end: number }[];
  length: number;
  kind: PassageKind | null;
  isTracked: boolean;
}

export const createParagraph = (): Paragraph => ({
  text: [],
  deleted: [],
  hidden: [],
  length: 0,
  kind: null,
  isTracked: false,
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
