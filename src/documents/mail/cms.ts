import { joinBytes } from '../join-bytes.ts';

/** What an S/MIME container (RFC 5652) holds: a message that is only signed, or one under a cipher. */
export type Cms = { readonly kind: 'signed'; readonly content: Uint8Array } | { readonly kind: 'encrypted' };

const PREFIX = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01];
/** Last bytes of the object identifiers 1.2.840.113549.1.7.2 (signed) and .3 (enveloped), and of 1.9.16.1.23. */
const SIGNED = [...PREFIX, 0x07, 0x02];
const ENVELOPED = [...PREFIX, 0x07, 0x03];
const AUTH_ENVELOPED = [...PREFIX, 0x09, 0x10, 0x01, 0x17];

/** One element of ASN.1 as BER writes it. */
interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly end: number;
}

const MOST_NESTED = 12;

/** The element at `at`, or `null` where there is none. An indefinite length runs to its end mark. */
function elementAt(bytes: Uint8Array, at: number, depth = 0): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || depth > MOST_NESTED) return null;
  if (first < 0x80) return sized(bytes, tag, at + 2, first);
  if (first !== 0x80) {
    const width = first & 0x7f;
    let length = 0;
    for (let i = 0; i < width; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
    return width > 5 ? null : sized(bytes, tag, at + 2 + width, length);
  }
  let inner = at + 2;
  while (inner < bytes.length && !(bytes[inner] === 0 && bytes[inner + 1] === 0)) {
    const element = elementAt(bytes, inner, depth + 1);
    if (!element) return null;
    inner = element.end;
  }
  return { tag, content: bytes.subarray(at + 2, inner), end: inner + 2 };
}

function sized(bytes: Uint8Array, tag: number, start: number, length: number): Element | null {
  return start + length > bytes.length
    ? null
    : { tag, content: bytes.subarray(start, start + length), end: start + length };
}

function childrenOf(bytes: Uint8Array): Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const element = elementAt(bytes, at);
    if (!element) break;
    elements.push(element);
    at = element.end;
  }
  return elements;
}

const isId = (element: Element | undefined, id: readonly number[]): boolean =>
  element?.tag === 0x06 && element.content.length === id.length && id.every((byte, i) => element.content[i] === byte);

/** Opens an S/MIME container without checking any signature; `null` when it is none that can be read. */
export function openCms(bytes: Uint8Array): Cms | null {
  const [id, wrapped] = childrenOf(elementAt(bytes, 0)?.content ?? new Uint8Array(0));
  if (isId(id, ENVELOPED) || isId(id, AUTH_ENVELOPED)) return { kind: 'encrypted' };
  if (!isId(id, SIGNED) || !wrapped) return null;
  const signed = childrenOf(elementAt(wrapped.content, 0)?.content ?? new Uint8Array(0));
  // version, digest algorithms, then what is signed: its type, and in brackets its bytes.
  const [, inner] = childrenOf(signed[2]?.content ?? new Uint8Array(0));
  const octets = inner ? elementAt(inner.content, 0) : null;
  if (!octets) return null;
  // 0x24: a string in several pieces.
  const content =
    octets.tag === 0x24 ? joinBytes(childrenOf(octets.content).map((piece) => piece.content)) : octets.content;
  return { kind: 'signed', content };
}
