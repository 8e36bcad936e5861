import { ClewError } from '../errors.ts';
import type {
  Anchor,
  CaseView,
  Claim,
  ClaimAnchor,
  ClaimEdit,
  Decision,
  DecisionContent,
  Entity,
  Extraction,
  Hit,
  Mention,
  ReplyOutcome,
} from '../model/index.ts';
import { contentId } from '../text/index.ts';

/** What a person asks for, in the ids they see on the screen. Ids may be shortened while they stay unique. */
export type Request =
  | { readonly kind: 'accept' | 'reject'; readonly claim: string }
  | { readonly kind: 'edit'; readonly claim: string; readonly edit: ClaimEdit }
  | { readonly kind: 'same' | 'not-same'; readonly left: string; readonly right: string }
  | { readonly kind: 'origin'; readonly target: string; readonly origin: string }
  | {
      readonly kind: 'reply';
      readonly party: string;
      readonly outcome: ReplyOutcome;
      readonly note: string;
      readonly date: string | null;
    }
  | { readonly kind: 'hit'; readonly hit: string; readonly verdict: 'confirm' | 'reject' }
  | { readonly kind: 'undo'; readonly decision: string };

export interface Deciding {
  readonly who: string;
  readonly when: string;
  readonly comment: string;
}

/**
 * The decision as it will be stored: anchored on document hash, span and exact text, never on ids of a run.
 * Throws `ClewError` when an id names nothing in the case, or more than one thing.
 */
export function composeDecision(view: CaseView, request: Request, deciding: Deciding): Decision {
  const content = composeContent(view, request);
  const id = contentId('d', deciding.who, deciding.when, JSON.stringify(content));
  return { id, ...deciding, content };
}

function composeContent(view: CaseView, request: Request): DecisionContent {
  switch (request.kind) {
    case 'accept':
      return { kind: 'accept-claim', claim: claimAnchor(view, request.claim) };
    case 'reject':
      return { kind: 'reject-claim', claim: claimAnchor(view, request.claim) };
    case 'edit':
      return { kind: 'edit-claim', claim: claimAnchor(view, request.claim), edit: request.edit };
    case 'same':
    case 'not-same':
      return { kind: request.kind, left: entityAnchor(view, request.left), right: entityAnchor(view, request.right) };
    case 'origin':
      return composeOverrule(view, request.target, request.origin);
    case 'reply':
      return {
        kind: 'note-reply',
        party: entityAnchor(view, request.party),
        outcome: request.outcome,
        note: request.note,
        date: request.date,
      };
    case 'hit':
      return composeHit(view, request.hit, request.verdict);
    case 'undo':
      return { kind: 'undo', decision: findDecision(view, request.decision) };
  }
}

/** Documents on whose mentions of an entity a decision about a hit is anchored. */
const MOST_ANCHORS = 5;

function composeHit(view: CaseView, wanted: string, verdict: 'confirm' | 'reject'): DecisionContent {
  const hit = findHit(view, wanted);
  const ids = new Set(view.resolution.entities.find(({ id }) => id === hit.entity)?.mentions);
  const entity = view.extractions.flatMap((extraction) => {
    const mention = extraction.mentions.find(({ id }) => ids.has(id));
    return mention ? [anchorOf(extraction, mention, mention.text)] : [];
  });
  return {
    kind: verdict === 'confirm' ? 'confirm-hit' : 'reject-hit',
    entity: entity.slice(0, MOST_ANCHORS),
    list: hit.list,
    entry: hit.entry,
    name: hit.primary,
  };
}

function findHit(view: CaseView, wanted: string): Hit {
  const matches = view.hits.filter(({ id }) => id.startsWith(wanted));
  const [hit, ...more] = matches;
  if (hit !== undefined && more.length === 0) return hit;
  const isScreened = view.screening.lists.length > 0;
  throw new ClewError(
    'hit-not-found',
    hit ? `${wanted} begins the ids of ${matches.length} hits.` : `No hit has the id ${wanted}.`,
    {
      hint: isScreened
        ? 'List the hits with their ids: clew screen <case>.'
        : 'No sanctions list is installed, so the case is not screened: clew lists add <file…>',
    },
  );
}

function composeOverrule(view: CaseView, target: string, origin: string): DecisionContent {
  if (target.startsWith('c_')) {
    const claim = claimAnchor(view, target);
    return { kind: 'overrule-origin', document: claim.document, claim, origin };
  }
  return { kind: 'overrule-origin', document: findDocument(view, target), claim: null, origin };
}

/** The claim with that id, or the one whose id begins so. Throws `ClewError` `claim-not-found`. */
export function claimAnchor(view: CaseView, prefix: string): ClaimAnchor {
  const { extraction, record } = findIn(view, prefix, (extraction) => extraction.claims, {
    code: 'claim-not-found',
    noun: 'claim',
    hint: 'List the claims with their ids: clew claims <case>.',
  });
  const textOf = new Map(extraction.mentions.map(({ id, text }) => [id, text]));
  const argumentTexts = [...record.subject, ...record.object].map((id) => textOf.get(id) ?? '');
  return {
    ...anchorOf(extraction, record, record.quotation),
    predicate: record.predicate,
    arguments: argumentTexts,
  };
}

