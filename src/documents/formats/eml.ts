import { decodeWords } from 'postal-mime';
import type { Problem } from '../../model/index.ts';
import { toMailDate } from '../dates.ts';
import { type MailBody, writeMailText } from '../mail/body.ts';
import { openCms } from '../mail/cms.ts';
import { readHeaders } from '../mail/headers.ts';
import { findOddHeaders } from '../mail/odd-headers.ts';
import { type PartText, readPartText } from '../mail/part-text.ts';
import { type MailPart, parseMail } from '../mail/parts.ts';
import { remoteResources } from '../mail/remote.ts';
import { type BodyPart, selectParts } from '../mail/select.ts';
import { type Child, problemsBy, type Reader, type Source } from '../reader.ts';

const problem = problemsBy('documents/eml');

/** E-mail: the main headers and the body are the text; attachments and enclosed messages become documents of their own. */
export const eml: Reader = {
  name: 'eml',
  mediaTypes: ['message/rfc822'],
  extensions: ['.eml'],
  read: async (source) => {
    const { headers: raw, root } = await parseMail(source.bytes, decodeWords);
    const headers = readHeaders(raw, source.bytes);
    const { bodies, attachments, seals, locked } = selectParts(root);
    const opened = openSealed(attachments);
    const read = readBodies(bodies, source);
    const { text, blocks, problems } = writeMailText(headers, read.bodies);
    return {
      text,
      blocks,
      ...(read.encoding ? { encoding: read.encoding } : {}),
      problems: [
        ...problems,
        ...read.problems,
        ...findOddHeaders(headers.all),
        ...opened.problems,
        ...lockedProblems(locked, text),
      ],
      metadata: {
        title: headers.first('subject'),
        author: headers.first('from'),
        published: toMailDate(headers.first('date') ?? ''),
        fields: {
          ...headers.fields,
          ...(read.remote ? { 'remote-resources': read.remote } : {}),
          ...(seals.length > 0
            ? { signatures: seals.map(({ number, type }) => `part ${number} (${type})`).join('\n') }
            : {}),
        },
      },
      ...(opened.children.length > 0
        ? {
            children: async function* () {
              yield* opened.children;
            },
          }
        : {}),
    };
  },
};

/** Text of every stretch of the body, in the order of the message. */
function readBodies(parts: readonly BodyPart[], { budget, encoding }: Source) {
  const problems: Problem[] = [];
  const remote: string[] = [];
  let used: string | null = null;
  const word = encoding?.by === 'person' ? encoding.label : null;
  const textOf = (part: MailPart | null): (PartText & { readonly place: string }) | null => {
    if (!part) return null;
    const read = readPartText(part, { encoding: word, maxChars: budget.textLeft() });
    used ??= read.encoding;
    problems.push(...read.problems);
    return { ...read, place: `part ${part.number}` };
  };
  const bodies = parts.map(({ plain, html }): MailBody => {
    const page = textOf(html);
    if (page) remote.push(remoteResources(page.text) ?? '');
    return { plain: textOf(plain), html: page };
  });
  return { bodies, problems, encoding: used, remote: remote.filter((list) => list !== '').join('\n') };
}

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['message/rfc822', '.eml'],
  ['text/plain', '.txt'],
  ['text/html', '.html'],
  ['text/csv', '.csv'],
  ['text/calendar', '.ics'],
]);

const LOCKED_DETAIL =
  'is encrypted; open it in the mail program that has the key, save it without encryption and add that.';

/** Attachments as children; a message that is only signed is taken out of its seal. */
function openSealed(attachments: readonly MailPart[]): {
  readonly children: readonly Child[];
  readonly problems: readonly Problem[];
} {
  const children: Child[] = [];
  const problems: Problem[] = [];
  for (const part of attachments) {
    const cms = /^application\/(?:x-)?pkcs7-mime$/.test(part.type) ? openCms(part.bytes) : null;
    if (cms?.kind === 'encrypted')
      problems.push(problem('encrypted', 'warning', `Part ${part.number} (S/MIME) ${LOCKED_DETAIL}`));
    else if (cms)
      children.push({
        name: `part-${part.number}.eml`,
        place: `part ${part.number} (signed message)`,
        bytes: asMessage(cms.content),
      });
    else children.push(toChild(part));
  }
  return { children, problems };
}

/** What is signed is a MIME part, which may have but one header; with a version it is known for a message. */
function asMessage(part: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode('MIME-Version: 1.0\r\n');
  const all = new Uint8Array(head.length + part.length);
  all.set(head);
  all.set(part, head.length);
  return all;
}

function lockedProblems(locked: readonly MailPart[], text: string): Problem[] {
  const sealed = locked.map((part) => problem('encrypted', 'warning', `Part ${part.number || '1'} ${LOCKED_DETAIL}`));
  const at = text.indexOf('-----BEGIN PGP MESSAGE-----');
  return at < 0
    ? sealed
    : [
        ...sealed,
        problem('encrypted', 'warning', `The text at character ${at} ${LOCKED_DETAIL}`, { start: at, end: at + 27 }),
      ];
}

function toChild({ number, type, filename, bytes, parameters }: MailPart): Child {
  const name = filename || `part-${number}${EXTENSIONS.get(type) ?? ''}`;
  const encoding = type.startsWith('text/') ? parameters.charset : undefined;
  return { name, place: `part ${number} (${name})`, bytes, ...(encoding ? { encoding } : {}) };
}
