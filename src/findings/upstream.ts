import type { LinkKind, Origin, OriginKind } from '../model/index.ts';
import { contentId } from '../text/index.ts';
import { isPublication } from './agency.ts';
import { authorsOf } from './authors.ts';
import { type ClaimEvidence, type Evidence, sorted } from './evidence.ts';
import { groupBy } from './grouping.ts';
import { headClass } from './head-class.ts';
import type { PublisherOrigins } from './origins.ts';
import { headsOf } from './own-origins.ts';

/** What claims rest on, apart from who published them. */
export interface UpstreamOrigins {
  readonly origins: readonly Origin[];
  /** Keys of the upstream heads of a claim; [] when its text credits nobody but a publication. */
  readonly headsOf: (claim: ClaimEvidence) => readonly string[];
  /** Whether a head stands for papers ("invoices seen by ..."). */
  readonly isPaperHead: (head: string) => boolean;
  /** Whether a publisher origin is a paper itself, lying in the case. */
  readonly isPaper: (origin: string) => boolean;
}

const KINDS: Readonly<Record<LinkKind, OriginKind>> = {
  publication: 'publication',
  official: 'official',
  document: 'document',
  expert: 'expert',
  anonymous: 'anonymous',
  unspecified: 'unattributed',
};

/**
 * Innermost heads of attribution. A named head is one in the whole case. Unnamed ones ("three customs officials") are one
 * inside one publisher origin when they are called alike; in another origin they are others, for nothing says that they are the same.
 * Who is quoted here and writes himself there is one head.
 */
export function findUpstream(evidence: Evidence, { origins: publishers, originOf }: PublisherOrigins): UpstreamOrigins {
  const heads = new Map<string, string[]>();
  const quoted = new Set(evidence.claims.flatMap(headsOf));
  const authors = new Map(
    evidence.documents.map((document) => [document, authorsOf(document, evidence).filter((id) => quoted.has(id))]),
  );
  const members: { key: string; head: string; claim: ClaimEvidence }[] = [];
  for (const claim of evidence.claims) {
    const named = headsOf(claim);
    const keys = (claim.chain.length > 0 ? named : (authors.get(claim.document) ?? []).slice(0, 1))
      .filter((head) => !isPublication(head, evidence))
      .map((head) => ({ head, key: headKey(head, originOf.get(claim.claim.id) ?? '', evidence) }));
    heads.set(claim.claim.id, sorted(keys.map(({ key }) => key)));
    for (const { head, key } of keys) members.push({ key, head, claim });
  }
  const origins = [...groupBy(members, ({ key }) => key)].map(([key, group]): Origin => {
    const claims = group.map(({ claim }) => claim);
    const labels = sorted(group.map(({ head }) => evidence.entity(head)?.canonical ?? '')).sort(
      (a, b) => b.length - a.length,
    );
    const kinds = sorted(claims.flatMap((claim) => claim.chain.at(-1)?.kind ?? []));
    const isPaper = group.some(({ head }) => evidence.entity(head)?.type === 'Document');
    return {
      id: contentId('origin', 'upstream', key),
      level: 'upstream',
      kind: isPaper ? 'document' : KINDS[(kinds[0] ?? 'unspecified') as LinkKind],
      label: labels[0] ?? '',
      date: null,
      documents: sorted(claims.map((claim) => claim.document.document.id)),
      claims: sorted(claims.map((claim) => claim.claim.id)),
      reasons: [],
      overruledBy: null,
    };
  });
  const papers = new Set(publishers.filter(({ kind }) => kind === 'document').map(({ id }) => id));
  const paperHeads = new Set(
    members.filter(({ head }) => evidence.entity(head)?.type === 'Document').map(({ key }) => key),
  );
  return {
    origins: origins.sort((a, b) => (a.id < b.id ? -1 : 1)),
    headsOf: (claim) => heads.get(claim.claim.id) ?? [],
    isPaperHead: (head) => paperHeads.has(head),
    isPaper: (origin) => papers.has(origin),
  };
}

/** "European officials" and "officials" of one origin share a key; "European" and "American" ones do not. */
function headKey(head: string, origin: string, evidence: Evidence): string {
  const entity = evidence.entity(head);
  if (entity === undefined || entity.named) return head;
  const kind = headClass(entity.canonical, evidence.lists);
  if (kind === null) return `${origin} ${head}`;
  const [whose] = entity.canonical.match(/\b\p{Lu}\p{Ll}+(?:ean|ian|ese|ish|can|man|nch|tch|ean)\b/gu) ?? [];
  return `${origin} ${kind} ${whose ?? ''}`.trimEnd();
}
