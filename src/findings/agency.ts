import type { Literal, Mention, Span } from '../model/index.ts';
import { gap, readEdtf } from './calendar.ts';
import { type ClaimEvidence, type DocumentEvidence, type Evidence, inside, passageAt } from './evidence.ts';
import { holdsWording } from './word-lists.ts';

/** The report that a document retells: the publication it credits in its lead, or for a good part of its claims. */
export interface RetoldReport {
  readonly publications: readonly string[];
  /** EDTF day on which the text says it was reported, if it does. */
  readonly date: string | null;
  readonly span: Span | null;
}

/** An earlier report that one sentence cites: "In March, the Courier reported that ...". */
export interface CitedReport {
  readonly publication: string;
  readonly date: string | null;
  readonly span: Span;
}

/** Characters at the start of an article in which a news text names the report it retells. */
const LEAD = 600;
/** Share of claims credited to a publication from which on it is what the text retells, if the lead is silent. */
const MUCH = 0.15;

export function isPublication(entity: string, evidence: Evidence): boolean {
  const known = evidence.entity(entity);
  return (
    known !== undefined && (known.type === 'Publication' || evidence.lists.agencies.has(known.canonical.toLowerCase()))
  );
}

/** The publication(s) a document retells and when they reported; empty when it speaks for itself. */
export function retoldReport(document: DocumentEvidence, evidence: Evidence): RetoldReport {
  const start = document.passages.find((passage) => passage.kind === 'paragraph')?.start ?? 0;
  const credited = new Map<string, number>();
  for (const claim of document.claims) {
    if (citedReport(claim, evidence) !== null) continue;
    for (const publication of creditedPublications(claim, evidence))
      credited.set(publication, (credited.get(publication) ?? 0) + 1);
  }
  const own = document.document.metadata.publisher?.toLowerCase();
  const publications: string[] = [];
  let first: Mention | null = null;
  for (const mention of document.mentions) {
    const entity = evidence.entityOfMention(mention.id);
    if (entity === undefined || !isPublication(entity, evidence) || mention.text.toLowerCase() === own) continue;
    const inLead =
      mention.start >= start &&
      mention.start < start + LEAD &&
      earlierCitation(document, mention, sentenceAt(document, mention), evidence) === null &&
      isCredited(document, mention, credited.has(entity), evidence);
    const much = (credited.get(entity) ?? 0) >= Math.max(2, document.claims.length * MUCH);
    if (!inLead && !much) continue;
    if (inLead && first === null) first = mention;
    if (!publications.includes(entity)) publications.push(entity);
  }
  const date = first === null ? null : nearbyDate(document, first, isTheseDays);
  return { publications: publications.sort(), date: date?.time?.edtf ?? null, span: first };
}

const isTheseDays = ({ time }: Literal): boolean => time?.precision === 'day' || time?.precision === 'week';

const creditedPublications = (claim: ClaimEvidence, evidence: Evidence): string[] =>
  claim.chain.flatMap((link) => link.entities).filter((entity) => isPublication(entity, evidence));

function isCredited(document: DocumentEvidence, mention: Mention, inChain: boolean, evidence: Evidence): boolean {
  return inChain || wordsAround(document, mention, 60).some((word) => evidence.lists.reportVerbs.has(word));
}

function wordsAround(document: DocumentEvidence, span: Span, reach: number): string[] {
  const text = document.document.text.slice(Math.max(0, span.start - reach), span.end + reach);
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** A date literal within a short reach of a mention: "on Thursday, the agency reported", "the agency reported in July". */
function nearbyDate(
  document: DocumentEvidence,
  mention: Span,
  fits: (literal: Literal) => boolean,
): Literal | undefined {
  const reach = { start: mention.start - 60, end: mention.end + 60 };
  return inside(document.literals, reach).find(
    (literal) =>
      literal.kind === 'date' && fits(literal) && literal.end > mention.start - 30 && literal.start < mention.end + 30,
  );
}

/** The earlier report that a claim's sentence cites, if any. */
export function citedReport(claim: ClaimEvidence, evidence: Evidence): CitedReport | null {
  const publications = new Set(creditedPublications(claim, evidence));
  if (publications.size === 0) return null;
  const { document, sentence } = claim;
  for (const mention of inside(document.mentions, sentence)) {
    const publication = evidence.entityOfMention(mention.id) ?? '';
    const cited = publications.has(publication) ? earlierCitation(document, mention, sentence, evidence) : null;
    if (cited !== null) return { publication, date: cited.date, span: sentence };
  }
  return null;
}

/**
 * Whether a publication is named for an earlier report, told apart from the report at hand by its own date ("In July, X reported",
 * "X reported in July"; a weekday is today's news), by wording ("earlier", "previously") or by being one of several ("an X report that").
 */
function earlierCitation(
  document: DocumentEvidence,
  mention: Mention,
  sentence: Span,
  evidence: Evidence,
): { readonly date: string | null } | null {
  const { lists } = evidence;
  const { text } = document.document;
  if (!wordsAround(document, mention, 30).some((word) => lists.reportVerbs.has(word))) return null;
  const dates = inside(document.literals, sentence).filter(({ kind }) => kind === 'date');
  const opening = dates.find(({ start }) => start < sentence.start + 12);
  const beside = dates.find(
    (literal) =>
      isEarlier(literal, document) &&
      ((literal === opening && literal.end <= mention.start && mention.start - literal.end < 6) ||
        (literal.start >= mention.end && /^[^,;.]{0,25}$/u.test(text.slice(mention.end, literal.start)))),
  );
  const around = text.slice(Math.max(sentence.start, mention.start - 30), Math.min(sentence.end, mention.end + 40));
  const oneOfSeveral = /(?:^|\s)(?:an?|another|one)\s+$/iu.test(text.slice(sentence.start, mention.start).slice(-40));
  if (beside === undefined && !oneOfSeveral && !holdsWording(around, lists.earlierReport)) return null;
  return { date: (beside ?? opening)?.time?.edtf ?? null };
}

function sentenceAt(document: DocumentEvidence, span: Span): Span {
  const passage = passageAt(document.passages, span.start);
  return passage?.sentences.find(({ start, end }) => start <= span.start && span.start < end) ?? passage ?? span;
}

/** A month or a season dates an earlier report; a day only when it lies well before the document itself. */
function isEarlier(literal: Literal, document: DocumentEvidence): boolean {
  if (!isTheseDays(literal)) return true;
  const published = readEdtf(document.document.metadata.published ?? '');
  const day = readEdtf(literal.time?.edtf ?? '');
  return published !== null && day !== null && gap(day, published) > 7;
}
