import type { Block, DocumentMetadata, PassageKind } from '../model/index.ts';
import { toEdtf } from './dates.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** What a leading `---` block of `key: value` lines says; lists and nested values stay as written. */
export function readFrontMatter(text: string): DocumentMetadata {
  const lines = (FRONT_MATTER.exec(text.slice(0, 20_000))?.[1] ?? '').split(/\r?\n/);
  const pairs = lines.flatMap((line): [string, string][] => {
    const found = /^([\w-]{1,60}):[ \t]+(\S.*)$/.exec(line);
    return found ? [[(found[1] ?? '').toLowerCase(), (found[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2')]] : [];
  });
  const fields = Object.fromEntries(pairs);
  const value = (...keys: readonly string[]): string | null => pairs.find(([key]) => keys.includes(key))?.[1] ?? null;
  const date = value('date', 'published');
  return {
    title: value('title'),
    author: value('author', 'authors', 'byline'),
    publisher: value('publisher', 'site', 'source'),
    published: date ? toEdtf(date) : null,
    url: value('url', 'canonical', 'link'),
    fields,
  };
}

interface Line {
  readonly start: number;
  readonly text: string;
}

interface Open {
  readonly kind: PassageKind;
  readonly start: number;
  end: number;
}

const RULES: readonly { readonly kind: PassageKind; readonly marker: RegExp; readonly joins: boolean }[] = [
  { kind: 'heading', marker: /^ {0,3}#{1,6}[ \t]+/, joins: false },
  { kind: 'list-item', marker: /^[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/, joins: true },
  { kind: 'quotation', marker: /^ {0,3}>[ \t]?/, joins: true },
  { kind: 'table-row', marker: /^[ \t]*\|[ \t]*/, joins: false },
];

const SEPARATOR_ROW = /^[ \t]*\|?[ \t:|-]*-[ \t:|-]*$/;

function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = [];
  for (const match of text.slice(from).matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (match[0] === '') break;
    lines.push({ start: from + match.index, text: match[0].replace(/[\r\n]+$/, '') });
  }
  return lines;
}

/** Headings, list items, block quotations, table rows and paragraphs of a Markdown text; their markers lie outside the spans. */
export function findMarkdownBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Open | null = null;
  let fence = '';
  const close = (): void => {
    if (open && open.end > open.start) blocks.push({ span: { start: open.start, end: open.end }, kind: open.kind });
    open = null;
  };
  const begin = (kind: PassageKind, line: Line, skipped: number): void => {
    close();
    const end = line.start + line.text.trimEnd().length;
    open = { kind, start: Math.min(line.start + skipped, end), end };
  };
  for (const line of linesOf(text, FRONT_MATTER.exec(text.slice(0, 20_000))?.[0].length ?? 0)) {
    const current = open as Open | null;
    const end = line.start + line.text.trimEnd().length;
    const mark = /^ {0,3}(```+|~~~+)/.exec(line.text)?.[1] ?? '';
    if (mark !== '' && (fence === '' || mark.startsWith(fence))) {
      fence = fence === '' ? mark : '';
      close();
    } else if (fence !== '') {
      if (current) current.end = end;
      else begin('paragraph', line, 0);
    } else if (line.text.trim() === '') {
      close();
    } else if (current?.kind === 'paragraph' && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line.text)) {
      open = { ...current, kind: 'heading' };
      close();
    } else if (/^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line.text)) {
      close();
    } else {
      const rule = RULES.find(({ marker }) => marker.test(line.text));
      const skipped = rule ? (rule.marker.exec(line.text)?.[0].length ?? 0) : 0;
      if (rule?.kind === 'table-row' && SEPARATOR_ROW.test(line.text)) close();
      else if (rule?.kind === 'quotation' && current?.kind === 'quotation') current.end = end;
      else if (rule) begin(rule.kind, line, skipped);
      else if (
        current &&
        (current.kind === 'paragraph' || RULES.some(({ kind, joins }) => joins && kind === current.kind))
      )
        current.end = end;
      else begin('paragraph', line, line.text.length - line.text.trimStart().length);
    }
  }
  close();
  return blocks;
}
