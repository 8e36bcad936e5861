import { parse } from 'parse5';
import { decodeText } from '../encoding.ts';
import { writeBlocks } from '../html/blocks.ts';
import { findDataImages, unpackDataImages } from '../html/data-images.ts';
import { readMetadata } from '../html/metadata.ts';
import { addScripted } from '../html/scripted.ts';
import { tameFormatting } from '../html/tame-formatting.ts';
import { remoteResources } from '../mail/remote.ts';
import type { Reader, Source } from '../reader.ts';
import { createTextBuilder } from '../text-builder.ts';

/** Pages: everything a visitor could read, in order, with navigation, comments and hidden text told apart. Nothing is fetched or run. */
export const html: Reader = {
  name: 'html',
  mediaTypes: ['text/html'],
  extensions: ['.html', '.htm', '.xhtml', '.shtml'],
  read: async (source) => {
    const { pictures, ...reading } = readPage(source);
    const { budget } = source;
    return pictures.length > 0 ? { ...reading, children: () => unpackDataImages(pictures, budget) } : reading;
  },
};

/** A page as text with blocks and metadata, and the pictures it carries in itself. */
export function readPage({ bytes, encoding, budget }: Pick<Source, 'bytes' | 'encoding' | 'budget'>) {
  const declared = encoding ?? declaredEncoding(bytes);
  const decoded = decodeText(bytes, { encoding: declared, maxChars: budget.textLeft() });
  const page = parse(tameFormatting(decoded.text), { scriptingEnabled: false });
  const builder = createTextBuilder();
  const hidden = writeBlocks(page, builder);
  const { metadata, body } = readMetadata(page);
  const scripted = addScripted(page, body, builder);
  const remote = remoteResources(decoded.text);
  return {
    ...builder.finish(),
    encoding: decoded.encoding,
    metadata: remote ? { ...metadata, fields: { ...metadata.fields, 'remote-resources': remote } } : metadata,
    problems: [...decoded.problems.map(withoutSpan), ...hidden, ...scripted],
    pictures: findDataImages(page),
  };
}

/** Spans of decoding problems count in the source of the page, which is not its text. */
const withoutSpan = ({ span: _, ...rest }: Awaited<ReturnType<typeof decodeText>>['problems'][number]) => rest;

function declaredEncoding(bytes: Uint8Array): { readonly label: string; readonly by: 'container' } | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label =
    /<meta[^>]{0,300}charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}encoding=["']([\w-]{2,40})/.exec(head)?.[1];
  return label ? { label, by: 'container' } : null;
}
