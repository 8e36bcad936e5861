import type {
  CaseView,
  Claim,
  Document,
  Entity,
  Extraction,
  Finding,
  Mention,
  Occurrence,
  Origin,
} from '../model/index.ts';
import { compareText } from '../text/index.ts';

/** What every exporter looks up in a case. Claims that a person rejected are kept apart from those that stand. */
export interface CaseLookup {
  readonly view: CaseView;
  readonly documents: ReadonlyMap<string, Document>;
  readonly extractions: ReadonlyMap<string, Extraction>;
  readonly mentions: ReadonlyMap<string, Mention>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly entityOf: ReadonlyMap<string, Entity>;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly findingOf: ReadonlyMap<string, Finding>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly rejected: ReadonlySet<string>;
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>;
}

export function lookUpCase(view: CaseView): CaseLookup {
  const claims = view.extractions.flatMap((extraction) => extraction.claims);
  const { entities } = view.resolution;
  const { findings, origins } = view.weighing;
  return {
    view,
    documents: new Map(view.documents.map((document) => [document.id, document])),
    extractions: new Map(view.extractions.map((extraction) => [extraction.document, extraction])),
    mentions: new Map(view.extractions.flatMap((one) => one.mentions.map((mention) => [mention.id, mention]))),
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    entityOf: new Map(entities.flatMap((entity) => entity.mentions.map((mention) => [mention, entity]))),
    origins: new Map(origins.map((origin) => [origin.id, origin])),
    findingOf: new Map(findings.flatMap((finding) => finding.claims.map((claim) => [claim, finding]))),
    claims: new Map(claims.filter(isStanding).map((claim) => [claim.id, claim])),
    occurrences: occurrencesByDocument(view),
    rejected: new Set(claims.filter((claim) => !isStanding(claim)).map((claim) => claim.id)),
  };
}

function occurrencesByDocument({ occurrences }: CaseView): Map<string, Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const mine = found.get(occurrence.document);
    if (mine) mine.push(occurrence);
    else found.set(occurrence.document, [occurrence]);
  }
  return found;
}

export const isStanding = (claim: Claim): boolean => claim.review !== 'rejected';

/** Entity ids behind mentions, each once, in the order given; a mention of no entity stands for itself. */
export function entitiesOf(mentions: readonly string[], lookup: CaseLookup): string[] {
  return [...new Set(mentions.map((mention) => lookup.entityOf.get(mention)?.id ?? mention))];
}

/** A name for a mention: its entity's, or for what nothing names, the words that stand there. */
export function nameOf(mention: string, lookup: CaseLookup): string {
  const entity = lookup.entityOf.get(mention);
  const words = lookup.mentions.get(mention)?.text;
  return entity?.named ? entity.canonical : (words ?? entity?.canonical ?? mention);
}

/** Documents in a stable order that a person recognises: by name, then hash. */
export const sortedDocuments = ({ view }: CaseLookup): Document[] =>
  [...view.documents].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
