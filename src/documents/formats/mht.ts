import { decodeWords } from 'postal-mime';
import { toEdtf } from '../dates.ts';
import { readHeaders } from '../mail/headers.ts';
import { type MailPart, parseMail } from '../mail/parts.ts';
import { type Child, problemsBy, type Reader, type Source } from '../reader.ts';
import { readPage } from './html.ts';

const problem = problemsBy('documents/mht');

/** What of a saved page is worth a document of its own: frames, pictures, files. Style sheets, scripts and fonts are not. */
const KEPT = /^(?:text\/(?:html|plain|csv)|image\/|application\/(?:pdf|msword|vnd\.|rtf|zip))/;

/** A page saved with everything on it: the page is the document; its frames and pictures are documents inside it. */
export const mht: Reader = {
  name: 'mht',
  mediaTypes: ['multipart/related'],
  extensions: ['.mht', '.mhtml'],
  read: async (source) => {
    const { headers: raw, root } = await parseMail(source.bytes, decodeWords);
    const headers = readHeaders(raw, source.bytes);
    const leaves = leavesOf(root);
    const start = root.parameters.start?.replace(/^<|>$/g, '');
    const page =
      leaves.find((part) => start !== undefined && part.contentId === start && part.type === 'text/html') ??
      leaves.find(({ type }) => type === 'text/html') ??
      leaves.find(({ type }) => type === 'text/plain');
    if (!page) {
      const detail = 'The saved page holds no page; save it again as .html or .pdf and add that file.';
      return { text: '', problems: [problem('malformed', 'fatal', detail)] };
    }
    const charset = page.parameters.charset;
    const word =
      source.encoding?.by === 'person'
        ? source.encoding
        : charset
          ? ({ label: charset, by: 'container' } as const)
          : null;
    const { pictures: _, ...reading } = readPage({ ...source, bytes: page.bytes, encoding: word });
    const resources = leaves.filter((part) => part !== page && KEPT.test(part.type) && part.bytes.length > 0);
    const saved = toEdtf(headers.first('date') ?? '');
    return {
      ...reading,
      metadata: {
        ...reading.metadata,
        title: reading.metadata.title ?? headers.first('subject'),
        url:
          reading.metadata.url ??
          addressOf(headers.first('snapshot-content-location') ?? page.header('content-location')),
        fields: { ...reading.metadata.fields, ...(saved ? { saved } : {}), part: page.number },
      },
      ...(resources.length > 0 ? { children: () => give(resources, source) } : {}),
    };
  },
};

const addressOf = (location: string | null): string | null =>
  location && /^https?:\/\//i.test(location) ? location : null;

function leavesOf(part: MailPart): MailPart[] {
  return part.children.length > 0 ? part.children.flatMap(leavesOf) : [part];
}

async function* give(parts: readonly MailPart[], { budget }: Source): AsyncGenerator<Child> {
  for (const part of parts) {
    if (!budget.takeUnpacked(part.bytes.length)) return;
    const location = part.header('content-location') ?? '';
    const name = part.filename ?? (location.split(/[?#]/)[0]?.split('/').at(-1) || `part-${part.number}`);
    const charset = part.type.startsWith('text/') ? part.parameters.charset : undefined;
    yield {
      name,
      place: `part ${part.number} (${location || name})`,
      bytes: part.bytes,
      ...(charset ? { encoding: charset } : {}),
    };
  }
}
