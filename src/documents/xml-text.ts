import type { Decoded } from './decoded.ts';
import { decodeText } from './encoding.ts';
import type { Source } from './reader.ts';

/** The encoding that an XML declaration names; `null` when it names none. */
export function declaredXmlEncoding(bytes: Uint8Array): { readonly label: string; readonly by: 'container' } | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 300));
  const label = /^[^<]{0,3}<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{2,40})["']/.exec(head)?.[1];
  return label ? { label, by: 'container' } : null;
}

/** An XML file decoded: a person's word first, then its own declaration. Problems lose their spans, which count in the markup. */
export function decodeXml({ bytes, encoding, budget }: Pick<Source, 'bytes' | 'encoding' | 'budget'>): Decoded {
  const decoded = decodeText(bytes, {
    encoding: encoding ?? declaredXmlEncoding(bytes),
    maxChars: 4 * budget.textLeft(),
  });
  return { ...decoded, problems: decoded.problems.map(({ span: _, ...rest }) => rest) };
}

const DOCTYPE =
  /^(\s*(?:<\?xml[^>]*\?>)?(?:\s+|<!--(?:(?!-->)[\s\S]){0,20000}-->|<\?[^>]{0,2000}\?>)*)<!DOCTYPE\s+[^<>[\]]{0,2000}>/i;

/**
 * The text without a document type declaration that merely names a type or points to one outside, and that declaration.
 * One with declarations of its own stays in, where a scan refuses it.
 */
export function withoutDoctype(xml: string): { readonly xml: string; readonly doctype: string | null } {
  const found = DOCTYPE.exec(xml.slice(0, 50_000));
  if (!found) return { xml, doctype: null };
  const before = found[1] ?? '';
  return { xml: before + xml.slice(found[0].length), doctype: found[0].slice(before.length) };
}
