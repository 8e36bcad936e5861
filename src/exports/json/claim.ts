import { type Claim, type Document, SELF, type Span, type Time, type Value } from '../../model/index.ts';
import { recognitionOf, type Where } from '../../text/index.ts';
import { type CaseLookup, entitiesOf } from '../case-lookup.ts';

/** Who a claim speaks of or through: one id, a list of them, or none. */
type Ids = string | readonly string[] | null;

const oneOrMany = (ids: readonly string[]): Ids =>
  ids.length === 0 ? null : ids.length === 1 ? (ids[0] ?? null) : ids;

export const writeIds = (mentions: readonly string[], lookup: CaseLookup): Ids =>
  oneOrMany(entitiesOf(mentions, lookup));

export function writeValue(value: Value | null) {
  if (value === null) return null;
  const { number, unit, op, currency, si, converted } = value;
  return {
    number: Number(number),
    decimal: number,
    unit,
    op,
    ...(currency === undefined ? {} : { currency }),
    ...(si === undefined ? {} : { si: { number: Number(si.number), unit: si.unit } }),
    ...(converted === undefined
      ? {}
      : { converted: { number: Number(converted.number), currency: converted.currency, op: converted.op } }),
  };
}

export const writeTime = (time: Time | null) =>
  time === null ? null : { text: time.text, iso: time.edtf, precision: time.precision };

/** The chain as entity ids, outermost first: `"@doc"` is the text itself, a list is sources in parallel. */
export function writeAttribution(claim: Claim, lookup: CaseLookup): (string | readonly string[])[] {
  const links = claim.attribution.flatMap((link) => {
    const ids = [...new Set(link.sources.map((id) => (id === SELF ? SELF : (lookup.entityOf.get(id)?.id ?? id))))];
    const chain = oneOrMany(ids);
    return chain === null ? [] : [chain];
  });
  return links[0] === SELF ? links : [SELF, ...links];
}

/** The document of a claim, with its places. */
export interface ClaimHome {
  readonly document: Document;
  readonly whereIs: (span: Span) => Where;
}

export function writeClaim(claim: Claim, { document, whereIs }: ClaimHome, lookup: CaseLookup) {
  return {
    id: claim.id,
    start: claim.start,
    end: claim.end,
    quote: claim.quotation,
    where: whereIs(claim),
    recognition: recognitionOf(document, claim),
    subject: writeIds(claim.subject, lookup),
    predicate: claim.predicate,
    object: writeIds(claim.object, lookup),
    theme: writeIds(claim.theme, lookup),
    value: writeValue(claim.value),
    time: writeTime(claim.time),
    place: writeIds(claim.place, lookup),
    polarity: claim.polarity,
    modality: claim.modality,
    attribution: writeAttribution(claim, lookup),
    attribution_basis: claim.attribution.some((link) => link.basis === 'context') ? 'context' : 'sentence',
    attribution_links: claim.attribution,
    origin: lookup.view.weighing.originOf[claim.id] ?? null,
    finding: lookup.findingOf.get(claim.id)?.id ?? null,
    mentions: { subject: claim.subject, object: claim.object, theme: claim.theme, place: claim.place },
    by: claim.by,
    review: claim.review,
  };
}
