import type { Document, Lexicons, Passage, Span } from '../model/index.ts';
import { contentId, type SentenceRules, sentenceRules, splitSentences, trimSpan } from '../text/index.ts';
import type { Draft } from './draft.ts';
import { tellApart } from './furniture.ts';
import { bodyStart, layOut } from './layout.ts';
import { wordingOf } from './wording.ts';

/** A table row up to this length (code units) is one sentence. */
const ROW_SENTENCE = 400;

const BLANK_LINE = /\n[ \t]*\n/;

/**
 * Passages of a document in text order: the reader's blocks where it gave structure, the layout of the plain text elsewhere.
 * They do not overlap and together hold every visible character. Page furniture, small print and lists of sources become
 * `boilerplate`, readers' comments `comment`. Sentences begin after a list marker. Never throws.
 */
export function segment(document: Document, lexicons: Lexicons): Passage[] {
  const { text } = document;
  const rules = sentenceRules(lexicons, document.language);
  const drafts = tellApart(text, draftPassages(document, rules), wordingOf(lexicons));
  return drafts.map((draft) => ({
    id: contentId('p', document.id, draft.start, draft.end, draft.kind),
    start: draft.start,
    end: draft.end,
    kind: draft.kind,
    place: draft.place,
    sentences: sentencesOf(text, draft, rules),
  }));
}

function draftPassages(document: Document, rules: SentenceRules): Draft[] {
  const { text, blocks } = document;
  const drafts: Draft[] = [];
  let at = 0;
  for (const block of [...blocks].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const span = trimSpan(text, { start: Math.max(at, block.span.start), end: Math.min(block.span.end, text.length) });
    if (span.start >= span.end) continue;
    for (const draft of layOut(text, { start: at, end: span.start }, rules)) drafts.push(draft);
    if (block.kind === 'paragraph' && BLANK_LINE.test(text.slice(span.start, span.end))) {
      // Plain text that has a place but no structure of its own: a part of a mail.
      for (const draft of layOut(text, span, rules)) drafts.push({ ...draft, place: block.place ?? '' });
      at = span.end;
      continue;
    }
    const body = block.kind === 'list-item' || block.kind === 'quotation' ? bodyStart(text, span, rules) : span.start;
    drafts.push({ ...span, kind: block.kind, place: block.place ?? '', body });
    at = span.end;
  }
  for (const draft of layOut(text, { start: at, end: text.length }, rules)) drafts.push(draft);
  return drafts;
}

function sentencesOf(text: string, draft: Draft, rules: SentenceRules): Span[] {
  if (draft.kind === 'table-row' && draft.end - draft.start <= ROW_SENTENCE)
    return [{ start: draft.start, end: draft.end }];
  return splitSentences(text, { start: draft.body, end: draft.end }, rules);
}
