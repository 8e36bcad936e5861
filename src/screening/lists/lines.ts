import type { Chunks } from './item.ts';

interface Line {
  readonly line: number;
  readonly text: string;
  /** The text ends without a line end behind it. */
  readonly isOpen: boolean;
}

/** Lines without their ends, numbered from 1; the last need not end in one. */
export async function* readLines(chunks: Chunks): AsyncGenerator<Line> {
  let held = '';
  let line = 0;
  for await (const chunk of chunks) {
    const parts = (held + chunk).split('\n');
    held = parts.pop() ?? '';
    for (const part of parts)
      yield { line: ++line, text: part.endsWith('\r') ? part.slice(0, -1) : part, isOpen: false };
  }
  if (held !== '') yield { line: line + 1, text: held, isOpen: true };
}
