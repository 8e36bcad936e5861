import type { DecisionState, EchoGroup, Origin, OriginKind, OriginReason } from '../model/index.ts';
import { contentId, wordEdtf } from '../text/index.ts';
import { type Echo, findEchoes } from './echo.ts';
import { type ClaimEvidence, type Evidence, sorted } from './evidence.ts';
import { groupBy } from './grouping.ts';
import { overrulings } from './overrulings.ts';
import { contextOf, type EchoContext, eventsOf, type OwnOrigin, ownOrigin } from './own-origins.ts';
import { commonSentences } from './sentences.ts';

export interface PublisherOrigins {
  readonly origins: readonly Origin[];
  readonly echoGroups: readonly EchoGroup[];
  /** Claim id -> origin id. */
  readonly originOf: ReadonlyMap<string, string>;
}

/** One origin before it has an id: everything with the same key is one. */
interface Draft extends OwnOrigin {
  readonly echo: EchoContext | null;
  readonly overruledBy: string | null;
}

/**
 * The publisher-level origin of each claim: the report that its document tells, or an origin of the claim's own.
 * A person's overruling outweighs everything. A copy of a document adds no origin.
 */
export function findOrigins(evidence: Evidence, decisions: readonly DecisionState[]): PublisherOrigins {
  const contexts = findEchoes(evidence).map((echo) => contextOf(echo, evidence, echoId(echo, evidence)));
  const drafts = new Map<string, Draft>();
  for (const context of contexts) for (const [id, draft] of draftsOf(context, evidence)) drafts.set(id, draft);
  moveCitations(drafts, contexts, evidence);
  moveCommonSentences(drafts, evidence);
  for (const { claim, label, decision } of overrulings(evidence, decisions)) {
    const known = [...drafts.values()].find((draft) => draft.label === label);
    const fresh = { key: `overruled ${label}`, kind: 'publication' as const, label, date: null, echo: null };
    drafts.set(claim, { ...(known ?? fresh), overruledBy: decision });
  }
  return toRecords(drafts, contexts, evidence);
}

const echoId = (echo: Echo, evidence: Evidence): string =>
  contentId('echo', ...echo.documents.map((at) => evidence.documents[at]?.document.id ?? ''));

function draftsOf(context: EchoContext, evidence: Evidence): [string, Draft][] {
  const main = mainDraft(context, evidence);
  const claims = context.echo.documents.flatMap((at) => evidence.documents[at]?.claims ?? []);
  return claims.map((claim) => {
    const own = ownOrigin(claim, context, evidence);
    return [claim.claim.id, own === null ? main : { ...own, echo: null, overruledBy: null }];
  });
}

function mainDraft(context: EchoContext, evidence: Evidence): Draft {
  const { echo } = context;
  const root = evidence.documents[echo.root]?.document;
  const publishers = echo.publications.map((id) => evidence.entity(id)?.canonical ?? '').filter((name) => name !== '');
  const dates = echo.documents.flatMap((at) => evidence.documents[at]?.document.metadata.published ?? []).sort();
  const date = echo.date ?? dates[0] ?? null;
  const title = root?.metadata.title ?? root?.name ?? '';
  const label =
    publishers.length > 0 ? `${publishers.join(' and ')} report${date === null ? '' : `, ${wordEdtf(date)}`}` : title;
  return { key: context.id, kind: kindOf(context, evidence), label, date, echo: context, overruledBy: null };
}

/** A text that credits others or names its publisher is a publication; an invoice or a letter speaks as the document it is. */
function kindOf({ echo }: EchoContext, evidence: Evidence): OriginKind {
  const reports = echo.documents.some((at) => {
    const document = evidence.documents[at];
    return document?.document.metadata.publisher != null || document?.claims.some((claim) => claim.chain.length > 0);
  });
  return echo.publications.length > 0 || reports ? 'publication' : 'document';
}

