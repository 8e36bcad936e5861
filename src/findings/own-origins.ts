import type { OriginKind } from '../model/index.ts';
import { wordEdtf } from '../text/index.ts';
import { citedReport, isPublication } from './agency.ts';
import type { Echo } from './echo.ts';
import { type ClaimEvidence, type Evidence, passageAt } from './evidence.ts';
import { factKeys } from './fact-keys.ts';
import { holdsWording } from './word-lists.ts';

/**
 * A head of attribution of a claim's own, apart from the report its document tells: an earlier report it cites, an official act,
 * words spoken in public, a reaction, a reader's comment. Equal keys are one origin, in whatever document they are met.
 */
export interface OwnOrigin {
  readonly key: string;
  readonly kind: OriginKind;
  readonly label: string;
  readonly date: string | null;
}

/** What an echo knows as a whole. Asked of the echo and not of one document, so that a cut copy answers like its original. */
export interface EchoContext {
  readonly id: string;
  readonly echo: Echo;
  /** Who answers for itself in it: what a party replies belongs to the report that asked. */
  readonly respondents: ReadonlySet<string>;
  /** Whom its documents credit in the lead or for most of what they say. */
  readonly speakers: ReadonlySet<string>;
  /** Authorities that impose sanctions in it. */
  readonly authorities: ReadonlySet<string>;
}

export function contextOf(echo: Echo, evidence: Evidence, id: string): EchoContext {
  const claims = echo.documents.flatMap((at) => evidence.documents[at]?.claims ?? []);
  const respondents = claims.filter(({ rule }) => rule.family === 'denial' || rule.family === 'no-comment');
  const acts = claims.filter((claim) => isDatedAct(claim));
  return {
    id,
    echo,
    respondents: new Set(respondents.flatMap((claim) => [...claim.subject, ...headsOf(claim)])),
    speakers: new Set(echo.documents.flatMap((at) => speakersOf(evidence.documents[at]?.claims ?? []))),
    authorities: new Set(acts.flatMap((claim) => claim.object)),
  };
}

