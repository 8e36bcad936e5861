import type { Problem } from '../../model/index.ts';
import { decodeText } from '../encoding.ts';
import { problemsBy } from '../reader.ts';
import type { MailPart } from './parts.ts';

const problem = problemsBy('documents/eml');

export interface PartText {
  readonly text: string;
  readonly encoding: string;
  readonly problems: readonly Problem[];
}

interface Reading {
  /** A person's word on the encoding, over what the part declares. */
  readonly encoding: string | null;
  readonly maxChars: number;
}

/** Text of a part: by a person's word, by what the part declares while that fits its bytes, else by a look at them. */
export function readPartText(part: MailPart, { encoding, maxChars }: Reading): PartText {
  const declared = part.parameters.charset ?? null;
  const label = encoding ?? declared ?? (part.type === 'text/html' ? charsetIn(part.bytes) : null);
  const word = label ? { label, by: encoding ? ('person' as const) : ('container' as const) } : null;
  const decoded = decodeText(part.bytes, { encoding: word, maxChars });
  const text = /^flowed$/i.test(part.parameters.format ?? '') ? unflow(decoded.text, part.parameters) : decoded.text;
  const problems = decoded.problems.map(({ span: _, ...rest }) => ({
    ...rest,
    detail: `Part ${part.number}: ${rest.detail}`,
  }));
  return { text, encoding: decoded.encoding, problems: [...problems, ...damageOf(part)] };
}

function charsetIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  return /<meta[^>]{0,300}charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}

/** RFC 3676: a line that ends in a space goes on in the next; the signature's separator does not. */
function unflow(text: string, parameters: Readonly<Record<string, string>>): string {
  const drops = /^yes$/i.test(parameters.delsp ?? '');
  const lines = text.split(/\r?\n/);
  const parts: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const quoted = line.startsWith('>');
    const own = line.startsWith(' ') ? line.slice(1) : line;
    if (parts.length > 0 && !(isOpen && !quoted)) parts.push('\n');
    isOpen = own.endsWith(' ') && own !== '-- ' && !quoted;
    parts.push(isOpen && drops ? own.slice(0, -1) : own);
  }
  return parts.join('');
}

const KNOWN_TRANSFER = ['', '7bit', '8bit', 'binary', 'base64', 'quoted-printable', '7-bit', '8-bit'];

/** Traces of a transfer encoding that is not what the part says, or that was cut. */
function damageOf(part: MailPart): Problem[] {
  const { transferEncoding, number, bytes } = part;
  if (!KNOWN_TRANSFER.includes(transferEncoding)) {
    const detail = `Part ${number} is packed as "${transferEncoding.slice(0, 40)}", which is not known; it was read as it is.`;
    return [problem('malformed', 'warning', detail)];
  }
  if (transferEncoding !== 'quoted-printable') return [];
  const sample = new TextDecoder('latin1').decode(bytes.subarray(0, 100_000));
  const broken = sample.match(/=(?:[^0-9A-F\r\n= ]|[0-9A-F][^0-9A-F])[^=]{0,20}/g)?.length ?? 0;
  return broken > 20
    ? [
        problem(
          'malformed',
          'note',
          `Part ${number} has ${broken} places that look like broken quoted-printable; they are kept as they are.`,
        ),
      ]
    : [];
}
