import type { Block, Cell, Line, Run } from '../dossier.ts';
import { escapeAttribute, escapeClipped, escapeText, languageAttribute, scriptAttribute } from './escape.ts';

const NAME_LIMIT = 300;
const QUOTATION_LIMIT = 1200;
/** Dates, short file names and numbers stay on one line. */
const UNBROKEN = 28;

/** Writes footnote references; each call leaves a place that the footnote links back to. */
export type Refer = (evidence: readonly string[]) => string;

export function writeRun(run: Run): string {
  switch (run.kind) {
    case 'text':
      return escapeText(run.text);
    case 'name': {
      const name = `<bdi${scriptAttribute(run.script)}>${escapeClipped(run.text, NAME_LIMIT)}</bdi>`;
      return run.target === null ? name : `<a class="name" href="#${escapeAttribute(run.target)}">${name}</a>`;
    }
    case 'quote':
      return `<bdi${languageAttribute(run.language)}>${escapeClipped(run.text, QUOTATION_LIMIT)}</bdi>`;
    case 'datum':
      return `<bdi${run.text.length <= UNBROKEN && !/\s/.test(run.text) ? ' class="d"' : ''}>${escapeClipped(run.text, QUOTATION_LIMIT)}</bdi>`;
    case 'link':
      return `<a href="#${escapeAttribute(run.target)}">${escapeClipped(run.text, NAME_LIMIT)}</a>`;
    case 'tag':
      return `<span class="tag ${run.tone}">${escapeText(run.text)}</span>`;
    default:
      return run satisfies never;
  }
}

export const writeRuns = (runs: readonly Run[]): string => runs.map(writeRun).join('');

const writeLine = (line: Line, refer: Refer): string =>
  line.kind === 'founded' ? `${writeRuns(line.runs)}${refer(line.evidence)}` : writeRuns(line.runs);

function writeCell(cell: Cell, refer: Refer): string {
  if (cell.length === 1) return cell.map((line) => writeLine(line, refer)).join('');
  return cell.map((line) => `<p class="${line.kind}">${writeLine(line, refer)}</p>`).join('');
}

/** A block as HTML; `level` is the heading level that its cards and headings take. */
export function writeBlock(block: Block, level: 3 | 4 | 5, refer: Refer): string {
  switch (block.kind) {
    case 'line':
      return `<p class="${block.line.kind}">${writeLine(block.line, refer)}</p>\n`;
    case 'heading':
      return `<h${level}>${writeRuns(block.runs)}</h${level}>\n`;
    case 'list':
      return `<ul class="items">\n${block.items.map((item) => `<li>${writeCell(item, refer)}</li>\n`).join('')}</ul>\n`;
    case 'claim':
      return writeClaim(block, refer);
    case 'card':
      return writeCard(block, level, refer);
    case 'sides':
      return `<div class="sides">${block.sides.map((side) => writeSide(side, level, refer)).join('')}</div>\n`;
    case 'facts':
      return `<dl class="facts">\n${block.facts
        .map(({ term, cell }) => `<div><dt>${escapeText(term)}</dt><dd>${writeCell(cell, refer)}</dd></div>\n`)
        .join('')}</dl>\n`;
    case 'table':
      return writeTable(block, refer);
    default:
      return block satisfies never;
  }
}

const deeper = (level: 3 | 4 | 5): 4 | 5 => (level === 3 ? 4 : 5);

function writeCard(card: Extract<Block, { kind: 'card' }>, level: 3 | 4 | 5, refer: Refer): string {
  const id = escapeAttribute(card.id);
  const body = card.blocks.map((block) => writeBlock(block, deeper(level), refer)).join('');
  return `<article class="card" id="${id}" aria-labelledby="${id}-title">\n<h${level} id="${id}-title">${writeRuns(card.title)}</h${level}>\n${body}</article>\n`;
}

function writeSide(side: { title: string; blocks: readonly Block[] }, level: 3 | 4 | 5, refer: Refer): string {
  const body = side.blocks.map((block) => writeBlock(block, deeper(level), refer)).join('');
  return `<div class="side"><h${level}>${escapeText(side.title)}</h${level}>\n${body}</div>\n`;
}

function writeClaim({ line, quotation, tags }: Extract<Block, { kind: 'claim' }>, refer: Refer): string {
  const language = languageAttribute(quotation.language);
  return (
    `<div class="claim">\n<p>${writeLine(line, refer)} <span class="tags">${tags.map(writeRun).join(' ')}</span></p>\n` +
    `<blockquote dir="auto"${language}>${escapeClipped(quotation.text, QUOTATION_LIMIT)}</blockquote>\n</div>\n`
  );
}

/** A row reads as one sentence: what its first cells have cited is not cited again. */
function referOnce(refer: Refer): Refer {
  const cited = new Set<string>();
  return (evidence) => {
    const fresh = evidence.filter((key) => !cited.has(key));
    for (const key of fresh) cited.add(key);
    return refer(fresh);
  };
}

function writeTable({ caption, columns, rows }: Extract<Block, { kind: 'table' }>, refer: Refer): string {
  const head = columns.map((column) => `<th scope="col">${escapeClipped(column, NAME_LIMIT)}</th>`).join('');
  const body = rows.map((row) => {
    const [first = [], ...rest] = row;
    const once = referOnce(refer);
    const header = `<th scope="row">${writeCell(first, once)}</th>`;
    return `<tr>${header}${rest.map((cell) => `<td>${writeCell(cell, once)}</td>`).join('')}</tr>\n`;
  });
  return (
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeAttribute(caption)}">\n<table>\n<caption>${escapeText(caption)}</caption>\n` +
    `<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('')}</tbody>\n</table>\n</div>\n`
  );
}