/** Heads of a good part of one document's claims. Counted document by document: a copy adds none and takes none away. */
function speakersOf(claims: readonly ClaimEvidence[]): string[] {
  const counts = new Map<string, number>();
  for (const claim of claims) for (const head of headsOf(claim)) counts.set(head, (counts.get(head) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= 3 && count >= claims.length / 6).map(([head]) => head);
}

export const headsOf = (claim: ClaimEvidence): readonly string[] => claim.chain.at(-1)?.entities ?? [];

const isDatedAct = (claim: ClaimEvidence): boolean =>
  claim.rule.family === 'sanction' && claim.object.length > 0 && /^\d{4}-\d\d/.test(claim.claim.time?.edtf ?? '');

/** A claim's own origin, or `null` when it comes from the report that its document tells. The first rule that applies decides. */
export function ownOrigin(claim: ClaimEvidence, context: EchoContext, evidence: Evidence): OwnOrigin | null {
  for (const rule of [comment, officialAct, otherReport, publicSpeech, reaction]) {
    const origin = rule(claim, context, evidence);
    if (origin !== null) return origin;
  }
  return null;
}

type Rule = (claim: ClaimEvidence, context: EchoContext, evidence: Evidence) => OwnOrigin | null;

const nameOf = (entity: string | undefined, evidence: Evidence): string =>
  evidence.entity(entity ?? '')?.canonical ?? '';

const comment: Rule = (claim, context, evidence) => {
  if (claim.zone !== 'comment') return null;
  const author = claim.chain[0]?.entities.find((entity) => evidence.entity(entity)?.named);
  const who = nameOf(author, evidence);
  return {
    key: `comment ${context.id} ${author ?? ''}`,
    kind: 'comment',
    label: who === '' ? 'reader comment' : `comment by ${who}`,
    date: null,
  };
};

/** A designation with its month, and the grounds that the authority gives in the same passage or elsewhere in the text. */
const officialAct: Rule = (claim, context, evidence) => {
  const acting = claim.rule.family === 'sanction' ? claim.object : headsOf(claim);
  const authority = acting.find((entity) => context.authorities.has(entity) && evidence.entity(entity)?.named);
  if (authority === undefined || context.speakers.has(authority)) return null;
  const sameBody = (other: ClaimEvidence): boolean => isDatedAct(other) && other.object.includes(authority);
  const act = isDatedAct(claim) ? claim : nearest(claim, sameBody);
  if (claim.rule.family === 'sanction' && !isDatedAct(claim)) return null;
  const date = act?.claim.time?.edtf?.slice(0, 7) ?? null;
  const name = nameOf(authority, evidence);
  return date === null
    ? { key: `statement ${authority}`, kind: 'official', label: `statement of ${name}`, date }
    : { key: `act ${authority} ${date}`, kind: 'official', label: `${name}, act of ${date}`, date };
};

/** A claim of the same passage that fits. */
function nearest(claim: ClaimEvidence, fits: (other: ClaimEvidence) => boolean): ClaimEvidence | undefined {
  const passage = passageAt(claim.document.passages, claim.claim.start);
  return claim.document.claims.find(
    (other) => passageAt(claim.document.passages, other.claim.start) === passage && fits(other),
  );
}

/** A report by another publication than the one told here, or an earlier one by the same. */
const otherReport: Rule = (claim, context, evidence) => {
  const own = new Set(context.echo.publications);
  const publisher = claim.document.document.metadata.publisher?.toLowerCase();
  const cited = citedReport(claim, evidence);
  if (cited !== null) {
    const date = cited.date;
    const name = nameOf(cited.publication, evidence);
    const key =
      date === null ? `report ${cited.publication} cited in ${context.id}` : `report ${cited.publication} ${date}`;
    return {
      key,
      kind: 'publication',
      label: date === null ? `earlier ${name} report` : `${name} report, ${wordEdtf(date)}`,
      date,
    };
  }
  const other = claim.chain[0]?.entities.find((entity) => isPublication(entity, evidence));
  if (other === undefined || own.has(other) || nameOf(other, evidence).toLowerCase() === publisher) return null;
  return { key: `report ${other}`, kind: 'publication', label: `${nameOf(other, evidence)} report`, date: null };
};

const isOfficial = (claim: ClaimEvidence): boolean => claim.chain.at(-1)?.kind === 'official';

function officialHead(claim: ClaimEvidence, context: EchoContext, evidence: Evidence): string | undefined {
  return headsOf(claim).find((head) => {
    const entity = evidence.entity(head);
    return entity?.named && entity.type !== 'Place' && !context.respondents.has(head) && !context.speakers.has(head);
  });
}

/** A named person's words at a meeting, a press conference, in a speech: said to all, not to this reporter. */
const publicSpeech: Rule = (claim, context, evidence) => {
  const speaker = isOfficial(claim) ? officialHead(claim, context, evidence) : undefined;
  if (speaker === undefined || evidence.entity(speaker)?.type !== 'Person') return null;
  const { document } = claim;
  const spoke = document.claims.some(
    (other) => headsOf(other).includes(speaker) && holdsWording(neighbourhood(other), evidence.lists.publicSpeech),
  );
  return spoke
    ? {
        key: `speech ${speaker} ${context.id}`,
        kind: 'official',
        label: `${nameOf(speaker, evidence)} in public`,
        date: null,
      }
    : null;
};

const neighbourhood = ({ document, sentence }: ClaimEvidence): string =>
  document.document.text.slice(Math.max(0, sentence.start - 60), sentence.end + 80);

/** What a named body or official, asked or not, thinks of the report: not part of what the report found out. */
const reaction: Rule = (claim, context, evidence) => {
  const isView = claim.rule.family === 'concern' || claim.claim.modality === 'opinion';
  const head = isView && isOfficial(claim) ? officialHead(claim, context, evidence) : undefined;
  if (head === undefined) return null;
  return {
    key: `reaction ${head} ${context.id}`,
    kind: 'official',
    label: `reaction of ${nameOf(head, evidence)}`,
    date: null,
  };
};

/** Events that an echo tells of, by names; used to find the report that another text cites. */
export function eventsOf(claims: readonly ClaimEvidence[], evidence: Evidence): string[] {
  return claims
    .filter(({ rule }) => rule.nature === 'event')
    .flatMap((claim) => factKeys(claim, (id) => ({ keys: evidence.entity(id)?.named ? [id] : [], named: true }), null));
}
