import type { Block, PassageKind, Span } from '../model/index.ts';

/**
 * Builds a document's text out of blocks, in reading order. Blocks are parted by an empty line, rows and list items of
 * one run by a line break, so that the text reads well where only the text is shown.
 */
export interface TextBuilder {
  /** Appends one block and returns its span; white space around it is dropped, an empty one is ignored (`null`). */
  readonly add: (text: string, kind: PassageKind, place?: string) => Span | null;
  readonly length: () => number;
  readonly finish: () => { readonly text: string; readonly blocks: readonly Block[] };
}

const TIGHT: readonly PassageKind[] = ['table-row', 'list-item'];

export function createTextBuilder(): TextBuilder {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  const push = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  return {
    add: (raw, kind, place) => {
      // A row may begin with empty cells: their tabs say which column comes next.
      const text = kind === 'table-row' ? raw.replace(/^[ \n\r]+/, '').trimEnd() : raw.trim();
      if (text.trim() === '') return null;
      const previous = blocks.at(-1);
      if (previous) push(previous.kind === kind && TIGHT.includes(kind) ? '\n' : '\n\n');
      const span = { start: length, end: length + text.length };
      push(text);
      blocks.push({ span, kind, ...(place ? { place } : {}) });
      return span;
    },
    length: () => length,
    finish: () => ({ text: parts.join(''), blocks }),
  };
}
