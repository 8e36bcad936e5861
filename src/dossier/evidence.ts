import { ClewError } from '../errors.ts';
import type { Document, Span } from '../model/index.ts';
import { recognitionOf, sha256, unitOf, wordBox } from '../text/index.ts';
import type { CaseIndex, ClaimPlace } from './case-index.ts';
import type { Footnote, Run } from './dossier.ts';
import { wordHit } from './hit-note.ts';
import { datum, text } from './runs.ts';
import { chainOf } from './speaker.ts';
import { wordStance } from './wording.ts';

/** Keys of footnotes. One claim, mention or decision has one footnote in the whole dossier. */
export const evidenceOf = (claim: string): string => `claim:${claim}`;
export const mentionEvidence = (mention: string): string => `mention:${mention}`;
export const decisionEvidence = (decision: string): string => `decision:${decision}`;
export const hitEvidence = (hit: string): string => `hit:${hit}`;

export function unfounded(message: string): ClewError {
  return new ClewError('dossier-unfounded', message, {
    hint: 'Run "clew verify" on the case; it names the first record that does not hold.',
  });
}

/** Throws `ClewError` `dossier-unfounded` when the case holds no such claim. */
export function requireClaim(id: string, index: CaseIndex): ClaimPlace {
  const place = index.claims.get(id);
  if (!place) throw unfounded(`The case refers to the claim ${id}, but holds no such claim.`);
  return place;
}

/** Characters shown on each side of a quotation, so that an editor sees it in its place. */
const CONTEXT = 90;

/** Checks each document's text against its hash once. */
export interface Verifier {
  readonly check: (document: Document, span: Span, exact: string, what: string) => void;
}

export function newVerifier(): Verifier {
  const hashed = new Map<string, boolean>();
  return {
    check: (document, { start, end }, exact, what) => {
      if (exact === '' || document.text.slice(start, end) !== exact) {
        throw unfounded(
          `The quotation of ${what} is not the text at ${start}-${end} of ${document.name}: "${exact.slice(0, 80)}".`,
        );
      }
      const holds = hashed.get(document.id) ?? sha256(document.text) === document.textHash;
      hashed.set(document.id, holds);
      if (!holds) throw unfounded(`The text of ${document.name} no longer matches its recorded hash.`);
    },
  };
}

/**
 * The footnote for a key, verified against the document's text.
 * Throws `ClewError` `dossier-unfounded` when the record is missing or its quotation is no longer the text under its span.
 */
export function writeFootnote(n: number, key: string, index: CaseIndex, verifier: Verifier): Footnote {
  const at = key.indexOf(':');
  const kind = key.slice(0, at);
  const id = key.slice(at + 1);
  if (kind === 'claim') return claimNote(n, id, index, verifier);
  if (kind === 'mention') return mentionNote(n, id, index, verifier);
  if (kind === 'hit') return hitNote(n, id, index, verifier);
  return decisionNote(n, id, index, verifier);
}

function claimNote(n: number, id: string, index: CaseIndex, verifier: Verifier): Footnote {
  const place = requireClaim(id, index);
  const { claim, document } = place;
  const { wording } = index;
  const details: Run[] = [
    text(' Said by: '),
    ...chainOf(place, index),
    text(`; read as ${wordStance(claim, wording)}; ${wording.label('review', claim.review)}`),
    text(claim.review === 'proposed' ? ` (rule ${claim.by.rule}).` : '.'),
  ];
  return note(n, evidenceOf(id), { document, span: claim, exact: claim.quotation, what: `claim ${id}` }, details, {
    index,
    verifier,
  });
}

function mentionNote(n: number, id: string, index: CaseIndex, verifier: Verifier): Footnote {
  const found = index.mentions.get(id);
  if (!found) throw unfounded(`The case refers to the mention ${id}, but holds no such mention.`);
  const { mention, document } = found;
  const details = [text(` Named here; rule ${mention.by.rule}.`)];
  return note(
    n,
    mentionEvidence(id),
    { document, span: mention, exact: mention.text, what: `mention ${id}` },
    details,
    {
      index,
      verifier,
    },
  );
}

