/** Where a text stops being JSON, in code units, and what is wrong there. */
export interface JsonFault {
  readonly at: number;
  readonly what: string;
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * The first fault of a JSON text (RFC 8259), or of several texts one after the other (JSON lines); `null` when there is none.
 * One pass without recursion: nesting costs a byte a level.
 */
export function findJsonFault(text: string): JsonFault | null {
  const closers: string[] = [];
  let at = skip(SPACE, text, 0);
  if (at === text.length) return { at, what: 'there is no value' };
  let expects: 'value' | 'first' | 'after' | 'key' | 'first-key' = 'value';
  while (at < text.length) {
    const character = text[at] ?? '';
    const isEnd =
      (expects === 'after' || expects === 'first' || expects === 'first-key') && character === closers.at(-1);
    if (isEnd) {
      closers.pop();
      at += 1;
      expects = 'after';
    } else if (expects === 'after') {
      // At the top a further text may follow.
      if (closers.length === 0) expects = 'value';
      else if (character !== ',') return { at, what: 'a comma is missing' };
      else {
        at += 1;
        expects = closers.at(-1) === '}' ? 'key' : 'value';
      }
    } else if (expects === 'key' || expects === 'first-key') {
      const key = skipString(text, at);
      const colon = key < 0 ? -1 : skip(SPACE, text, key);
      if (colon < 0 || text[colon] !== ':') return { at, what: 'a name and a colon are missing' };
      at = colon + 1;
      expects = 'value';
    } else if (character === '{' || character === '[') {
      closers.push(character === '{' ? '}' : ']');
      at += 1;
      expects = character === '{' ? 'first-key' : 'first';
    } else {
      const end = character === '"' ? skipString(text, at) : skip(SCALAR, text, at);
      if (end <= at) return { at, what: 'a value is missing or wrong' };
      at = end;
      expects = 'after';
    }
    at = skip(SPACE, text, at);
  }
  if (closers.length > 0) return { at, what: 'the end is missing' };
  return expects === 'after' ? null : { at, what: 'a value is missing or wrong' };
}

/** End of what the pattern matches at `at`; `at` itself when it matches nothing. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** Index after the closing quotation mark, or -1. */
function skipString(text: string, start: number): number {
  if (text[start] !== '"') return -1;
  for (let at = start + 1; at < text.length; ) {
    at = skip(PLAIN, text, at);
    if (text[at] === '"') return at + 1;
    const next = skip(ESCAPE, text, at);
    if (next === at) return -1;
    at = next;
  }
  return -1;
}
