import { findLiterals } from '../../src/mentions/literals/index.ts';
import type { Document, Literal, LiteralKind } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';

export interface Setting {
  readonly language?: string;
  /** EDTF date of the document's own metadata. */
  readonly published?: string | null;
}

/** A parsed plain-text document that holds `text` and nothing else. */
export function textDocument(text: string, { language = 'en', published = null }: Setting = {}): Document {
  return {
    id: 'd'.repeat(64),
    name: 'note.txt',
    mediaType: 'text/plain',
    size: text.length,
    text,
    textHash: '0'.repeat(64),
    language,
    encoding: 'utf-8',
    metadata: { title: null, author: null, publisher: null, published, url: null, fields: {} },
    pages: [],
    blocks: [],
    parent: null,
    status: 'parsed',
    problems: [],
    reader: 'txt/1',
  };
}

/** The literals of a text read whole. */
export function literalsIn(text: string, setting: Setting = {}): Literal[] {
  return findLiterals(textDocument(text, setting), [], loadLexicons());
}

/** The literals of some kinds as `text = norm`, in text order: what the tables of the tests compare. */
export function shortForms(text: string, kinds: readonly LiteralKind[], setting: Setting = {}): string[] {
  return literalsIn(text, setting)
    .filter(({ kind }) => kinds.includes(kind))
    .map((literal) => `${literal.text} = ${literal.norm}`);
}
