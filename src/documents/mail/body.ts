import { parse } from 'parse5';
import type { Block, Problem } from '../../model/index.ts';
import { writeBlocks } from '../html/blocks.ts';
import { createTextBuilder } from '../text-builder.ts';
import type { MailHeaders } from './headers.ts';

interface MailText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

/** The body as plain text and as a page; `null` for what the message does not have. */
export interface MailBodies {
  readonly plain: string | null;
  readonly html: string | null;
}

/** The text of a message: its headers as they are, an empty line, the body. */
export function writeMailText(headers: MailHeaders, bodies: MailBodies): MailText {
  const blocks: Block[] = [];
  let text = '';
  for (const { name, value } of headers.shown) {
    const line = `${name}: ${value}`;
    blocks.push({
      span: { start: text.length, end: text.length + line.length },
      kind: 'paragraph',
      place: `header ${name}`,
    });
    text += `${line}\n`;
  }
  if (text !== '') text += '\n';
  const body = readBody(bodies);
  const start = text.length;
  const move = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: span.start + start,
    end: span.end + start,
  });
  return {
    text: text + body.text,
    blocks: [...blocks, ...body.blocks.map((block) => ({ ...block, span: move(block.span) }))],
    problems: body.problems.map((problem) => (problem.span ? { ...problem, span: move(problem.span) } : problem)),
  };
}

/** The plain body, unless it is but a stub beside a page that says more. */
function readBody({ plain, html }: MailBodies): MailText {
  const rendered = html === null ? null : renderHtml(html);
  const plainLength = plain?.trim().length ?? 0;
  if (plain !== null && plainLength > 0 && (!rendered || rendered.text.length < 2 * plainLength + 200))
    return readPlain(plain);
  return rendered ?? readPlain(plain ?? '');
}

function renderHtml(html: string): MailText {
  const builder = createTextBuilder();
  const problems = writeBlocks(parse(html, { scriptingEnabled: false }), builder);
  return { ...builder.finish(), problems };
}

/** Quoted lines and the signature are told apart; the rest is for `segment` to divide. */
function readPlain(raw: string): MailText {
  const text = raw.replace(/\r\n?/g, '\n').trimEnd();
  const blocks: Block[] = [];
  let at = 0;
  let signature = -1;
  for (const line of text.split('\n')) {
    const end = at + line.length;
    const last = blocks.at(-1);
    if (signature < 0 && /^-- ?$/.test(line)) signature = at;
    else if (signature < 0 && line.startsWith('>')) {
      if (last && last.span.end === at - 1)
        blocks[blocks.length - 1] = { ...last, span: { start: last.span.start, end } };
      else blocks.push({ span: { start: at, end }, kind: 'quotation' });
    }
    at = end + 1;
  }
  if (signature >= 0)
    blocks.push({ span: { start: signature, end: text.length }, kind: 'boilerplate', place: 'signature' });
  return { text, blocks, problems: [] };
}