/** An entity is given by its id (or the beginning of it) or by one of its names. */
function findEntity(view: CaseView, wanted: string): Entity {
  const byId = view.resolution.entities.filter((entity) => entity.id.startsWith(wanted));
  const matches = byId.length > 0 ? byId : view.resolution.entities.filter((entity) => hasName(entity, wanted));
  const [entity, ...more] = matches;
  if (entity === undefined || more.length > 0) {
    const listed = matches.map(({ id, canonical }) => `${id} (${canonical})`).join(', ');
    throw new ClewError(
      'mention-not-found',
      entity ? `${wanted} fits several entities: ${listed}.` : `No entity is called ${wanted}.`,
      {
        hint: 'List the entities with their ids: clew entities <case>.',
      },
    );
  }
  return entity;
}

/** An entity is anchored on its first mention in the first document, by hash, that names it. */
function entityAnchor(view: CaseView, wanted: string): Anchor {
  const entity = findEntity(view, wanted);
  const wantedMentions = new Set(entity.mentions);
  for (const extraction of view.extractions) {
    const mention = extraction.mentions.find(({ id }) => wantedMentions.has(id));
    if (mention) return anchorOf(extraction, mention, mention.text);
  }
  throw new ClewError('mention-not-found', `${entity.canonical} has no mention to anchor a decision on.`, {
    hint: 'Choose an entity that a document names.',
  });
}

/** For each wanted entity (id or name) one of its mentions in the claim's document, the nearest to the claim. */
export function anchorsInDocument(view: CaseView, claimId: string, wanted: readonly string[]): Anchor[] {
  const claim = claimAnchor(view, claimId);
  const extraction = view.extractions.find(({ document }) => document === claim.document);
  return wanted.map((one) => {
    const ids = new Set(findEntity(view, one).mentions);
    const near = (extraction?.mentions ?? [])
      .filter(({ id }) => ids.has(id))
      .sort((a, b) => Math.abs(a.start - claim.start) - Math.abs(b.start - claim.start))[0];
    if (extraction && near) return anchorOf(extraction, near, near.text);
    throw new ClewError('mention-not-found', `The claim’s document does not name ${one}.`, {
      hint: 'An argument must be named in the same document; choose another entity.',
    });
  });
}

function hasName(entity: { canonical: string; names: readonly { text: string }[] }, name: string): boolean {
  const wanted = name.toLowerCase();
  return entity.canonical.toLowerCase() === wanted || entity.names.some(({ text }) => text.toLowerCase() === wanted);
}

function anchorOf(extraction: Extraction, { start, end }: Claim | Mention, surface: string): Anchor {
  return { document: extraction.document, start, end, surface };
}

interface Kind {
  readonly code: 'claim-not-found';
  readonly noun: string;
  readonly hint: string;
}

function findIn(view: CaseView, prefix: string, list: (extraction: Extraction) => readonly Claim[], kind: Kind) {
  const found = view.extractions.flatMap((extraction) =>
    list(extraction)
      .filter(({ id }) => id.startsWith(prefix))
      .map((record) => ({ extraction, record })),
  );
  const [first, ...more] = found;
  if (first === undefined || more.length > 0) {
    const message = first
      ? `${prefix} begins the ids of ${found.length} ${kind.noun}s.`
      : `No ${kind.noun} has the id ${prefix}.`;
    throw new ClewError(kind.code, message, { hint: first ? 'Give more of the id.' : kind.hint });
  }
  return first;
}

function findDocument(view: CaseView, wanted: string): string {
  const found = view.documents.filter(({ id, name }) => id.startsWith(wanted) || name === wanted);
  const [first, ...more] = found;
  if (first === undefined || more.length > 0) {
    throw new ClewError('document-not-found', `${wanted} fits ${found.length} documents.`, {
      hint: 'Give the document’s hash (or its beginning): clew status <case> --json lists them.',
    });
  }
  return first.id;
}

function findDecision(view: CaseView, wanted: string): string {
  const found = view.decisions.filter(({ decision }) => decision.id.startsWith(wanted));
  const [first, ...more] = found;
  if (first === undefined || more.length > 0) {
    throw new ClewError('decision-not-found', `${wanted} fits ${found.length} decisions.`, {
      hint: 'List the decisions with their ids: clew decisions <case>.',
    });
  }
  if (first.state === 'undone') {
    throw new ClewError('already-undone', `The decision ${first.decision.id} is taken back already.`, {
      hint: 'To decide so again, record it again: clew decide <case> …',
    });
  }
  return first.decision.id;
}
