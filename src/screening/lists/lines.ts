import type { Chunks } from './item.ts';

/** Lines without their ends, numbered from 1; the last need not end in one. */
export async function* readLines(chunks: Chunks): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  let held = '';
  let line = 0;
  for await (const chunk of chunks) {
    const parts = (held + chunk).split('\n');
    held = parts.pop() ?? '';
    for (const part of parts) yield { line: ++line, text: part.endsWith('\r') ? part.slice(0, -1) : part };
  }
  if (held !== '') yield { line: line + 1, text: held };
}
