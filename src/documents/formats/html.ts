import { parse } from 'parse5';
import { decodeText } from '../encoding.ts';
import { writeBlocks } from '../html/blocks.ts';
import { readMetadata } from '../html/metadata.ts';
import type { Reader } from '../reader.ts';
import { createTextBuilder } from '../text-builder.ts';

/** Pages: everything a visitor could read, in order, with navigation, comments and hidden text told apart. Nothing is fetched or run. */
export const html: Reader = {
  name: 'html',
  version: 1,
  mediaTypes: ['text/html'],
  extensions: ['.html', '.htm', '.xhtml', '.shtml'],
  read: async ({ bytes, encoding, budget }) => {
    const declared = encoding ?? declaredEncoding(bytes);
    const decoded = decodeText(bytes, { encoding: declared, maxChars: budget.textLeft() });
    const page = parse(decoded.text, { scriptingEnabled: false });
    const builder = createTextBuilder();
    const hidden = writeBlocks(page, builder);
    return {
      ...builder.finish(),
      encoding: decoded.encoding,
      metadata: readMetadata(page),
      problems: [...decoded.problems.map(withoutSpan), ...hidden],
    };
  },
};

/** Spans of decoding problems count in the source of the page, which is not its text. */
const withoutSpan = ({ span: _, ...rest }: Awaited<ReturnType<typeof decodeText>>['problems'][number]) => rest;

function declaredEncoding(bytes: Uint8Array): { readonly label: string; readonly by: 'container' } | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label =
    /<meta[^>]{0,300}charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}encoding=["']([\w-]{2,40})/.exec(head)?.[1];
  return label ? { label, by: 'container' } : null;
}
