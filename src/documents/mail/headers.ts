import { decodeWords } from 'postal-mime';
import { decodeText } from '../encoding.ts';
import type { RawHeader } from './parts.ts';

export interface MailHeaders {
  /** In the order of the message, values decoded. */
  readonly all: readonly { readonly key: string; readonly name: string; readonly value: string }[];
  /** Those that a reader is shown, in the customary order. */
  readonly shown: readonly { readonly name: string; readonly value: string }[];
  readonly fields: Readonly<Record<string, string>>;
  readonly first: (key: string) => string | null;
}

const SHOWN = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'date', 'subject'];
/** More of one message than this is no header a person would look up. */
const MOST_FIELDS = 60;

/**
 * Headers of a message with encoded words decoded and folding undone; repeated ones are joined by line breaks in `fields`.
 * With the bytes of the `message`, headers that stand there bare in an old encoding are read in that.
 */
export function readHeaders(raw: readonly RawHeader[], message?: Uint8Array): MailHeaders {
  const all = ((message && readOldHeaders(message)) ?? raw).map(({ key, originalKey, value }) => ({
    key,
    name: originalKey,
    value: decodeWords(value).replace(/\s+/g, ' ').trim(),
  }));
  const fields = new Map<string, string>();
  for (const { key, value } of all) {
    const before = fields.get(key);
    if (before !== undefined) fields.set(key, `${before}\n${value}`);
    else if (fields.size < MOST_FIELDS) fields.set(key, value);
  }
  return {
    all,
    shown: SHOWN.flatMap((wanted) => all.filter(({ key, value }) => key === wanted && value !== '')),
    fields: Object.fromEntries(fields),
    first: (key) => all.find((header) => header.key === key && header.value !== '')?.value ?? null,
  };
}

const LONGEST_HEAD = 65_536;

/** Headers whose bytes are neither ASCII nor UTF-8, as programs of old wrote them; `null` for all others. */
function readOldHeaders(message: Uint8Array): RawHeader[] | null {
  const head = message.subarray(0, headLength(message));
  if (head.every((byte) => byte < 0x80)) return null;
  const { text, encoding } = decodeText(head, { maxChars: LONGEST_HEAD });
  if (encoding === 'utf-8') return null;
  return text
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon).trim();
      return colon > 0 ? [{ key: name.toLowerCase(), originalKey: name, value: line.slice(colon + 1).trim() }] : [];
    });
}

/** Bytes before the first empty line. */
function headLength(message: Uint8Array): number {
  const most = Math.min(message.length, LONGEST_HEAD);
  for (let at = 0; at < most; at++) {
    if (message[at] !== 0x0a) continue;
    if (message[at + 1] === 0x0a || (message[at + 1] === 0x0d && message[at + 2] === 0x0a)) return at + 1;
  }
  return most;
}
