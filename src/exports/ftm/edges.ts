import type { Claim, Document, Entity, Predicate } from '../../model/index.ts';
import { wordChain } from '../attribution.ts';
import { type CaseLookup, nameOf } from '../case-lookup.ts';
import { ftmDates } from './dates.ts';
import { type FtmEntity, ftmEntity, isA, SCHEMA_OF } from './schema.ts';

/** One claim, between one subject and one object of it. */
interface Tie {
  readonly claim: Claim;
  readonly document: Document;
  readonly lookup: CaseLookup;
  readonly subject: Entity;
  readonly object: Entity | null;
}

interface Edge {
  readonly schema: string;
  /** Property for the subject and what it must be, then for the object. */
  readonly from: readonly [property: string, range: string];
  readonly to: readonly [property: string, range: string];
}

const EDGES: Partial<Record<Predicate, Edge>> = {
  owned_by: { schema: 'Ownership', from: ['asset', 'Asset'], to: ['owner', 'LegalEntity'] },
  owns_operates: { schema: 'Ownership', from: ['owner', 'LegalEntity'], to: ['asset', 'Asset'] },
  employed_by: { schema: 'Employment', from: ['employee', 'Person'], to: ['employer', 'Organization'] },
  paid: { schema: 'Payment', from: ['payer', 'LegalEntity'], to: ['beneficiary', 'LegalEntity'] },
  billed: { schema: 'Debt', from: ['creditor', 'LegalEntity'], to: ['debtor', 'LegalEntity'] },
  supplies: { schema: 'EconomicActivity', from: ['sender', 'LegalEntity'], to: ['receiver', 'LegalEntity'] },
  sold: { schema: 'EconomicActivity', from: ['sender', 'LegalEntity'], to: ['receiver', 'LegalEntity'] },
};

/** A role is a directorship only where the words say so; any other role is a link with its words. */
const DIRECTORSHIP: Edge = {
  schema: 'Directorship',
  from: ['director', 'LegalEntity'],
  to: ['organization', 'Organization'],
};
const DIRECTOR = /\b(?:director|chair(?:man|woman|person)?|chief executive|CEO|board member)\b|директор|总经理|董事/iu;

/** Certainties that FollowTheMoney's edges can stand for. Anything less is no edge: it becomes a note. */
const TOLD: ReadonlySet<string> = new Set(['reported', 'documented', 'assessed']);

const isTold = (claim: Claim): boolean => claim.polarity === 'positive' && TOLD.has(claim.modality);

function edgeFor(claim: Claim): Edge | null {
  if (claim.predicate === 'role_of' && DIRECTOR.test(claim.quotation.slice(0, 2000))) return DIRECTORSHIP;
  return EDGES[claim.predicate] ?? null;
}

/** Who says it, how sure, in whose words: FollowTheMoney has no place for it but text. */
function wordsOf({ claim, document, lookup }: Omit<Tie, 'subject' | 'object'>) {
  const denied = claim.polarity === 'negative' ? ', negative' : '';
  return {
    summary: [`${claim.modality}${denied}, ${claim.review}; said by ${wordChain(claim, document, lookup)}`],
    description: [claim.quotation],
    recordId: [claim.id],
    publisher: [document.metadata.publisher ?? ''],
  };
}

const themeOf = (claim: Claim, lookup: CaseLookup): string[] => claim.theme.map((mention) => nameOf(mention, lookup));

function amountOf({ value }: Claim): Record<string, string[]> {
  if (value === null) return {};
  const currency = value.currency ?? '';
  return currency === '' ? {} : { amount: [value.number], currency: [currency] };
}

/** Properties that a schema has beyond its two ends. */
function ownProperties(schema: string, { claim, lookup }: Tie): Record<string, string[]> {
  if (schema === 'Payment') return { ...amountOf(claim), purpose: themeOf(claim, lookup) };
  if (schema === 'Debt') return amountOf(claim);
  if (schema === 'EconomicActivity') return { goodsDescription: themeOf(claim, lookup) };
  return { role: [claim.predicate.replaceAll('_', ' ')], status: [claim.modality] };
}

function sanctionOf(tie: Tie): FtmEntity {
  const { claim, object } = tie;
  const dates = ftmDates(claim.time?.edtf ?? null);
  return ftmEntity(`${claim.id}-${tie.subject.id}`, 'Sanction', {
    ...wordsOf(tie),
    entity: [tie.subject.id],
    authority: [object?.canonical ?? ''],
    listingDate: dates.date ?? dates.startDate ?? [],
    status: [claim.modality],
  });
}

function edgeOf(tie: Tie, object: Entity): FtmEntity {
  const { claim, subject } = tie;
  const edge = edgeFor(claim);
  const fits = edge !== null && isA(SCHEMA_OF[subject.type], edge.from[1]) && isA(SCHEMA_OF[object.type], edge.to[1]);
  const { schema, from, to } = fits
    ? edge
    : ({ schema: 'UnknownLink', from: ['subject', 'Thing'], to: ['object', 'Thing'] } satisfies Edge);
  return ftmEntity(`${claim.id}-${subject.id}-${object.id}`, schema, {
    ...wordsOf(tie),
    [from[0]]: [subject.id],
    [to[0]]: [object.id],
    ...ownProperties(schema, tie),
    ...ftmDates(claim.time?.edtf ?? null),
  });
}

/** What no edge can say: a plan, a denial, a quantity, something about one thing only. */
function noteOf(claim: Claim, document: Document, entities: readonly string[], lookup: CaseLookup): FtmEntity {
  const { summary, description, publisher } = wordsOf({ claim, document, lookup });
  return ftmEntity(claim.id, 'Note', {
    name: [claim.predicate.replaceAll('_', ' ')],
    entity: entities,
    description,
    summary,
    publisher,
    proof: [document.id],
  });
}

const uniqueEntities = (mentions: readonly string[], lookup: CaseLookup): Entity[] => [
  ...new Map(
    mentions.flatMap((mention) => {
      const entity = lookup.entityOf.get(mention);
      return entity ? [[entity.id, entity] as const] : [];
    }),
  ).values(),
];

/** The edges or, where there can be none, the note that a claim becomes. */
export function ftmClaim(claim: Claim, document: Document, lookup: CaseLookup): FtmEntity[] {
  const subjects = uniqueEntities(claim.subject, lookup);
  const objects = uniqueEntities(claim.object, lookup);
  const parties = [...subjects, ...objects].map((entity) => entity.id);
  if (!isTold(claim) || subjects.length === 0) return [noteOf(claim, document, parties, lookup)];
  if (claim.predicate === 'sanctioned_by') {
    return subjects.map((subject) => sanctionOf({ claim, document, lookup, subject, object: objects[0] ?? null }));
  }
  const edges = subjects.flatMap((subject) =>
    objects
      .filter((object) => object.id !== subject.id)
      .map((object) => edgeOf({ claim, document, lookup, subject, object }, object)),
  );
  return edges.length > 0 ? edges : [noteOf(claim, document, parties, lookup)];
}
