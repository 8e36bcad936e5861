/** Where one message lies in a mailbox file: its bytes without the line that parts it from the one before. */
export interface MailboxEntry {
  readonly start: number;
  readonly end: number;
}

const NEWLINE = 0x0a;
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/**
 * A line that parts messages: "From", an address or a name, and a date as C prints it. A sentence that begins with "From"
 * has no clock time and year in it.
 */
const SEPARATOR =
  /^From (?:\S{1,200}|"[^"]{1,200}"\S{0,200}|.{0,100}?) *(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\b.{0,40}\d{1,2}:\d\d.{0,60}$/;
/** What Thunderbird and others write: no date at all, but nothing else either. */
const BARE = /^From (?:- |\S{0,200}@\S{1,200}|-?) *.{0,60}$/;
const HEADER = /^[A-Za-z][A-Za-z0-9-]{0,60}:/;

/** Whether the line at `at` begins a message. Anywhere but at the start an empty line comes before it. */
function isSeparator(bytes: Uint8Array, at: number): boolean {
  if (
    bytes[at] !== 0x46 ||
    bytes[at + 1] !== 0x72 ||
    bytes[at + 2] !== 0x6f ||
    bytes[at + 3] !== 0x6d ||
    bytes[at + 4] !== 0x20
  )
    return false;
  const end = lineEnd(bytes, at);
  const line = latin1(bytes.subarray(at, Math.min(end, at + 600))).replace(/\r$/, '');
  const afterBlank = at === 0 || bytes[at - 2] === NEWLINE || (bytes[at - 2] === 0x0d && bytes[at - 3] === NEWLINE);
  const next = latin1(bytes.subarray(end + 1, end + 200)).split(/\r?\n/, 1)[0] ?? '';
  const isHeaded = HEADER.test(next) || /^>From /.test(next);
  if (SEPARATOR.test(line)) return afterBlank || isHeaded;
  return BARE.test(line) && isHeaded && afterBlank;
}

function lineEnd(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(NEWLINE, at);
  return end < 0 ? bytes.length : end;
}

/** Messages of a mailbox file, in order. One pass over the bytes; nothing is copied. */
export function* findMessages(bytes: Uint8Array): Generator<MailboxEntry> {
  let start = -1;
  for (let at = 0; at < bytes.length; ) {
    const end = lineEnd(bytes, at);
    if (isSeparator(bytes, at)) {
      if (start >= 0) yield { start, end: at };
      start = end + 1;
    } else if (start < 0 && at === 0) start = 0;
    at = end + 1;
  }
  if (start >= 0 && start < bytes.length) yield { start, end: bytes.length };
}

/** Whether a file is a mailbox: it begins with a separator, and by name or by a second one holds more than one message. */
export function looksLikeMbox(bytes: Uint8Array, extension: string): boolean {
  const start = bytes[0] === 0xef ? 3 : 0;
  if (!isSeparator(bytes.subarray(start), 0)) return false;
  if (['.mbox', '.mbx', '.mboxrd'].includes(extension)) return true;
  let count = 0;
  for (const _ of findMessages(bytes.subarray(start))) if (++count > 1) return extension !== '.eml';
  return false;
}

/**
 * The message as it was sent: one ">" taken from lines like ">From" and ">>From", which the mailbox put there, and the
 * empty line before the next message dropped.
 */
export function unquoteMessage(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(lineEnd(bytes, at) + 1, bytes.length);
    let from = at;
    while (bytes[from] === 0x3e) from += 1;
    const isQuoted = from > at && latin1(bytes.subarray(from, from + 5)) === 'From ';
    const line = bytes.subarray(isQuoted ? at + 1 : at, end);
    out.set(line, length);
    length += line.length;
    at = end;
  }
  // Of "\n\n" or "\r\n\r\n" at the end the second line break belongs to the mailbox.
  const tail = latin1(out.subarray(Math.max(0, length - 4), length));
  if (tail.endsWith('\r\n\r\n')) length -= 2;
  else if (tail.endsWith('\n\n')) length -= 1;
  return out.subarray(0, length);
}
