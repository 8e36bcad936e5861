import type { CaseView, Claim, Document, Span } from '../model/index.ts';
import { findPlaces, recognitionOf, type Where } from '../text/index.ts';
import { wordChain } from './attribution.ts';
import { type CaseLookup, isStanding, lookUpCase, nameOf, sortedDocuments } from './case-lookup.ts';
import type { Exporter } from './exporter.ts';

/**
 * What makes a spreadsheet take text for a formula: one of these signs, also in full width, at the start of a cell,
 * after white space, control and invisible characters too; and a cell that starts with a tab or carriage return.
 */
const FORMULA = /^(?:[\t\r]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** A cell after RFC 4180, always quoted; what could run as a formula gets an apostrophe in front. */
export function writeCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

interface Row {
  readonly claim: Claim;
  readonly document: Document;
  readonly lookup: CaseLookup;
  readonly whereIs: (span: Span) => Where;
}

const names = (mentions: readonly string[], { lookup }: Row): string =>
  [...new Set(mentions.map((mention) => nameOf(mention, lookup)))].join('; ');

const originOf = ({ claim, lookup }: Row) => lookup.origins.get(lookup.view.weighing.originOf[claim.id] ?? '');

function passageOf({ claim, document, lookup }: Row): string {
  const passage = lookup.extractions
    .get(document.id)
    ?.passages.find((one) => one.start <= claim.start && claim.start < one.end);
  return [passage?.kind ?? '', passage?.place ?? ''].filter((part) => part !== '').join(', ');
}

/** `page 2: 72 341 228 12`: left, top, width and height, in points, for a picture in pixels. */
const writeBox = ({ page, x, y, width, height }: Where['boxes'][number]): string =>
  `page ${page}: ${x} ${y} ${width} ${height}`;

const support = (row: Row, key: 'documents' | 'publisherOrigins' | 'upstreamOrigins'): string =>
  String(row.lookup.findingOf.get(row.claim.id)?.support[key] ?? '');

/** One line for each column: its name and what stands in it. */
export const COLUMNS: readonly (readonly [name: string, read: (row: Row) => string])[] = [
  ['claim', (row) => row.claim.id],
  ['document', (row) => row.document.name],
  ['document_sha256', (row) => row.document.id],
  ['published', (row) => row.document.metadata.published ?? ''],
  ['passage', passageOf],
  ['where', ({ claim, whereIs }) => whereIs(claim).words],
  ['page', ({ claim, whereIs }) => String(whereIs(claim).page ?? '')],
  ['cells', ({ claim, whereIs }) => whereIs(claim).cells.join('; ')],
  ['boxes', ({ claim, whereIs }) => whereIs(claim).boxes.map(writeBox).join('; ')],
  ['container', ({ claim, whereIs }) => whereIs(claim).container ?? ''],
  ['start', (row) => String(row.claim.start)],
  ['end', (row) => String(row.claim.end)],
  ['quotation', (row) => row.claim.quotation],
  ['recognition_confidence', ({ claim, document }) => String(recognitionOf(document, claim)?.confidence ?? '')],
  ['subject', (row) => names(row.claim.subject, row)],
  ['predicate', (row) => row.claim.predicate],
  ['object', (row) => names(row.claim.object, row)],
  ['theme', (row) => names(row.claim.theme, row)],
  ['value', (row) => row.claim.value?.number ?? ''],
  ['value_bound', (row) => row.claim.value?.op ?? ''],
  ['unit', (row) => row.claim.value?.unit ?? ''],
  ['currency', (row) => row.claim.value?.currency ?? ''],
  ['time', (row) => row.claim.time?.text ?? ''],
  ['time_edtf', (row) => row.claim.time?.edtf ?? ''],
  ['place', (row) => names(row.claim.place, row)],
  ['polarity', (row) => row.claim.polarity],
  ['modality', (row) => row.claim.modality],
  ['attribution', (row) => wordChain(row.claim, row.document, row.lookup)],
  ['publisher_origin', (row) => originOf(row)?.label ?? ''],
  ['finding', (row) => row.lookup.findingOf.get(row.claim.id)?.id ?? ''],
  ['finding_documents', (row) => support(row, 'documents')],
  ['finding_publisher_origins', (row) => support(row, 'publisherOrigins')],
  ['finding_upstream_origins', (row) => support(row, 'upstreamOrigins')],
  ['review', (row) => row.claim.review],
  ['rule', (row) => row.claim.by.rule],
];

/** The claims that stand as one table with a header line, in the order of documents and text. */
export function writeCsv(view: CaseView): string {
  const lookup = lookUpCase(view);
  const lines = [COLUMNS.map(([name]) => writeCell(name))];
  for (const document of sortedDocuments(lookup)) {
    const { claims = [], passages = [] } = lookup.extractions.get(document.id) ?? {};
    const whereIs = findPlaces(document, passages);
    for (const claim of claims.filter(isStanding)) {
      lines.push(COLUMNS.map(([, read]) => writeCell(read({ claim, document, lookup, whereIs }))));
    }
  }
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

export const csv: Exporter = {
  format: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  losses: [
    'One table of claims: entities, origins, contradictions, replies, open questions and decisions are left out, but for the names and counts that stand beside each claim.',
    'A cell that a spreadsheet could take for a formula gets an apostrophe in front; the exact quotation is in the JSON export.',
    'Chains of attribution and lists of names are words joined by ">" and ";".',
    'Claims that a person rejected are left out.',
  ],
  write: writeCsv,
};
