import PostalMime, { type Attachment } from 'postal-mime';
import type { Problem } from '../../model/index.ts';
import { toEdtf } from '../dates.ts';
import { writeMailText } from '../mail/body.ts';
import { readHeaders } from '../mail/headers.ts';
import { type Child, problemsBy, type Reader } from '../reader.ts';
import { restoreWindows1252 } from '../windows-1252.ts';

const problem = problemsBy('documents/eml');

/** E-mail: the main headers and the body are the text; attachments and enclosed messages become documents of their own. */
export const eml: Reader = {
  name: 'eml',
  version: 1,
  mediaTypes: ['message/rfc822'],
  extensions: ['.eml', '.mht', '.mhtml'],
  read: async ({ bytes }) => {
    // Depth 0: enclosed messages come as attachments, so that they are nested by clew's own counting.
    const message = await PostalMime.parse(bytes, { maxRfc822NestingDepth: 0, maxNestingDepth: 100 });
    const headers = readHeaders(message.headers);
    const { text, blocks, problems } = writeMailText(headers, {
      // Mail in windows-1252 suffers from the same fault of the decoder as files do.
      plain: message.text === undefined ? null : restoreWindows1252(message.text),
      html: message.html === undefined ? null : restoreWindows1252(message.html),
    });
    const children = message.attachments.map(toChild);
    return {
      text,
      blocks,
      problems: [...problems, ...findOddHeaders(headers.all)],
      metadata: {
        title: headers.first('subject'),
        author: headers.first('from'),
        published: toEdtf(headers.first('date') ?? ''),
        fields: headers.fields,
      },
      ...(children.length > 0
        ? {
            children: async function* () {
              yield* children;
            },
          }
        : {}),
    };
  },
};

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['message/rfc822', '.eml'],
  ['text/plain', '.txt'],
  ['text/html', '.html'],
  ['text/csv', '.csv'],
]);

function toChild(attachment: Attachment, index: number): Child {
  const { filename, mimeType, content } = attachment;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const name = filename || `part-${index + 1}${EXTENSIONS.get(mimeType) ?? ''}`;
  return { name, place: `part ${index + 1} (${name})`, bytes };
}

const ONLY_ONCE = ['from', 'sender', 'to', 'subject', 'date', 'message-id'];

/** Signs that a message was put together to deceive: doubled headers, a display name that is another address. */
function findOddHeaders(headers: readonly { readonly key: string; readonly value: string }[]): Problem[] {
  const doubled = ONLY_ONCE.filter((key) => headers.filter((header) => header.key === key).length > 1);
  const from = headers.find(({ key }) => key === 'from')?.value ?? '';
  const shown = /^[^<]*?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)[^<]*</.exec(from.slice(0, 500))?.[1];
  const actual = /<([^<>\s]+@[^<>\s]+)>/.exec(from.slice(0, 500))?.[1];
  const odd = doubled.map((key) =>
    problem(
      'malformed',
      'note',
      `The message has several "${key}" headers; mail programs disagree on which one to show.`,
    ),
  );
  if (shown && actual && shown.toLowerCase() !== actual.toLowerCase()) {
    odd.push(problem('malformed', 'note', `The sender shows as ${shown} but the address is ${actual}.`));
  }
  const date = headers.find(({ key }) => key === 'date')?.value;
  if (date && toEdtf(date) === null)
    odd.push(
      problem(
        'malformed',
        'note',
        `The date "${date.slice(0, 100)}" is none that a calendar has; it is kept as written.`,
      ),
    );
  return odd;
}
