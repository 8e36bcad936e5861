/** Something a command says: data goes to stdout; messages and progress go to stderr. */
export interface Told {
  readonly to: 'stdout' | 'stderr';
  readonly text: string;
}

const listeners = new Set<(told: Told) => void>();

/** `listener` hears everything that is told from now on, until the returned function is called. */
export function tellAlso(listener: (told: Told) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function tell(told: Told): void {
  if (told.text !== '') process[told.to].write(told.text);
  for (const listener of listeners) listener(told);
}

export function printLine(line = ''): void {
  tell({ to: 'stdout', text: `${line}\n` });
}

/** Characters that JSON lets stand but that some programs take for the end of a line, or a terminal for a command. */
const LINE_ENDS = /[\u007f-\u009f\u2028\u2029]/g;

/** `value` as JSON on one line, whatever the reader takes for the end of one. */
export function toJsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    LINE_ENDS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One JSON value on one line of stdout. */
export function printJson(value: unknown): void {
  tell({ to: 'stdout', text: `${toJsonLine(value)}\n` });
}

export function note(message: string): void {
  tell({ to: 'stderr', text: `${message}\n` });
}

export const isStyled = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR;

export const bold = (text: string): string => (isStyled() ? `\u001b[1m${text}\u001b[22m` : text);
export const dim = (text: string): string => (isStyled() ? `\u001b[2m${text}\u001b[22m` : text);

/** Characters that could drive the terminal or reorder the line: controls but tab, and bidi controls. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Document text for a terminal: one line, controls shown as `⟨U+202E⟩`, so that no document can steer the screen. */
export function shown(text: string, limit = Number.POSITIVE_INFINITY): string {
  const line = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(UNSAFE, (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
  return line.length <= limit ? line : `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Left-aligned columns, two spaces apart; the last column is never padded. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** `1 claim`, `2 claims`; `plural` for nouns that do not just take an s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}
