import type { Problem } from '../model/index.ts';
import type { Decoded } from './decoded.ts';
import { DAMAGE, decodeWith, guessEncoding, normalizeLabel, SAMPLE_BYTES } from './guess-encoding.ts';
import { decodeByLines } from './mixed-encoding.ts';
import { problemsBy } from './reader.ts';
import { findUtf16 } from './utf16.ts';
import { decodeUtf32, findUtf32 } from './utf32.ts';

const problem = problemsBy('documents/encoding');

export interface DecodeOptions {
  /** Somebody's word on the encoding; a person's is obeyed, a document's own only while it fits the bytes. */
  readonly encoding?: { readonly label: string; readonly by: 'person' | 'container' } | null;
  readonly maxChars: number;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isIso2022Jp(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE_BYTES));
  return /\u001b\$[@B]/.test(head) && /\u001b\([BJ]/.test(head) && !/[\u0080-\u00ff]/.test(head);
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function named(bytes: Uint8Array, label: string, maxChars: number, by: string): Decoded {
  const text = decodeWith(bytes, label, maxChars);
  return { text, encoding: label, problems: damageIn(text, `${by}: ${label}`) };
}

/** What is recognised by its empty bytes alone is said to be. */
function told(text: string, label: string): Decoded {
  const how = `two or four bytes a character: ${label}`;
  const guessed = problem('encoding-guessed', 'note', `The encoding is taken to be ${label} by its empty bytes.`);
  return { text, encoding: label, problems: [guessed, ...damageIn(text, how)] };
}

function damageIn(text: string, how: string): Problem[] {
  const at = text.indexOf(DAMAGE);
  if (at < 0) return [];
  const count = text.split(DAMAGE).length - 1;
  const detail = `${count} ${count === 1 ? 'place does' : 'places do'} not fit the encoding (${how}) and ${count === 1 ? 'shows' : 'show'} as \ufffd; name another with --encoding if the text reads wrong.`;
  return [problem('encoding-invalid-bytes', 'warning', detail, { start: at, end: at + 1 })];
}

/**
 * Decodes bytes of a text format. Order of trust: a person's word, a byte-order mark, the container's or document's own
 * word, UTF-8 that holds throughout, and last a guess, which is said to be one. Never throws.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions): Decoded {
  const { maxChars, encoding: word = null } = options;
  const label = word ? normalizeLabel(word.label) : null;
  const unknown =
    word && !label
      ? [problem('encoding-guessed', 'note', `The encoding "${word.label}" is not known; another was looked for.`)]
      : [];
  const decoded = decodeTrusted(bytes, label && word ? { label, by: word.by } : null, maxChars);
  return { ...decoded, problems: [...unknown, ...decoded.problems] };
}

function decodeTrusted(
  bytes: Uint8Array,
  word: { readonly label: string; readonly by: 'person' | 'container' } | null,
  maxChars: number,
): Decoded {
  if (word?.by === 'person') return named(bytes, word.label, maxChars, 'as told');
  const utf32 = findUtf32(bytes);
  if (utf32) return told(decodeUtf32(bytes, utf32, maxChars), utf32);
  const marked = markedEncoding(bytes);
  if (marked) return named(bytes, marked, maxChars, 'byte-order mark');
  if (word && word.label !== 'utf-8') {
    const declared = named(bytes, word.label, maxChars, 'as declared');
    if (
      declared.problems.length === 0 &&
      !(isUtf8(bytes) && /[\u0080-\uffff]/.test(declared.text.slice(0, SAMPLE_BYTES)))
    )
      return declared;
  }
  if (isIso2022Jp(bytes)) return named(bytes, 'iso-2022-jp', maxChars, 'escape sequences');
  const utf16 = findUtf16(bytes);
  if (utf16) return told(decodeWith(bytes, utf16, maxChars), utf16);
  if (isUtf8(bytes)) return { text: decodeWith(bytes, 'utf-8', maxChars), encoding: 'utf-8', problems: [] };
  return decodeDoubtful(bytes, maxChars);
}

function decodeDoubtful(bytes: Uint8Array, maxChars: number): Decoded {
  const mixed = decodeByLines(bytes, maxChars);
  if (mixed) return mixed;
  const label = guessEncoding(bytes);
  const text = decodeWith(bytes, label, maxChars);
  const guessed = problem(
    'encoding-guessed',
    'note',
    `The encoding is guessed to be ${label}; name another with --encoding if the text reads wrong.`,
  );
  return { text, encoding: label, problems: [guessed, ...damageIn(text, `guessed: ${label}`)] };
}
