import type {
  CaseView,
  Claim,
  Document,
  Entity,
  Extraction,
  Lexicons,
  Mention,
  Origin,
  Passage,
  Span,
} from '../model/index.ts';
import { compareText, findPlaces, type Where } from '../text/index.ts';
import type { Run } from './dossier.ts';
import { datum, text } from './runs.ts';
import { type Wording, wordingOf } from './wording.ts';

export interface ClaimPlace {
  readonly claim: Claim;
  readonly document: Document;
}

/** Everything the sections look up: records by id, names for ids, and the words for them. Rejected claims are not in it. */
export interface CaseIndex {
  readonly view: CaseView;
  readonly wording: Wording;
  readonly documents: ReadonlyMap<string, Document>;
  readonly claims: ReadonlyMap<string, ClaimPlace>;
  readonly mentions: ReadonlyMap<string, { readonly mention: Mention; readonly document: Document }>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly entityOf: ReadonlyMap<string, Entity>;
  readonly origins: ReadonlyMap<string, Origin>;
  /** The ids without those of rejected claims, in the order of documents and text. */
  readonly standing: (claims: readonly string[]) => readonly string[];
  readonly passageAt: (document: string, span: Span) => Passage | null;
  readonly whereIs: (document: Document, span: Span) => Where;
}

/** Names, types and roles of these get a card; a place or a document is named only where a claim names it. */
const ACTOR_TYPES: ReadonlySet<string> = new Set([
  'Person',
  'Company',
  'Organization',
  'PublicBody',
  'Vessel',
  'WeaponSystem',
  'Product',
]);
export const isActor = (entity: Entity): boolean => entity.named && ACTOR_TYPES.has(entity.type);

export function indexCase(view: CaseView, lexicons: Lexicons): CaseIndex {
  const documents = new Map(view.documents.map((document) => [document.id, document]));
  const claims = new Map<string, ClaimPlace>();
  const rejected = new Set<string>();
  const mentions = new Map<string, { mention: Mention; document: Document }>();
  const extractions = new Map<string, Extraction>();
  for (const extraction of view.extractions) {
    const document = documents.get(extraction.document);
    if (!document) continue;
    extractions.set(document.id, extraction);
    for (const mention of extraction.mentions) mentions.set(mention.id, { mention, document });
    for (const claim of extraction.claims) {
      if (claim.review === 'rejected') rejected.add(claim.id);
      else claims.set(claim.id, { claim, document });
    }
  }
  const entityOf = new Map<string, Entity>();
  for (const entity of view.resolution.entities) for (const mention of entity.mentions) entityOf.set(mention, entity);
  const order = textOrder(claims);
  return {
    view,
    wording: wordingOf(lexicons),
    documents,
    claims,
    mentions,
    entities: new Map(view.resolution.entities.map((entity) => [entity.id, entity])),
    entityOf,
    origins: new Map(view.weighing.origins.map((origin) => [origin.id, origin])),
    standing: (ids) => [...new Set(ids)].filter((id) => !rejected.has(id)).sort(order),
    passageAt: (document, span) => passageAt(extractions.get(document)?.passages ?? [], span),
    whereIs: placesIn(extractions),
  };
}

/** Places in every document; each document is prepared once. */
function placesIn(extractions: ReadonlyMap<string, Extraction>): CaseIndex['whereIs'] {
  const finders = new Map<string, (span: Span) => Where>();
  return (document, span) => {
    const find = finders.get(document.id) ?? findPlaces(document, extractions.get(document.id)?.passages ?? []);
    finders.set(document.id, find);
    return find(span);
  };
}

/** Claims in the order a reader meets them: by file name, then document, then position. */
function textOrder(claims: ReadonlyMap<string, ClaimPlace>): (left: string, right: string) => number {
  return (left, right) => {
    const a = claims.get(left);
    const b = claims.get(right);
    if (!a || !b) return compareText(left, right);
    return (
      compareText(a.document.name, b.document.name) ||
      compareText(a.document.id, b.document.id) ||
      a.claim.start - b.claim.start ||
      a.claim.end - b.claim.end ||
      compareText(left, right)
    );
  };
}

function passageAt(passages: readonly Passage[], span: Span): Passage | null {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const passage = passages[middle];
    if (passage && passage.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = passages[low];
  return found && found.start <= span.start ? found : null;
}

/** An anchor in the page for a record, safe as a fragment whatever the id holds. */
export const anchorOf = (kind: string, id: string): string => `${kind}-${id.replace(/[^A-Za-z0-9_-]/g, '_')}`;

/** An entity as its name; one written in another script is followed by its Latin name, where the documents have one. */
export function nameEntity(entity: Entity): Run[] {
  const own = entity.names.find((name) => name.text === entity.canonical);
  const script = own?.script ?? 'Zyyy';
  const target = isActor(entity) ? anchorOf('actor', entity.id) : null;
  const name: Run = { kind: 'name', text: entity.canonical, script, target };
  const latin = script === 'Latn' || script === 'Zyyy' ? undefined : entity.names.find((one) => one.script === 'Latn');
  if (!latin) return [name];
  return [name, text(' ('), { kind: 'name', text: latin.text, script: 'Latn', target: null }, text(')')];
}

/** The name for an entity id; a text that is no id stands for itself. */
export function nameId(id: string, index: CaseIndex): Run[] {
  const entity = index.entities.get(id);
  return entity ? nameEntity(entity) : [{ kind: 'name', text: id, script: 'Zyyy', target: null }];
}

/** The name behind a mention: its entity's, or, when nothing names it ("1,200 pumps"), the words that stand there. */
export function nameMention(id: string, index: CaseIndex): Run[] {
  const found = index.mentions.get(id);
  const entity = index.entityOf.get(id) ?? index.entities.get(id);
  if (entity && (entity.named || !found)) return nameEntity(entity);
  return found
    ? [{ kind: 'name', text: amidSentence(found.mention.text, index), script: 'Zyyy', target: null }]
    : [datum(id)];
}

/** A description as it stands amid a sentence, wherever it stood: "A letter" is "a letter", "Russian officials" stay. */
function amidSentence(description: string, { wording }: CaseIndex): string {
  const first = /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/u.exec(description)?.[0].toLowerCase() ?? '';
  const isCommon = first !== '' && wording.label('lower', 'first').split(' ').includes(first);
  return isCommon ? first + description.slice(first.length) : description;
}

/** A mention in its own words, whatever its entity is called. */
export function nameAsWritten(id: string, index: CaseIndex): Run[] {
  const found = index.mentions.get(id);
  return found ? [{ kind: 'name', text: found.mention.text, script: 'Zyyy', target: null }] : nameMention(id, index);
}

/** Who speaks when a document speaks for itself. */
export function nameDocument(document: Document): Run[] {
  const publisher = document.metadata.publisher;
  if (publisher) return [{ kind: 'name', text: `${publisher} (${document.name})`, script: 'Zyyy', target: null }];
  return [text('the document '), { kind: 'name', text: document.name, script: 'Zyyy', target: null }];
}
