import type { Claim, Decision, Document, Extraction, Mention, Occurrence } from '../../src/model/index.ts';
import type { DocumentCommit } from '../../src/store/index.ts';
import { contentId, sha256 } from '../../src/text/index.ts';

/** Invented records for store tests: a sentence, who is named in it, and one claim resting on it. */
export const SENTENCE = 'Marvik Trading sold 40 pumps, according to Ostrel.';

export function sampleDocument(text: string, change: Partial<Document> = {}): Document {
  const id = sha256(text);
  return {
    id,
    name: `${id.slice(0, 8)}.txt`,
    mediaType: 'text/plain',
    size: Buffer.byteLength(text),
    text,
    textHash: sha256(text),
    language: 'en',
    encoding: 'utf-8',
    metadata: { title: null, author: null, publisher: null, published: null, url: null, fields: {} },
    pages: [],
    blocks: [],
    parent: null,
    status: 'parsed',
    problems: [],
    reader: 'text/1',
    ...change,
  };
}

export function sampleOccurrence(document: string, path: string, change: Partial<Occurrence> = {}): Occurrence {
  const place = { container: null, place: '', ...change };
  const id = contentId('o', document, path, place.container, place.place);
  return { id, document, path, addedAt: '2031-05-04T10:00:00.000Z', ...place };
}

function sampleMention(document: Document, text: string): Mention {
  const start = document.text.indexOf(text);
  const end = start + text.length;
  const by = { rule: 'mentions/sample' };
  const id = contentId('m', document.id, start, end);
  return { id, start, end, text, type: 'Company', named: true, typeScore: 1, sameAs: null, identifiers: {}, by };
}

/** An extraction of a text that begins with `SENTENCE`. */
export function sampleExtraction(document: Document, engine = 'sample/1'): Extraction {
  const seller = sampleMention(document, 'Marvik Trading');
  const speaker = sampleMention(document, 'Ostrel');
  const sentence = { start: 0, end: SENTENCE.length };
  const claim: Claim = {
    id: contentId('c', document.id, 0, 'sold'),
    ...sentence,
    quotation: SENTENCE,
    subject: [seller.id],
    predicate: 'sold',
    object: [],
    theme: [],
    value: { number: '40', unit: 'pumps', op: '=' },
    time: null,
    place: [],
    polarity: 'positive',
    modality: 'reported',
    attribution: [
      { kind: 'publication', sources: ['@doc'], cue: null, basis: 'sentence' },
      { kind: 'unspecified', sources: [speaker.id], cue: { start: 30, end: 42 }, basis: 'sentence' },
    ],
    by: { rule: 'claims/sample' },
    review: 'proposed',
  };
  return {
    document: document.id,
    engine,
    passages: [
      { id: contentId('p', document.id, 0), ...sentence, kind: 'paragraph', place: '', sentences: [sentence] },
    ],
    mentions: [seller, speaker],
    literals: [
      {
        id: contentId('l', document.id, 20),
        start: 20,
        end: 28,
        text: '40 pumps',
        kind: 'count',
        norm: '40 pumps',
        by: { rule: 'mentions/sample' },
      },
    ],
    claims: [claim],
    cues: [{ kind: 'attribution', start: 30, end: 42, text: 'according to', claims: [claim.id] }],
    leads: [],
  };
}

export function sampleCommit(text: string, path: string, change: Partial<Document> = {}): DocumentCommit {
  const document = sampleDocument(text, change);
  return {
    document,
    occurrences: [sampleOccurrence(document.id, path)],
    extraction: sampleExtraction(document),
    bytes: Buffer.from(text),
  };
}

/** `count` different documents, numbered from `first`. */
export function sampleBatch(count: number, first = 0): DocumentCommit[] {
  return Array.from({ length: count }, (_, index) => {
    const n = first + index;
    return sampleCommit(`${SENTENCE} Note ${n}.`, `pile/note-${n}.txt`);
  });
}

export function sampleDecision(document: Document, who: string): Decision {
  const claim = { document: document.id, start: 0, end: SENTENCE.length, surface: SENTENCE, predicate: 'sold' };
  const when = '2031-05-04T11:00:00.000Z';
  return { id: contentId('d', who, document.id), who, when, comment: '', content: { kind: 'accept-claim', claim } };
}
