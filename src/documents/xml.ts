/** What a scan of XML reports, in order. Prefixes are dropped: `w:p` is `p`. */
export interface XmlHandler {
  readonly open: (name: string, attributes: XmlAttributes, selfClosing: boolean) => void;
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
 * Lenient otherwise; where a tag is cut off the scan ends and `false` is returned.
 */
export function scanXml(xml: string, handler: XmlHandler): boolean {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) {
      handler.text(decodeEntities(xml.slice(at)));
      return true;
    }
    if (tag > at) handler.text(decodeEntities(xml.slice(at, tag)));
    const end = endOfTag(xml, tag);
    if (end < 0) return false;
    report(xml.slice(tag, end), handler);
    at = end;
  }
  return true;
}

/** Index after the construct that begins at `start`, or -1 when it is cut off. */
function endOfTag(xml: string, start: number): number {
  const closedBy = (closing: string): number => {
    const end = xml.indexOf(closing, start);
    return end < 0 ? -1 : end + closing.length;
  };
  if (xml.startsWith('<!--', start)) return closedBy('-->');
  if (xml.startsWith('<![CDATA[', start)) return closedBy(']]>');
  if (xml.startsWith('<?', start)) return closedBy('?>');
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

function report(tag: string, handler: XmlHandler): void {
  if (tag.startsWith('<![CDATA[')) handler.text(tag.slice(9, -3));
  else if (tag.startsWith('<!--') || tag.startsWith('<?')) return;
  else if (tag.startsWith('</')) handler.close(local(tag.slice(2, -1).trim()));
  else {
    const selfClosing = tag.endsWith('/>');
    const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
    handler.open(local(name), (wanted) => attributeOf(tag, wanted), selfClosing);
    if (selfClosing) handler.close(local(name));
  }
}

/** Attributes are read only when asked for; most elements of an Office file are never asked. */
function attributeOf(tag: string, wanted: string): string | undefined {
  for (const match of tag.matchAll(/[\s"']([^\s"'=<>/]{1,200})\s{0,10}=\s{0,10}(?:"([^"]*)"|'([^']*)')/g)) {
    if (local(match[1] ?? '') === wanted) return decodeEntities(match[2] ?? match[3] ?? '');
  }
  return undefined;
}