/** "In March, the Courier reported ...": when the case holds retellings of that very report, the claim belongs to them. */
function moveCitations(drafts: Map<string, Draft>, contexts: readonly EchoContext[], evidence: Evidence): void {
  const told = new Map<string, EchoContext[]>();
  for (const context of contexts) {
    if (context.echo.publications.length === 0) continue;
    const claims = context.echo.documents.flatMap((at) => evidence.documents[at]?.claims ?? []);
    const mine = claims.filter((claim) => drafts.get(claim.claim.id)?.echo === context);
    for (const event of new Set(eventsOf(mine, evidence))) told.set(event, [...(told.get(event) ?? []), context]);
  }
  const mains = new Map(contexts.map((context) => [context, mainDraft(context, evidence)]));
  const cited = evidence.claims.filter((claim) => drafts.get(claim.claim.id)?.key.startsWith('report '));
  const bySentence = groupBy(
    cited,
    (claim) => `${claim.document.document.id} ${claim.sentence.start} ${drafts.get(claim.claim.id)?.key}`,
  );
  for (const claims of bySentence.values()) {
    const publication = drafts.get(claims[0]?.claim.id ?? '')?.key.split(' ')[1] ?? '';
    const home = contexts.find(({ echo }) =>
      echo.documents.some((at) => evidence.documents[at] === claims[0]?.document),
    );
    const votes = new Map<EchoContext, number>();
    for (const event of eventsOf(claims, evidence)) {
      for (const context of told.get(event) ?? []) {
        if (context !== home && context.echo.publications.includes(publication))
          votes.set(context, (votes.get(context) ?? 0) + 1);
      }
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))[0]?.[0];
    const main = best && mains.get(best);
    if (main) for (const claim of claims) drafts.set(claim.claim.id, main);
  }
}

/** A long sentence that stands word for word in texts of two origins has one author: its claims go where the sentence is at home. */
function moveCommonSentences(drafts: Map<string, Draft>, evidence: Evidence): void {
  for (const claims of commonSentences(evidence)) {
    const mains = new Map<Draft, ClaimEvidence[]>();
    for (const claim of claims) {
      const draft = drafts.get(claim.claim.id);
      if (draft?.echo) mains.set(draft, [...(mains.get(draft) ?? []), claim]);
    }
    if (mains.size < 2) continue;
    const inRoot = (draft: Draft, own: readonly ClaimEvidence[]): number =>
      own.some((claim) => claim.document === evidence.documents[draft.echo?.echo.root ?? -1]) ? 1 : 0;
    const [home] = [...mains].sort(
      ([a, ofA], [b, ofB]) =>
        inRoot(b, ofB) - inRoot(a, ofA) ||
        (b.echo?.echo.documents.length ?? 0) - (a.echo?.echo.documents.length ?? 0) ||
        (a.date ?? '9').localeCompare(b.date ?? '9', 'en') ||
        (a.key < b.key ? -1 : 1),
    );
    if (home) for (const claim of [...mains.values()].flat()) drafts.set(claim.claim.id, home[0]);
  }
}

function toRecords(
  drafts: ReadonlyMap<string, Draft>,
  contexts: readonly EchoContext[],
  evidence: Evidence,
): PublisherOrigins {
  const claims = groupBy(evidence.claims, (claim) => drafts.get(claim.claim.id)?.key ?? '');
  const origins: Origin[] = [];
  const originOf = new Map<string, string>();
  const labels = new Map<string, number>();
  const ids = new Map<string, string>();
  const empty = contexts
    .filter(({ echo, id }) => echo.documents.length > 1 && !claims.has(id))
    .map((context) => mainDraft(context, evidence));
  const first = [...claims.values()].flatMap(([claim]) => drafts.get(claim?.claim.id ?? '') ?? []);
  for (const draft of [...first, ...empty].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const own = claims.get(draft.key) ?? [];
    const documents = draft.echo?.echo.documents.map((at) => evidence.documents[at]?.document.id ?? '') ?? [];
    const times = (labels.get(draft.label) ?? 0) + 1;
    labels.set(draft.label, times);
    const id = contentId('origin', 'publisher', draft.key);
    ids.set(draft.key, id);
    for (const claim of own) originOf.set(claim.claim.id, id);
    origins.push({
      id,
      level: 'publisher',
      kind: draft.kind,
      label: times === 1 ? draft.label : `${draft.label} (${times})`,
      date: draft.date,
      documents: sorted([...documents, ...own.map((claim) => claim.document.document.id)]),
      claims: sorted(own.map((claim) => claim.claim.id)),
      reasons: reasonsOf(draft, own),
      overruledBy:
        own.map((claim) => drafts.get(claim.claim.id)?.overruledBy ?? null).find((by) => by !== null) ?? null,
    });
  }
  const echoGroups = contexts
    .filter(({ echo }) => echo.documents.length > 1)
    .map(({ echo, id }) => ({
      id,
      origin: ids.get(id) ?? '',
      documents: sorted(echo.documents.map((at) => evidence.documents[at]?.document.id ?? '')),
    }));
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return { origins: origins.sort(byId), echoGroups: echoGroups.sort(byId), originOf };
}

function reasonsOf(draft: Draft, claims: readonly ClaimEvidence[]): OriginReason[] {
  if (draft.echo) return [...draft.echo.echo.reasons];
  const evidence = claims
    .slice(0, 12)
    .map(({ document, sentence }) => ({ document: document.document.id, ...sentence }));
  return [{ signal: draft.overruledBy === null ? 'same-event' : 'person', score: 1, evidence }];
}
