import { fileTypeFromBuffer } from 'file-type/core';
import { openCompound } from './compound/compound.ts';
import { readers } from './formats/index.ts';
import { looksLikeMbox } from './mail/mbox.ts';
import {
  looksLikeCsv,
  looksLikeHtml,
  looksLikeJson,
  looksLikeMail,
  looksLikeMarkdown,
  looksLikeSavedPage,
} from './text-shapes.ts';
import { OTHER_EXTENSIONS } from './unsupported.ts';
import { findUtf16 } from './utf16.ts';
import { decodeUtf32, findUtf32 } from './utf32.ts';
import { findXmlType } from './xml-types.ts';
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
  return OTHER_EXTENSIONS[extension] ?? reader?.mediaTypes[0] ?? null;
}

/** Names that mean the same to a reader: every text may be called .txt, .log or .json without a word of complaint. */
function isSameFamily(left: string, right: string): boolean {
  if (left === right || readers.some(({ mediaTypes }) => mediaTypes.includes(left) && mediaTypes.includes(right)))
    return true;
  const plain = ['text/plain', 'text/markdown', 'text/csv', 'application/json', 'text/xml', 'application/x-sylk'];
  if (plain.includes(left) && plain.includes(right)) return true;
  // Office formats that are one XML file are mostly called .xml, workbooks of one program often as those of another.
  return left === 'text/xml' && /-2003$|-flat-xml$|svg\+xml$/.test(right);
}

/** Media type of a document: by content first, by name only where content leaves it open. Never throws. */
export async function detectType(bytes: Uint8Array, name: string): Promise<Detected> {
  const extension = extensionOf(name);
  const promised = promisedType(extension);
  if (bytes.length === 0) return { mediaType: promised ?? 'application/octet-stream', promised: null };
  const mediaType =
    (findUtf32(bytes) === null ? await findBinary(bytes) : null) ??
    findText(bytes, extension) ??
    'application/octet-stream';
  const differs = promised !== null && !isSameFamily(promised, mediaType);
  return { mediaType, promised: differs ? promised : null };
}

async function findBinary(bytes: Uint8Array): Promise<string | null> {
  const head = ascii(bytes, 0, 1024);
  if (/^\s*%PDF-/.test(head)) return 'application/pdf';
  if (head.includes('%PDF-') && !head.trimStart().startsWith('<')) return 'application/pdf';
  if (looksLikeHeadlessPdf(head)) return 'application/pdf';
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return findZipType(bytes);
  if (/^\s{0,20}\{\\rtf/.test(head)) return 'application/rtf';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return findCompoundType(bytes);
  if (head.startsWith('x\u009f>"')) return 'application/vnd.ms-tnef';
  // A bare stream of an old workbook (its first record), Word 2, and pictures that file-type does not know.
  if (/^\u0009[\u0000\u0002\u0004\u0008][\u0004\u0006\u0008\u0010]\u0000/.test(head)) return 'application/vnd.ms-excel';
  if (/^\u00db\u00a5[\s\S]\u0000/.test(head)) return 'application/msword';
  if (/^\u0001\u0000\u0000\u0000[\s\S]{36} EMF/.test(head)) return 'image/emf';
  if (/^(?:\u00d7\u00cd\u00c6\u009a|[\u0001\u0002]\u0000\u0009\u0000\u0000[\u0001\u0003])/.test(head))
    return 'image/wmf';
  return guessByMagic(bytes);
}

/** A PDF whose first line is damaged or cut away: objects right from the start. */
function looksLikeHeadlessPdf(head: string): boolean {
  return /^[^\n]{0,40}\r?\n?[^\n]{0,40}\n?\s{0,20}\d{1,9}\s\d{1,5}\sobj\b\s{0,10}<</.test(head);
}

/** Old Office files and encrypted new ones share one container; the names of its streams are UTF-16. */
function findCompoundType(bytes: Uint8Array): string {
  const own = findByDirectory(bytes);
  if (own) return own;
  const text = ascii(bytes, 0, 4_000_000);
  const has = (stream: string) => text.includes([...stream].join('\0'));
  if (has('EncryptedPackage')) return 'application/x-encrypted-office';
  if (has('WordDocument')) return 'application/msword';
  if (has('Workbook') || has('Book')) return 'application/vnd.ms-excel';
  if (has('PowerPoint Document')) return 'application/vnd.ms-powerpoint';
  if (has('__substg1.0_')) return 'application/vnd.ms-outlook';
  return 'application/x-cfb';
}

/** By the streams that the directory names; `null` when it is damaged or names none that is known. */
function findByDirectory(bytes: Uint8Array): string | null {
  const names = openCompound(bytes)?.streams.filter(({ folder }) => folder === '') ?? [];
  const has = (name: string) => names.some((stream) => stream.name.toLowerCase() === name.toLowerCase());
  return COMPOUND_TYPES.find(([stream]) => has(stream))?.[1] ?? null;
}

const COMPOUND_TYPES: readonly (readonly [stream: string, mediaType: string])[] = [
  ['EncryptedPackage', 'application/x-encrypted-office'],
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
];

/** Types that file-type tells by a few letters which prose may well begin with ("MZ", "BM"). */
const WEAK = /^(application\/x-msdownload|image\/bmp|audio\/|application\/x-compress|application\/vnd\.ms-asf)/;

async function guessByMagic(bytes: Uint8Array): Promise<string | null> {
  let found: string | undefined;
  try {
    found = (await fileTypeFromBuffer(bytes.subarray(0, HEAD)))?.mime;
  } catch {
    // A file made to confuse the sniffer is still looked at as text.
    return null;
  }
  if (!found || found === 'application/xml' || found.startsWith('text/')) return null;
  if (found === 'image/bmp' && hasBitmapHeader(bytes)) return found;
  return WEAK.test(found) && !isBinary(bytes) ? null : found;
}

/** A white picture has hardly a control character in it; the size of its second header is one of these and nothing that a text says. */
function hasBitmapHeader(bytes: Uint8Array): boolean {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length > 30 && [12, 40, 52, 56, 64, 108, 124].includes(size.getUint32(14, true));
}

/** Fewer bytes than this among NULs are no writing. */
const FEWEST_LETTERS = 16;

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
  const rest = sample.length - nulls;
  return controls > Math.max(1, rest * 0.03) || (nulls > 2 && rest < FEWEST_LETTERS);
}

function findText(bytes: Uint8Array, extension: string): string | null {
  const head = bytes.subarray(0, HEAD);
  const utf32 = findUtf32(head);
  const utf16 =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : findUtf16(head);
  if (!utf32 && !utf16 && isBinary(bytes)) return null;
  // The rules look at ASCII alone: which of its supersets the text is in makes no difference yet.
  const text = utf32 ? decodeUtf32(head, utf32, HEAD) : new TextDecoder(utf16 ?? 'utf-8').decode(head);
  if (looksLikeMbox(bytes, extension)) return 'application/mbox';
  if (looksLikeHtml(text, extension)) return 'text/html';
  if (looksLikeMail(text, extension))
    return looksLikeSavedPage(text, extension) ? 'multipart/related' : 'message/rfc822';
  if (/^ID;P/.test(text)) return 'application/x-sylk';
  const xml = findXmlType(text, extension);
  if (xml) return xml;
  if (looksLikeJson(text, extension)) return 'application/json';
  if (looksLikeMarkdown(text, extension)) return 'text/markdown';
  if (looksLikeCsv(text, extension)) return 'text/csv';
  return 'text/plain';
}
