import { parse } from 'parse5';
import type { Block, Problem } from '../../model/index.ts';
import { writeBlocks } from '../html/blocks.ts';
import { tameFormatting } from '../html/tame-formatting.ts';
import { createTextBuilder } from '../text-builder.ts';
import type { MailHeaders } from './headers.ts';

export interface MailText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

/** One stretch of the body as plain text and as a page; `null` for what the message does not have, and where each lies. */
export interface MailBody {
  readonly plain: { readonly text: string; readonly place: string } | null;
  readonly html: { readonly text: string; readonly place: string } | null;
}

/** The text of a message: its headers as they are, an empty line, the body part by part. */
export function writeMailText(headers: MailHeaders, bodies: readonly MailBody[]): MailText {
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  let text = '';
  for (const { name, value } of headers.shown) {
    const line = `${name}: ${value}`;
    const span = { start: text.length, end: text.length + line.length };
    blocks.push({ span, kind: 'paragraph', place: `header ${name}` });
    text += `${line}\n`;
  }
  for (const body of bodies.map(readBody)) {
    if (body.text === '') continue;
    if (text !== '') text = `${text.trimEnd()}\n\n`;
    const start = text.length;
    const move = (span: Block['span']) => ({ start: span.start + start, end: span.end + start });
    blocks.push(...body.blocks.map((block) => ({ ...block, span: move(block.span) })));
    problems.push(...body.problems.map((found) => (found.span ? { ...found, span: move(found.span) } : found)));
    text += body.text;
  }
  return { text, blocks, problems };
}

/** The plain form, unless it is but a stub beside a page that says more. */
function readBody({ plain, html }: MailBody): MailText {
  const rendered = html === null ? null : renderHtml(html.text, html.place);
  const plainLength = plain?.text.trim().length ?? 0;
  if (plain !== null && plainLength > 0 && (!rendered || rendered.text.length < 2 * plainLength + 200))
    return readPlain(plain.text, plain.place);
  return rendered ?? readPlain(plain?.text ?? '', plain?.place ?? '');
}

function renderHtml(html: string, place: string): MailText {
  const builder = createTextBuilder();
  const problems = writeBlocks(parse(tameFormatting(html), { scriptingEnabled: false }), builder);
  const { text, blocks } = builder.finish();
  return {
    text,
    blocks: blocks.map((block) => ({ ...block, place: block.place ? `${place}, ${block.place}` : place })),
    problems,
  };
}

/** Quoted lines and the signature are told apart; the rest has its place and is for `segment` to divide. */
function readPlain(raw: string, place: string): MailText {
  const text = raw.replace(/\r\n?/g, '\n').trimEnd();
  const blocks: Block[] = [];
  let at = 0;
  const push = (kind: Block['kind'], end: number): void => {
    const last = blocks.at(-1);
    if (last?.kind === kind) blocks[blocks.length - 1] = { ...last, span: { start: last.span.start, end } };
    else blocks.push({ span: { start: at, end }, kind, place });
  };
  for (const line of text.split('\n')) {
    const end = at + line.length;
    if (/^-- ?$/.test(line)) {
      blocks.push({ span: { start: at, end: text.length }, kind: 'boilerplate', place: `${place}, signature` });
      break;
    }
    if (line.startsWith('>')) push('quotation', end);
    else if (line.trim() !== '') push('paragraph', end);
    at = end + 1;
  }
  return { text, blocks, problems: [] };
}
