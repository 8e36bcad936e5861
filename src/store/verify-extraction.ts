import { type Claim, type Document, type Extraction, SELF, type Span } from '../model/index.ts';
import type { Findings, Verified } from './verify-report.ts';

interface Spanned extends Span {
  readonly id?: string;
}

/** Every quotation is the text under its span, every span inside its text, every id unique, every pointer points at something. */
export function verifyExtraction(document: Document, extraction: Extraction, findings: Findings): void {
  const { passages, mentions, literals, claims, cues, leads = [] } = extraction;
  const { text } = document;
  for (const passage of passages) {
    verifyInside('passage', passage, { start: 0, end: text.length }, findings);
    for (const sentence of passage.sentences)
      verifyInside('passage', { ...sentence, id: passage.id }, passage, findings);
  }
  const quote = (record: Verified, id: string, span: Span, quotation: string): void => {
    findings.checked.quotations += 1;
    if (text.slice(span.start, span.end) !== quotation) {
      findings.fail(
        record,
        id,
        'misquoted',
        `it says ${shown(quotation)}, the text ${shown(text.slice(span.start, span.end))}`,
      );
    }
    verifyInside(record, { ...span, id }, { start: 0, end: text.length }, findings);
  };
  for (const mention of mentions) quote('mention', mention.id, mention, mention.text);
  for (const literal of literals) quote('literal', literal.id, literal, literal.text);
  for (const claim of claims) quote('claim', claim.id, claim, claim.quotation);
  for (const lead of leads) quote('lead', lead.id, lead, lead.quotation);
  for (const cue of cues) quote('cue', `${document.id}:${cue.start}`, cue, cue.text);
  findings.checked.claims += claims.length;
  const known = {
    mentions: verifyUnique('mention', mentions, findings),
    claims: verifyUnique('claim', claims, findings),
  };
  verifyUnique('passage', passages, findings);
  verifyUnique('literal', literals, findings);
  verifyPointers(extraction, known, findings);
  for (const claim of claims) verifyCues(claim, text.length, findings);
}

function verifyPointers(
  { document, mentions, claims, cues }: Extraction,
  known: { readonly mentions: ReadonlySet<string>; readonly claims: ReadonlySet<string> },
  findings: Findings,
): void {
  const point = (
    record: Verified,
    id: string,
    role: string,
    targets: readonly string[],
    among: ReadonlySet<string>,
  ) => {
    for (const target of targets) {
      if (!among.has(target)) findings.fail(record, id, 'dangling', `its ${role} ${target} is not in its document`);
    }
  };
  for (const { id, sameAs } of mentions) if (sameAs !== null) point('mention', id, 'sameAs', [sameAs], known.mentions);
  for (const { id, subject, object, theme, place, attribution } of claims) {
    for (const [role, targets] of Object.entries({ subject, object, theme, place })) {
      point('claim', id, role, targets, known.mentions);
    }
    const speakers = attribution.flatMap(({ sources }) => sources).filter((source) => source !== SELF);
    point('claim', id, 'attribution', speakers, known.mentions);
  }
  for (const cue of cues) point('cue', `${document}:${cue.start}`, 'claim', cue.claims, known.claims);
}

function verifyCues(claim: Claim, length: number, findings: Findings): void {
  for (const { cue } of claim.attribution) {
    if (cue) verifyInside('claim', { ...cue, id: claim.id }, { start: 0, end: length }, findings);
  }
}

function verifyInside(record: Verified, { id = '', start, end }: Spanned, outer: Span, findings: Findings): void {
  if (Number.isInteger(start) && Number.isInteger(end) && outer.start <= start && start <= end && end <= outer.end)
    return;
  findings.fail(record, id, 'outside', `[${start}, ${end}) is not inside [${outer.start}, ${outer.end})`);
}

function verifyUnique(
  record: Verified,
  records: readonly { readonly id: string }[],
  findings: Findings,
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id)) findings.fail(record, id, 'repeated', 'two records of its document have this id');
    seen.add(id);
  }
  return seen;
}

const shown = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
