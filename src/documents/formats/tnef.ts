import type { Budget } from '../budget.ts';
import { type Child, problemsBy, type Reader, type Report } from '../reader.ts';

const problem = problemsBy('documents/tnef');

const SIGNATURE = 0x223e9f78;
const SUBJECT = 0x8004;
const BODY = 0x800c;
const ATTACHMENT_STARTS = 0x9002;
const ATTACHMENT_NAME = 0x8010;
const ATTACHMENT_DATA = 0x800f;
const MESSAGE_PROPERTIES = 0x9003;

/** `winmail.dat`, in which Outlook hides attachments from every other program (MS-OXTNEF). */
export const tnef: Reader = {
  name: 'tnef',
  mediaTypes: ['application/vnd.ms-tnef'],
  extensions: ['.tnef'],
  read: async ({ bytes, budget }) => {
    const { attributes, isCut } = readAttributes(bytes);
    const last = (id: number): Uint8Array | undefined => attributes.findLast((attribute) => attribute.id === id)?.data;
    const text = toText(last(BODY));
    const attachments = attachmentsOf(attributes);
    const hasMore = text === '' && last(MESSAGE_PROPERTIES) !== undefined;
    return {
      text,
      metadata: { title: toText(last(SUBJECT)) || null },
      problems: [
        ...(isCut
          ? [problem('malformed', 'warning', 'The container is cut off or damaged; what came before was read.')]
          : []),
        ...(hasMore
          ? [
              problem(
                'malformed',
                'note',
                'The container holds formatted text in a form of its own, which is not read; the message around it mostly says the same.',
              ),
            ]
          : []),
      ],
      ...(attachments.length > 0 ? { children: (report) => give(attachments, budget, report) } : {}),
    };
  },
};

interface Attribute {
  readonly id: number;
  readonly data: Uint8Array;
}

function readAttributes(bytes: Uint8Array): { readonly attributes: readonly Attribute[]; readonly isCut: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 6 || view.getUint32(0, true) !== SIGNATURE)
    throw new Error('it lacks the signature of its format');
  const attributes: Attribute[] = [];
  let at = 6;
  // Level (1), id (2), type (2), length (4), data, checksum (2).
  while (at + 11 <= bytes.length) {
    const length = view.getUint32(at + 5, true);
    if (at + 9 + length + 2 > bytes.length) return { attributes, isCut: true };
    attributes.push({ id: view.getUint16(at + 1, true), data: bytes.subarray(at + 9, at + 9 + length) });
    at += 9 + length + 2;
  }
  return { attributes, isCut: at !== bytes.length };
}

function attachmentsOf(attributes: readonly Attribute[]): { name: string; data: Uint8Array | null }[] {
  const found: { name: string; data: Uint8Array | null }[] = [];
  for (const { id, data } of attributes) {
    if (id === ATTACHMENT_STARTS) found.push({ name: '', data: null });
    const open = found.at(-1);
    if (open && id === ATTACHMENT_NAME) open.name = toText(data);
    if (open && id === ATTACHMENT_DATA) open.data = data;
  }
  return found;
}

/** Strings are in the sender's code page, most of them ASCII, and end in NUL. */
function toText(data: Uint8Array | undefined): string {
  if (!data) return '';
  const end = data.indexOf(0);
  const raw = end < 0 ? data : data.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw).trim();
  } catch {
    return new TextDecoder('windows-1252').decode(raw).trim();
  }
}

async function* give(
  attachments: readonly { readonly name: string; readonly data: Uint8Array | null }[],
  budget: Budget,
  report: Report,
): AsyncGenerator<Child> {
  for (const [i, { name, data }] of attachments.entries()) {
    const place = `attachment ${i + 1} (${name || 'unnamed'})`;
    if (!data) report(problem('archive-entry-refused', 'warning', `${place} has no content that can be read.`));
    else if (!budget.takeUnpacked(data.length)) return;
    else yield { name: name || `attachment-${i + 1}`, place, bytes: data };
  }
}
