import type { Document, Span } from '../model/index.ts';

/** That a stretch of text was read off a picture: by which engine, and how sure it was of its least sure word, 0 to 1. */
export interface RecognisedSpan {
  readonly engine: string;
  readonly confidence: number;
  /** Number of the first page it stands on. */
  readonly page: number;
}

/**
 * How sure text recognition was of the text under a span: the confidence of the least sure word that it touches, where no
 * word has one that of the page. `null` when no character under it was recognised.
 */
export function recognitionOf(document: Pick<Document, 'pages'>, span: Span): RecognisedSpan | null {
  let least: RecognisedSpan | undefined;
  for (const { n, span: on, boxes = [], recognition } of document.pages) {
    if (!recognition || on.start >= span.end || on.end <= span.start) continue;
    const words = boxes.flatMap(({ start, end, confidence }) =>
      confidence !== undefined && start < span.end && end > span.start ? [confidence] : [],
    );
    const confidence = Math.min(...(words.length > 0 ? words : [recognition.confidence]), least?.confidence ?? 1);
    least = { engine: recognition.engine, page: least?.page ?? n, confidence };
  }
  return least ?? null;
}
