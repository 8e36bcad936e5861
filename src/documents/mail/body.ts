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

/** The plain form, and what the page says beyond it; the page alone where it says all that the plain form says. */
function readBody({ plain, html }: MailBody): MailText {
  const rendered = html === null ? null : renderHtml(html.text, html.place);
  const text = plain === null ? null : readPlain(plain.text, plain.place);
  if (!rendered || rendered.text === '') return text ?? { text: '', blocks: [], problems: [] };
  if (!text || text.text === '') return rendered;
  const isLonger = rendered.text.length >= 2 * text.text.length + 200;
  if (isLonger && essence(rendered.text).includes(essence(text.text))) return rendered;
  return withWhatDiffers(text, rendered);
}

/** Letters and digits alone, without addresses: two forms of one message differ in all the rest. */
const essence = (text: string): string =>
  text
    .replace(/[<[(]?https?:\/\/[^\s>\])]+[>\])]?/gi, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Comparing every block with a text costs their product; beyond this (code units) the page is taken as a whole. */
const MOST_COMPARED = 200_000_000;

/** The blocks of the page that are not in the plain form follow it. */
function withWhatDiffers(plain: MailText, page: MailText): MailText {
  const known = essence(plain.text);
  const blocks = [...plain.blocks];
  const isCompared = known.length * page.blocks.length < MOST_COMPARED;
  let { text } = plain;
  for (const block of page.blocks) {
    const own = page.text.slice(block.span.start, block.span.end);
    const words = essence(own);
    if (words === '' || (isCompared && known.includes(words))) continue;
    text += text.endsWith('\n') ? '\n' : '\n\n';
    const { spanned: _, ...rest } = block;
    blocks.push({ ...rest, span: { start: text.length, end: text.length + own.length } });
    text += own;
  }
  // Their spans count in the page.
  const problems = page.problems.map(({ span: _, ...rest }) => rest);
  return { text, blocks, problems: [...plain.problems, ...problems] };
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

/** The marks of quotation in front of a line; each stands for one message that quotes another. */
const QUOTED = /^>(?: ?>){0,30} ?/;

/**
 * Quoted lines and the signature are told apart; the rest has its place and is for `segment` to divide. A quoted stretch is
 * one text: its marks become the depth of its block.
 */
function readPlain(raw: string, place: string): MailText {
  const lines = raw
    .replace(/\r\n?/g, '\n')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const marks = QUOTED.exec(line)?.[0] ?? '';
      return { line: line.slice(marks.length), depth: marks.replaceAll(' ', '').length };
    });
  const text = lines.map(({ line }) => line).join('\n');
  const blocks: Block[] = [];
  let at = 0;
  const push = (kind: Block['kind'], end: number, depth: number): void => {
    const last = blocks.at(-1);
    if (last?.kind === kind && (last.depth ?? 0) === depth)
      blocks[blocks.length - 1] = { ...last, span: { start: last.span.start, end } };
    else blocks.push({ span: { start: at, end }, kind, place, ...(depth > 0 ? { depth } : {}) });
  };
  for (const { line, depth } of lines) {
    const end = at + line.length;
    if (depth === 0 && /^-- ?$/.test(line)) {
      blocks.push({ span: { start: at, end: text.length }, kind: 'boilerplate', place: `${place}, signature` });
      break;
    }
    if (line.trim() !== '') push(depth > 0 ? 'quotation' : 'paragraph', end, depth);
    at = end + 1;
  }
  return { text, blocks, problems: [] };
}