function decisionNote(n: number, id: string, index: CaseIndex, verifier: Verifier): Footnote {
  const decision = index.view.decisions.find((state) => state.decision.id === id)?.decision;
  if (decision?.content.kind !== 'note-reply') throw unfounded(`The case holds no noted reply ${id}.`);
  const { party } = decision.content;
  const document = index.documents.get(party.document);
  if (!document) throw unfounded(`The noted reply ${id} is anchored on a document that the case does not hold.`);
  const details = [
    text(' The party is named here; the reply itself was noted by '),
    datum(decision.who),
    text(' on '),
    datum(decision.when),
    text(' and stands in no document.'),
  ];
  return note(n, decisionEvidence(id), { document, span: party, exact: party.surface, what: `reply ${id}` }, details, {
    index,
    verifier,
  });
}

/** A hit stands on two legs: where the case names the party, and the entry of a snapshot whose hash is given. */
function hitNote(n: number, id: string, index: CaseIndex, verifier: Verifier): Footnote {
  const hit = index.view.hits.find((one) => one.id === id);
  const place = index.entities.get(hit?.entity ?? '')?.mentions.find((mention) => index.mentions.has(mention));
  const found = place === undefined ? undefined : index.mentions.get(place);
  if (!hit || !found)
    throw unfounded(`The case refers to the hit ${id}, but holds no such hit or no mention under it.`);
  const { mention, document } = found;
  const details: Run[] = [text(' Named here. '), ...wordHit(hit, index)];
  return note(n, hitEvidence(id), { document, span: mention, exact: mention.text, what: `hit ${id}` }, details, {
    index,
    verifier,
  });
}

interface Anchored {
  readonly document: Document;
  readonly span: Span;
  readonly exact: string;
  readonly what: string;
}

function note(
  n: number,
  key: string,
  { document, span, exact, what }: Anchored,
  details: readonly Run[],
  { index, verifier }: { readonly index: CaseIndex; readonly verifier: Verifier },
): Footnote {
  verifier.check(document, span, exact, what);
  const { before, after } = contextOf(document, span, index);
  const source: Run[] = [
    datum(document.name),
    ...homeOf(document, index),
    text(', '),
    datum(placeOf(document, span, index)),
    text(`, characters ${span.start}–${span.end}, sha256 `),
    datum(document.id.slice(0, 12)),
    text('.'),
    ...details,
    ...doubtOf(document, span),
  ];
  return { n, key, before, exact, after, language: document.language, source };
}

/** What was read off a picture may be misread: the reader is told how sure the engine was, and where to look. */
function doubtOf(document: Document, span: Span): Run[] {
  const recognised = recognitionOf(document, span);
  if (!recognised) return [];
  const { confidence, page } = recognised;
  return [
    text(
      ` Read by text recognition, confidence ${confidence.toFixed(2)}: check the page image${document.pages.length > 1 ? ` (page ${page})` : ''}.`,
    ),
  ];
}

/** Where an attachment or a file of an archive was: ` (part 2 in letters.mbox)`. */
function homeOf({ parent }: Document, index: CaseIndex): Run[] {
  if (!parent) return [];
  const container = index.documents.get(parent.document)?.name ?? parent.document.slice(0, 12);
  return [text(' ('), datum(parent.place), text(' in '), datum(container), text(')')];
}

function placeOf(document: Document, span: Span, index: CaseIndex): string {
  const where = index.whereIs(document, span);
  const kind = index.passageAt(document.id, span)?.kind ?? 'paragraph';
  const box = wordBox(where, unitOf(document));
  return [
    where.words + (box === '' ? '' : ` (${box})`),
    ...(kind === 'paragraph' ? [] : [index.wording.label('passage', kind)]),
  ].join(', ');
}

/** What stands around the quotation in its passage, on one line, cut at white space. */
export function contextOf(document: Document, span: Span, index: CaseIndex): { before: string; after: string } {
  const passage = index.passageAt(document.id, span);
  const from = Math.max(passage?.start ?? 0, span.start - CONTEXT);
  const to = Math.min(Math.max(passage?.end ?? document.text.length, span.end), span.end + CONTEXT);
  const before = document.text.slice(from, span.start).replace(/\s+/g, ' ');
  const after = document.text.slice(span.end, to).replace(/\s+/g, ' ');
  const cutsLeft = from > (passage?.start ?? 0);
  const cutsRight = to < (passage?.end ?? document.text.length);
  return {
    before: cutsLeft ? `…${before.replace(/^\S{0,30}(?=\s)/u, '')}` : before,
    after: cutsRight ? `${after.replace(/(?<=\s)\S{0,30}$/u, '')}…` : after,
  };
}
