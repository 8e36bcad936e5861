import {
  type AttributionLink,
  type Claim,
  type Document,
  type Entity,
  type Extraction,
  type Literal,
  type Mention,
  type Passage,
  type PassageKind,
  SELF,
  type Span,
} from '../model/index.ts';
import type { WeighingInput } from './input.ts';
import type { PredicateRule, Slot, WordLists } from './word-lists.ts';

/** A claim with its arguments resolved to entities and laid into the slots of its predicate's family. */
export interface ClaimEvidence {
  readonly claim: Claim;
  readonly document: DocumentEvidence;
  readonly rule: PredicateRule;
  readonly zone: PassageKind;
  /** The sentences that the quotation stands in. */
  readonly sentence: Span;
  readonly subject: readonly string[];
  readonly object: readonly string[];
  readonly theme: readonly string[];
  readonly place: readonly string[];
  readonly slots: ReadonlyMap<Slot, readonly string[]>;
  /** Attribution links after the text itself, outermost first, as entities. */
  readonly chain: readonly ResolvedLink[];
}

export interface ResolvedLink {
  readonly kind: AttributionLink['kind'];
  readonly entities: readonly string[];
}

export interface DocumentEvidence {
  readonly document: Document;
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly literals: readonly Literal[];
  readonly claims: readonly ClaimEvidence[];
}

/** The case as the fold sees it: documents by id, claims in text order, arguments as entities. */
export interface Evidence {
  readonly documents: readonly DocumentEvidence[];
  readonly claims: readonly ClaimEvidence[];
  readonly claim: (id: string) => ClaimEvidence | undefined;
  readonly entity: (id: string) => Entity | undefined;
  readonly entityOfMention: (mention: string) => string | undefined;
  readonly lists: WordLists;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort(byCodeUnits);

/**
 * The case indexed for weighing: rejected claims are gone, documents stand in order of id, claims in text order.
 * A mention that no entity holds stands for itself under its own id.
 */
export function indexEvidence(input: WeighingInput, lists: WordLists): Evidence {
  const entities = new Map(input.resolution.entities.map((entity) => [entity.id, entity]));
  const owner = new Map(input.resolution.entities.flatMap((entity) => entity.mentions.map((id) => [id, entity.id])));
  const extractions = new Map(input.extractions.map((extraction) => [extraction.document, extraction]));
  const documents = [...new Map(input.documents.map((document) => [document.id, document])).values()]
    .sort((a, b) => byCodeUnits(a.id, b.id))
    .map((document) => indexDocument(document, extractions.get(document.id), owner, lists));
  const claims = documents.flatMap((document) => document.claims);
  const byId = new Map(claims.map((claim) => [claim.claim.id, claim]));
  return {
    documents,
    claims,
    claim: (id) => byId.get(id),
    entity: (id) => entities.get(id),
    entityOfMention: (mention) => owner.get(mention),
    lists,
  };
}

function indexDocument(
  document: Document,
  extraction: Extraction | undefined,
  owner: ReadonlyMap<string, string>,
  lists: WordLists,
): DocumentEvidence {
  const claims: ClaimEvidence[] = [];
  const evidence: DocumentEvidence = {
    document,
    passages: extraction?.passages ?? [],
    mentions: [...(extraction?.mentions ?? [])].sort((a, b) => a.start - b.start || a.end - b.end),
    literals: [...(extraction?.literals ?? [])].sort((a, b) => a.start - b.start || a.end - b.end),
    claims,
  };
  const resolve = (ids: readonly string[]): string[] => sorted(ids.map((id) => owner.get(id) ?? id));
  const inTextOrder = [...(extraction?.claims ?? [])].sort(
    (a, b) => a.start - b.start || a.end - b.end || byCodeUnits(a.id, b.id),
  );
  for (const claim of inTextOrder) {
    const rule = lists.predicates.get(claim.predicate);
    if (claim.review === 'rejected' || rule === undefined) continue;
    const passage = passageAt(evidence.passages, claim.start);
    const [subject, object, theme] = [resolve(claim.subject), resolve(claim.object), resolve(claim.theme)];
    claims.push({
      claim,
      document: evidence,
      rule,
      zone: passage?.kind ?? 'paragraph',
      sentence: sentenceAround(passage, claim),
      subject,
      object,
      theme,
      place: resolve(claim.place),
      slots: toSlots(rule, subject, object, theme),
      chain: claim.attribution
        .filter((link) => !link.sources.includes(SELF))
        .map((link) => ({ kind: link.kind, entities: resolve(link.sources) })),
    });
  }
  return evidence;
}

function toSlots(rule: PredicateRule, subject: string[], object: string[], theme: string[]): Map<Slot, string[]> {
  const slots = new Map<Slot, string[]>();
  for (const [slot, values] of [
    [rule.subject, subject],
    [rule.object, object],
    [rule.theme, theme],
  ] as const) {
    if (slot !== null && values.length > 0) slots.set(slot, sorted([...(slots.get(slot) ?? []), ...values]));
  }
  return slots;
}

/** Those of `items`, sorted by start, that lie inside a span; found by binary search, as a document may hold very many. */
export function inside<T extends Span>(items: readonly T[], span: Span): T[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < items.length; at++) {
    const item = items[at];
    if (item === undefined || item.start >= span.end) break;
    if (item.end <= span.end) found.push(item);
  }
  return found;
}

/** The passage under an offset, by binary search: passages are in text order and do not overlap. */
export function passageAt(passages: readonly Passage[], offset: number): Passage | undefined {
  let low = 0;
  let high = passages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const passage = passages[middle];
    if (passage === undefined || offset < passage.start) high = middle - 1;
    else if (offset >= passage.end) low = middle + 1;
    else return passage;
  }
  return undefined;
}

function sentenceAround(passage: Passage | undefined, claim: Claim): Span {
  const touched = (passage?.sentences ?? []).filter((span) => span.start < claim.end && span.end > claim.start);
  const first = touched[0];
  const last = touched.at(-1);
  return first && last
    ? { start: Math.min(first.start, claim.start), end: Math.max(last.end, claim.end) }
    : { start: claim.start, end: claim.end };
}
