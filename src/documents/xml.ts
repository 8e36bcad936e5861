/** What a scan of XML reports, in order. Prefixes are dropped: `w:p` is `p`. */
export interface XmlHandler {
  /** `tag` is the whole tag as written, for `allAttributes`. */
  readonly open: (name: string, attributes: XmlAttributes, tag: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Reads one attribute by its local name; `undefined` when it is not there. */
export type XmlAttributes = (name: string) => string | undefined;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with the five predefined entities and character references resolved. Others stay as written: nothing is ever expanded. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name as string] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
  });
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Thrown for what no honest document contains. */
export class XmlRefused extends Error {}

/**
 * Scans XML from start to end, in one pass, without building a tree: depth costs nothing and nothing is fetched.
 * A document type declaration is refused (`XmlRefused`): entity bombs and references to files live in it.
 * Lenient otherwise; where a tag is cut off the scan ends. Returns `false` when it did, or when elements are open at the end.
 */
export function scanXml(xml: string, handler: XmlHandler): boolean {
  const scan: Scan = { isLast: true, depth: 0 };
  return scanPiece(xml, handler, scan) === xml.length && scan.depth <= 0;
}

/** What is known while a scan goes on: whether nothing follows the piece, and how many elements are open. */
interface Scan {
  isLast: boolean;
  depth: number;
}

/** How much is decoded at a time; a part of many megabytes never lies in memory as one string. */
const PIECE_BYTES = 1 << 20;

/** The same for a part as it was unpacked: UTF-8, or UTF-16 with a byte-order mark. Text may be reported in several pieces. */
export function scanXmlBytes(bytes: Uint8Array, handler: XmlHandler): boolean {
  const decoder = new TextDecoder(encodingOf(bytes));
  const scan: Scan = { isLast: false, depth: 0 };
  let rest = '';
  // A tag longer than a piece doubles the next one, so that its beginning is not scanned over and over.
  for (let at = 0, size = PIECE_BYTES; at < bytes.length; at += size) {
    if (at > 0) size = Math.max(PIECE_BYTES, rest.length);
    scan.isLast = at + size >= bytes.length;
    const piece = rest + decoder.decode(bytes.subarray(at, at + size), { stream: !scan.isLast });
    const read = scanPiece(piece, handler, scan);
    rest = piece.slice(read);
  }
  return rest === '' && scan.depth <= 0;
}

export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Reports what is complete; returns how far that goes. What is left is the beginning of something. */
function scanPiece(xml: string, handler: XmlHandler, scan: Scan): number {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) {
      if (!scan.isLast) return at;
      handler.text(decodeEntities(xml.slice(at)));
      return xml.length;
    }
    if (tag > at) handler.text(decodeEntities(xml.slice(at, tag)));
    at = tag;
    const end = endOfTag(xml, tag, scan.isLast);
    if (end < 0) return at;
    scan.depth += report(xml.slice(tag, end), handler);
    at = end;
  }
  return at;
}

/** Index after the construct that begins at `start`, or -1 when it is cut off. */
function endOfTag(xml: string, start: number, isLast: boolean): number {
  const closedBy = (closing: string): number => {
    const end = xml.indexOf(closing, start);
    return end < 0 ? -1 : end + closing.length;
  };
  if (xml.startsWith('<!--', start)) return closedBy('-->');
  if (xml.startsWith('<![CDATA[', start)) return closedBy(']]>');
  if (xml.startsWith('<?', start)) return closedBy('?>');
  // Not enough to tell a comment from a declaration.
  if (!isLast && xml.length - start < 9 && xml.startsWith('<!', start)) return -1;
  if (xml.startsWith('<!', start))
    throw new XmlRefused('it has a document type declaration, which may hide bombs or point to files');
  // A ">" may stand inside a quoted attribute value.
  for (let i = start + 1; i < xml.length; i++) {
    const character = xml[i];
    if (character === '>') return i + 1;
    if (character === '"' || character === "'") {
      const close = xml.indexOf(character, i + 1);
      if (close < 0) return -1;
      i = close;
    }
  }
  return -1;
}

/** Reports one construct; returns by how much it changes the depth. */
function report(tag: string, handler: XmlHandler): number {
  if (tag.startsWith('<!--') || tag.startsWith('<?')) return 0;
  if (tag.startsWith('<![CDATA[')) {
    handler.text(tag.slice(9, -3));
    return 0;
  }
  if (tag.startsWith('</')) {
    handler.close(local(tag.slice(2, -1).trim()));
    return -1;
  }
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
  handler.open(local(name), (wanted) => attributeOf(tag, wanted), tag);
  if (!tag.endsWith('/>')) return 1;
  handler.close(local(name));
  return 0;
}

const ATTRIBUTE = /[\s"']([^\s"'=<>/]{1,200})\s{0,10}=\s{0,10}(?:"([^"]*)"|'([^']*)')/g;

/** Every attribute of a tag with its prefix, in order. */
export function allAttributes(tag: string): readonly { readonly name: string; readonly value: string }[] {
  return [...tag.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => ({
    name,
    value: decodeEntities(double ?? single ?? ''),
  }));
}

/** Attributes are read only when asked for; most elements of an Office file are never asked. */
function attributeOf(tag: string, wanted: string): string | undefined {
  for (const match of tag.matchAll(ATTRIBUTE)) {
    if (local(match[1] ?? '') === wanted) return decodeEntities(match[2] ?? match[3] ?? '');
  }
  return undefined;
}
