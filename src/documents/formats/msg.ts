import type { FieldsData } from '@kenjiuno/msgreader';
import msgReaderPackage from '@kenjiuno/msgreader';
import type { Problem } from '../../model/index.ts';
import type { Budget } from '../budget.ts';
import { toEdtf } from '../dates.ts';
import { decodeText } from '../encoding.ts';
import { writeMailText } from '../mail/body.ts';
import { readHeaders } from '../mail/headers.ts';
import { findOddHeaders } from '../mail/odd-headers.ts';
import type { RawHeader } from '../mail/parts.ts';
import { remoteResources } from '../mail/remote.ts';
import { openRtf } from '../mail/rtf-body.ts';
import { type Child, problemsBy, type Reader, type Report, type Source } from '../reader.ts';

const problem = problemsBy('documents/msg');

/** The package is CommonJS whose types describe an ES module: the class lies one `default` deeper than they say. */
const MsgReader = ((msgReaderPackage as unknown as { default?: unknown }).default ??
  msgReaderPackage) as typeof import('@kenjiuno/msgreader').default;
type Message = InstanceType<typeof MsgReader>;

/** Outlook messages: the same text as of any mail; attachments and enclosed messages become documents of their own. */
export const msg: Reader = {
  name: 'msg',
  mediaTypes: ['application/vnd.ms-outlook'],
  extensions: ['.msg', '.oft'],
  read: async (source) => {
    const { message, fields } = open(source);
    const headers = readHeaders(headersOf(fields));
    const { html, plain, problems, encoding } = bodiesOf(fields, source);
    const rtf = plain || html ? null : openRtf(fields.compressedRtf);
    const written = writeMailText(headers, [
      { plain: plain ? { text: plain, place: 'body' } : null, html: html ? { text: html, place: 'body' } : null },
    ]);
    const attachments = fields.attachments ?? [];
    const remote = html ? remoteResources(html) : null;
    return {
      text: written.text,
      blocks: written.blocks,
      ...(encoding ? { encoding } : {}),
      problems: [...written.problems, ...problems, ...findOddHeaders(headers.all), ...sealed(fields)],
      metadata: {
        title: headers.first('subject'),
        author: headers.first('from'),
        published: toEdtf(headers.first('date') ?? ''),
        fields: { ...headers.fields, ...(remote ? { 'remote-resources': remote } : {}), ...appointmentOf(fields) },
      },
      ...(attachments.length > 0 || rtf
        ? { children: (report) => childrenOf({ message, attachments, rtf }, source.budget, report) }
        : {}),
    };
  },
};

/** Strings of old messages are in a code page that the message names; a person's word goes before it. */
function open({ bytes, encoding }: Source): { readonly message: Message; readonly fields: FieldsData } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const told = encoding?.by === 'person' ? encoding.label : null;
  const parse = (ansiEncoding: string | null) => {
    const message = new MsgReader(view);
    if (ansiEncoding) message.parserConfig = { ansiEncoding };
    const fields = message.getFileData();
    if (fields.error || fields.dataType !== 'msg') throw new Error(fields.error ?? 'it holds no message');
    return { message, fields };
  };
  const first = parse(told);
  const codepage = told ? null : (first.fields.messageCodepage ?? first.fields.internetCodepage ?? null);
  return codepage && codepage !== 1200 && codepage !== 65001 && codepage !== 20127 && codepage !== 1252
    ? parseOr(first, () => parse(`cp${codepage}`))
    : first;
}

/** A code page that nobody knows leaves the message as it was read first. */
function parseOr<T>(first: T, again: () => T): T {
  try {
    return again();
  } catch {
    return first;
  }
}

/** Headers as they came over the wire; for what was never sent (drafts, notes), the fields that stand for them. */
function headersOf(fields: FieldsData): RawHeader[] {
  const wire = (fields.headers ?? '')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon).trim();
      return colon > 0 && /^[\w-]+$/.test(name)
        ? [{ key: name.toLowerCase(), originalKey: name, value: line.slice(colon + 1).trim() }]
        : [];
    });
  const recipients = (type: 'to' | 'cc' | 'bcc'): string =>
    (fields.recipients ?? [])
      .filter(({ recipType = 'to' }) => recipType === type)
      .map(({ name, smtpAddress, email }) => mailbox(name, smtpAddress ?? email))
      .join(', ');
  const made: readonly (readonly [string, string | undefined])[] = [
    ['From', mailbox(fields.senderName, fields.senderSmtpAddress ?? fields.creatorSMTPAddress ?? fields.senderEmail)],
    ['To', recipients('to')],
    ['Cc', recipients('cc')],
    ['Bcc', recipients('bcc')],
    ['Date', fields.clientSubmitTime ?? fields.messageDeliveryTime ?? fields.creationTime],
    ['Subject', fields.subject],
    ['Message-ID', fields.messageId],
  ];
  const known = new Set(wire.map(({ key }) => key));
  const missing = made.flatMap(([name, value]) =>
    value && !known.has(name.toLowerCase()) ? [{ key: name.toLowerCase(), originalKey: name, value }] : [],
  );
  return [...wire, ...missing];
}

