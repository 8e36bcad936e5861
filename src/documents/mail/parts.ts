import PostalMime from 'postal-mime';

/** One part of a message, its transfer encoding undone. Containers have `children`, leaves have `bytes`. */
export interface MailPart {
  /** As mail programs count: `1`, `2.1`; a message of one part is part `1`. */
  readonly number: string;
  /** Media type, lower case. */
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly disposition: string;
  readonly filename: string | null;
  readonly contentId: string | null;
  /** First value of a header of this part, by its lower-case name. */
  readonly header: (key: string) => string | null;
  readonly transferEncoding: string;
  readonly bytes: Uint8Array;
  readonly children: readonly MailPart[];
}

export interface RawHeader {
  readonly key: string;
  readonly originalKey: string;
  readonly value: string;
}

export interface ParsedMail {
  readonly headers: readonly RawHeader[];
  readonly root: MailPart;
}

/** A node of the tree that the parser keeps. It is not in the parser's types; its version is pinned. */
interface MimeNode {
  readonly childNodes: readonly MimeNode[];
  readonly contentType: {
    readonly parsed: { readonly value: string; readonly params: Readonly<Record<string, string>> };
  };
  readonly contentDisposition: {
    readonly parsed: { readonly value: string; readonly params: Readonly<Record<string, string>> };
  };
  readonly contentTransferEncoding: { readonly encoding: string };
  readonly contentId?: string;
  readonly headers: readonly RawHeader[];
  readonly content: ArrayBuffer | null;
}

/** Parts nest less deep than this in any honest message. */
const DEEPEST = 100;

/**
 * The tree of a message's parts. Enclosed messages are leaves: they are nested by clew's own counting.
 * Throws when parts nest beyond reason or the headers have no end.
 */
export async function parseMail(bytes: Uint8Array, decodeWords: (value: string) => string): Promise<ParsedMail> {
  const parser = new PostalMime({ maxRfc822NestingDepth: 0, maxNestingDepth: DEEPEST });
  await parser.parse(bytes);
  const { root } = parser as unknown as { readonly root: MimeNode };
  return { headers: root.headers, root: toPart(root, '', decodeWords) };
}

function toPart(node: MimeNode, number: string, decodeWords: (value: string) => string): MailPart {
  const { value: type, params } = node.contentType.parsed;
  const name = node.contentDisposition.parsed.params.filename ?? params.name;
  const prefix = number === '' ? '' : `${number}.`;
  const isContainer = type.startsWith('multipart/') && node.childNodes.length > 0;
  return {
    number: number === '' && !isContainer ? '1' : number,
    type,
    parameters: params,
    disposition: node.contentDisposition.parsed.value,
    filename: name ? decodeWords(name) : null,
    contentId: node.contentId?.replace(/^<|>$/g, '') ?? null,
    header: (key) => node.headers.find((header) => header.key === key)?.value ?? null,
    transferEncoding: node.contentTransferEncoding.encoding,
    bytes: new Uint8Array(node.content ?? new ArrayBuffer(0)),
    children: node.childNodes.map((child, i) => toPart(child, `${prefix}${i + 1}`, decodeWords)),
  };
}
