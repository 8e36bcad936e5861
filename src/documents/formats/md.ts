import { decodeText } from '../encoding.ts';
import { findMarkdownBlocks, readFrontMatter } from '../markdown.ts';
import type { Reader } from '../reader.ts';

/** Markdown: the decoded file unchanged, its structure as blocks, its front matter as metadata. */
export const md: Reader = {
  name: 'md',
  mediaTypes: ['text/markdown'],
  extensions: ['.md', '.markdown', '.mdown'],
  read: async ({ bytes, encoding, budget }) => {
    const decoded = decodeText(bytes, { encoding, maxChars: budget.textLeft() });
    const blocks = findMarkdownBlocks(decoded.text);
    const heading = blocks.find(({ kind }) => kind === 'heading');
    const { fields, ...front } = readFrontMatter(decoded.text);
    const title = front.title ?? (heading ? decoded.text.slice(heading.span.start, heading.span.end) : null);
    return { ...decoded, blocks, metadata: { ...front, title, fields } };
  },
};