const mailbox = (name: string | undefined, address: string | undefined): string =>
  [name && name !== address ? name : '', address ? (name && name !== address ? `<${address}>` : address) : '']
    .filter((part) => part !== '')
    .join(' ');

function bodiesOf(fields: FieldsData, { budget, encoding }: Source) {
  const plain = fields.body?.trim() ? fields.body : null;
  const asText = fields.bodyHtml?.trim() ? fields.bodyHtml : null;
  if (asText || !fields.html?.length) return { plain, html: asText, problems: [] as Problem[], encoding: null };
  const label =
    encoding?.by === 'person' ? encoding.label : fields.internetCodepage ? labelOf(fields.internetCodepage) : null;
  const word = label ? { label, by: encoding?.by === 'person' ? ('person' as const) : ('container' as const) } : null;
  const decoded = decodeText(fields.html, { encoding: word, maxChars: budget.textLeft() });
  return {
    plain,
    html: decoded.text,
    problems: decoded.problems.map(({ span: _, ...rest }) => rest),
    encoding: decoded.encoding,
  };
}

const LABELS: Readonly<Record<number, string>> = {
  65001: 'utf-8',
  20866: 'koi8-r',
  21866: 'koi8-u',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  54936: 'gb18030',
  50220: 'iso-2022-jp',
  51932: 'euc-jp',
  866: 'ibm866',
  20127: 'utf-8',
};

const labelOf = (codepage: number): string =>
  LABELS[codepage] ?? (codepage >= 28591 && codepage <= 28606 ? `iso-8859-${codepage - 28590}` : `windows-${codepage}`);

/** Messages under a cipher keep their text in an attachment that only a mail program with the key opens. */
const sealed = ({ messageClass }: FieldsData): Problem[] =>
  /^IPM\.Note\.SMIME$/i.test(messageClass ?? '')
    ? [
        problem(
          'encrypted',
          'warning',
          'The message is encrypted (S/MIME); open it in the mail program that has the key, save it without encryption and add that.',
        ),
      ]
    : [];

const appointmentOf = ({
  messageClass,
  apptStartWhole,
  apptEndWhole,
  apptLocation,
}: FieldsData): Record<string, string> =>
  Object.fromEntries(
    (
      [
        ['message-class', messageClass],
        ['appointment-start', apptStartWhole],
        ['appointment-end', apptEndWhole],
        ['appointment-place', apptLocation],
      ] as const
    ).flatMap(([key, value]) => (value && value !== 'IPM.Note' ? [[key, value] as const] : [])),
  );

interface Enclosed {
  readonly message: Message;
  readonly attachments: readonly FieldsData[];
  readonly rtf: Uint8Array | null;
}

async function* childrenOf(
  { message, attachments, rtf }: Enclosed,
  budget: Budget,
  report: Report,
): AsyncGenerator<Child> {
  if (rtf && budget.takeUnpacked(rtf.length)) yield { name: 'body.rtf', place: 'body', bytes: rtf };
  for (const [i, attachment] of attachments.entries()) {
    const place = `attachment ${i + 1}`;
    try {
      const { fileName, content } = message.getAttachment(attachment);
      const name = fileName || attachment.name || `attachment-${i + 1}${attachment.extension ?? ''}`;
      if (!budget.takeUnpacked(content.length)) return;
      yield {
        name: attachment.innerMsgContent && !/\.msg$/i.test(name) ? `${name}.msg` : name,
        place: `${place} (${name})`,
        bytes: content,
      };
    } catch (error) {
      const detail = `${place} (${attachment.fileName ?? 'unnamed'}) cannot be taken out: ${error instanceof Error ? error.message : error}.`;
      report(problem('archive-entry-refused', 'warning', detail));
    }
  }
}
