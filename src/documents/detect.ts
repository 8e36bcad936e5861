import { fileTypeFromBuffer } from 'file-type/core';
import { readers } from './formats/index.ts';
import { looksLikeCsv, looksLikeHtml, looksLikeMail, looksLikeMarkdown } from './text-shapes.ts';
import { OTHER_EXTENSIONS } from './unsupported.ts';
import { findUtf16 } from './utf16.ts';
import { findZipType } from './zip-types.ts';

/** What the bytes are, and whether the name says otherwise. */
export interface Detected {
  readonly mediaType: string;
  /** Media type that the name promises, when it is another one. */
  readonly promised: string | null;
}

const HEAD = 65_536;

const ascii = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  new TextDecoder('latin1').decode(bytes.subarray(from, to));

/** Lower-case extension with its dot, `''` when the name has none. */
export function extensionOf(name: string): string {
  return /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0].toLowerCase() ?? '';
}

function promisedType(extension: string): string | null {
  const reader = readers.find(({ extensions }) => extensions.includes(extension));
  return reader?.mediaTypes[0] ?? OTHER_EXTENSIONS[extension] ?? null;
}

/** Names that mean the same to a reader: every text may be called .txt, .log or .json without a word of complaint. */
function isSameFamily(left: string, right: string): boolean {
  if (left === right) return true;
  const plain = ['text/plain', 'text/markdown', 'text/csv', 'application/json', 'text/xml'];
  return plain.includes(left) && plain.includes(right);
}

/** Media type of a document: by content first, by name only where content leaves it open. Never throws. */
export async function detectType(bytes: Uint8Array, name: string): Promise<Detected> {
  const extension = extensionOf(name);
  const promised = promisedType(extension);
  if (bytes.length === 0) return { mediaType: promised ?? 'application/octet-stream', promised: null };
  const mediaType = (await findBinary(bytes)) ?? findText(bytes, extension) ?? 'application/octet-stream';
  const differs = promised !== null && !isSameFamily(promised, mediaType);
  return { mediaType, promised: differs ? promised : null };
}

async function findBinary(bytes: Uint8Array): Promise<string | null> {
  const head = ascii(bytes, 0, 1024);
  if (/^\s*%PDF-/.test(head)) return 'application/pdf';
  if (head.includes('%PDF-') && !head.trimStart().startsWith('<')) return 'application/pdf';
  if (looksLikeHeadlessPdf(head)) return 'application/pdf';
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return findZipType(bytes);
  if (head.startsWith('{\\rtf')) return 'application/rtf';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return findCompoundType(bytes);
  return guessByMagic(bytes);
}

/** A PDF whose first line is damaged or cut away: objects right from the start. */
function looksLikeHeadlessPdf(head: string): boolean {
  return /^[^\n]{0,40}\r?\n?[^\n]{0,40}\n?\s{0,20}\d{1,9}\s\d{1,5}\sobj\b\s{0,10}<</.test(head);
}

/** Old Office files and encrypted new ones share one container; the names of its streams are UTF-16. */
function findCompoundType(bytes: Uint8Array): string {
  const text = ascii(bytes, 0, 4_000_000);
  const has = (stream: string) => text.includes([...stream].join('\0'));
  if (has('EncryptedPackage')) return 'application/x-encrypted-office';
  if (has('WordDocument')) return 'application/msword';
  if (has('Workbook') || has('Book')) return 'application/vnd.ms-excel';
  if (has('PowerPoint Document')) return 'application/vnd.ms-powerpoint';
  if (has('__substg1.0_')) return 'application/vnd.ms-outlook';
  return 'application/x-cfb';
}

/** Types that file-type tells by a few letters which prose may well begin with ("MZ", "BM", "II"). */
const WEAK =
  /^(application\/x-msdownload|image\/bmp|image\/tiff|audio\/|application\/x-compress|application\/vnd\.ms-asf)/;

async function guessByMagic(bytes: Uint8Array): Promise<string | null> {
  let found: string | undefined;
  try {
    found = (await fileTypeFromBuffer(bytes.subarray(0, HEAD)))?.mime;
  } catch {
    // A file made to confuse the sniffer is still looked at as text.
    return null;
  }
  if (!found || found === 'application/xml' || found.startsWith('text/')) return null;
  return WEAK.test(found) && !isBinary(bytes) ? null : found;
}

/** Too many control characters for writing in any encoding. NULs alone are borne: broken exports are full of them. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, HEAD);
  let controls = 0;
  let nulls = 0;
  for (const byte of sample) {
    if (byte === 0) nulls += 1;
    else if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) || byte === 127)
      controls += 1;
  }
  return controls > Math.max(1, sample.length * 0.03) || nulls > Math.max(2, sample.length * 0.2);
}

function findText(bytes: Uint8Array, extension: string): string | null {
  const head = bytes.subarray(0, HEAD);
  const utf16 =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : findUtf16(head);
  if (!utf16 && isBinary(bytes)) return null;
  // The rules look at ASCII alone: which of its supersets the text is in makes no difference yet.
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(head);
  if (looksLikeHtml(text, extension)) return 'text/html';
  if (looksLikeMail(text, extension)) return 'message/rfc822';
  if (/^\s*<\?xml\s/.test(text) || ['.xml', '.svg'].includes(extension)) return 'text/xml';
  if (extension === '.json') return 'application/json';
  if (looksLikeMarkdown(text, extension)) return 'text/markdown';
  if (looksLikeCsv(text, extension)) return 'text/csv';
  return 'text/plain';
}
