import type { Problem } from '../model/index.ts';
import type { Decoded } from './decoded.ts';
import { decodeWith, guessEncoding } from './guess-encoding.ts';
import { joinBytes } from './join-bytes.ts';
import { problemsBy } from './reader.ts';

const problem = problemsBy('documents/encoding');

/** Below this share of UTF-8 among the lines that show an encoding at all, the file is simply not UTF-8. */
const UTF8_SHARE = 0.2;

interface Line {
  readonly bytes: Uint8Array;
  readonly kind: 'ascii' | 'utf-8' | 'other';
}

function splitLines(bytes: Uint8Array): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    lines.push({ bytes: line, kind: kindOf(line) });
    start = end;
  }
  return lines;
}

function kindOf(line: Uint8Array): Line['kind'] {
  if (line.every((byte) => byte < 0x80)) return 'ascii';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(line);
    return 'utf-8';
  } catch {
    return 'other';
  }
}

/** Valid sequences of more than one byte, and bytes that belong to none. */
function countSequences(text: string): { readonly valid: number; readonly damaged: number } {
  const damaged = text.split('\ufffd').length - 1;
  return { damaged, valid: (text.match(/[^\u0000-\u007f]/g)?.length ?? 0) - damaged };
}

/**
 * A file that is UTF-8 in some lines and something else in others (logs, joined exports): each line by its own encoding.
 * A line that is UTF-8 but for a few bytes stays UTF-8 with those bytes shown as U+FFFD.
 * Returns `null` when the file is not a mixture, so that one encoding should be guessed for all of it.
 */
export function decodeByLines(bytes: Uint8Array, maxChars: number): Decoded | null {
  const lines = splitLines(bytes.length > maxChars * 4 ? bytes.subarray(0, maxChars * 4) : bytes);
  const whole = new TextDecoder('utf-8');
  const decoded = lines.map((line) => {
    const text = whole.decode(line.bytes);
    if (line.kind !== 'other') return { line, text };
    const { valid, damaged } = countSequences(text);
    return { line: valid > damaged ? { ...line, kind: 'utf-8' as const } : line, text };
  });
  const utf8 = decoded.filter(({ line }) => line.kind === 'utf-8').length;
  const others = decoded.filter(({ line }) => line.kind === 'other');
  if (utf8 === 0 || utf8 < UTF8_SHARE * (utf8 + others.length)) return null;
  const label = others.length > 0 ? guessEncoding(joinBytes(others.map(({ line }) => line.bytes))) : 'utf-8';
  const text: string[] = [];
  const problems: Problem[] = [];
  let length = 0;
  const note = (detail: string, span: { readonly start: number; readonly end: number }): void => {
    if (problems.length < 20) problems.push(problem('encoding-invalid-bytes', 'warning', detail, span));
  };
  for (const { line, text: asUtf8 } of decoded) {
    const lineText = line.kind === 'other' ? decodeWith(line.bytes, label, Number.POSITIVE_INFINITY) : asUtf8;
    const span = { start: length, end: length + lineText.length };
    if (line.kind === 'other') note(`This line is not UTF-8 as others are; it was read as ${label}.`, span);
    else if (lineText.includes('\ufffd')) note('Bytes in this line are not UTF-8 and show as \ufffd.', span);
    text.push(lineText);
    length += lineText.length;
  }
  return { text: text.join(''), encoding: 'utf-8', problems };
}
