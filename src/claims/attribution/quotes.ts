import type { Passage, Span } from '../../model/index.ts';

const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“' };

/** Stretches of direct speech in a passage, marks included. A quotation that never closes ends with the passage. */
export function findQuotes(text: string, passage: Passage): Span[] {
  const quotes: Span[] = [];
  let start = -1;
  let closer = '';
  for (const match of text.slice(passage.start, passage.end).matchAll(/[“”"«»„]/gu)) {
    const at = passage.start + match.index;
    const mark = match[0];
    if (start >= 0) {
      if (mark === closer) {
        quotes.push({ start, end: at + 1 });
        start = -1;
      }
    } else if (mark === '"' || CLOSERS[mark] !== undefined) {
      start = at;
      closer = CLOSERS[mark] ?? '"';
    }
  }
  if (start >= 0) quotes.push({ start, end: passage.end });
  return quotes;
}

/** A quotation long enough to be speech, not a term in quotation marks. */
export const isSpeech = ({ start, end }: Span): boolean => end - start >= 40;
