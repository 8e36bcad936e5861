import type { OriginReason } from '../model/index.ts';
import { type RetoldReport, retoldReport } from './agency.ts';
import { agencyReasons, type PlacedFact, reuseReason, tellingReason } from './echo-reasons.ts';
import type { DocumentEvidence, Evidence } from './evidence.ts';
import { groupBy } from './grouping.ts';
import { type Credit, joinTellings, mergeCredits } from './joining.ts';
import { rareFacts } from './rare-facts.ts';
import { compareTellings } from './retelling.ts';
import { type ArticleText, articleText, findReuse } from './text-reuse.ts';
import { Union } from './union.ts';

/** Documents that tell one report, and why they were put together. A document that no other tells is an echo of one. */
export interface Echo {
  /** Positions in `evidence.documents`, in order. */
  readonly documents: readonly number[];
  /** The document with the fullest text. */
  readonly root: number;
  readonly publications: readonly string[];
  readonly date: string | null;
  readonly reasons: readonly OriginReason[];
}

/** Puts documents together that copy or retell one report; the order of documents makes no difference, and a copy makes no new echo. */
export function findEchoes(evidence: Evidence): Echo[] {
  const { documents } = evidence;
  const texts = documents.map(articleText);
  const reuses = findReuse(texts);
  const copies = new Union(documents.length);
  for (const { copy, of } of reuses) copies.join(copy, of);
  const groups = copies.sets();
  const reports = documents.map((document) => retoldReport(document, evidence));
  const facts = groups.map((group) => mergeFacts(group, documents, evidence));
  const credits = groups.map((group) => mergeCredits(group.map((member) => creditAt(member, documents, reports))));
  const tellings = compareTellings(facts);
  const joined = joinTellings(credits, tellings);
  const copied = groupBy(reuses, ({ copy }) => copy);
  const told = groupBy(tellings, ({ left }) => left);
  return joined.sets().map((set) => {
    const members = set.flatMap((group) => groups[group] ?? []).sort((a, b) => a - b);
    const within = new Set(set);
    const used = set.flatMap((group) => told.get(group) ?? []).filter(({ right }) => within.has(right));
    const credit = mergeCredits(set.flatMap((group) => credits[group] ?? []));
    return {
      documents: members,
      root: fullest(members, texts),
      publications: credit.publications,
      date: credit.date,
      reasons: [
        ...members.flatMap((member) => copied.get(member) ?? []).map((reuse) => reuseReason(reuse, texts, documents)),
        ...used.slice(0, 20).map((telling) => tellingReason(telling, groups, documents, facts)),
        ...agencyReasons(members, reports, documents),
      ],
    };
  });
}

const fullest = (members: readonly number[], texts: readonly ArticleText[]): number =>
  members.reduce((best, member) => ((texts[member]?.size ?? 0) > (texts[best]?.size ?? 0) ? member : best));

/** Particulars of a group of copies, each as the first of them states it. */
function mergeFacts(
  group: readonly number[],
  documents: readonly DocumentEvidence[],
  evidence: Evidence,
): PlacedFact[] {
  const merged = new Map<string, PlacedFact>();
  for (const member of group) {
    const document = documents[member];
    if (document === undefined) continue;
    for (const fact of rareFacts(document, evidence)) {
      if (!merged.has(fact.key)) merged.set(fact.key, { ...fact, document: document.document.id });
    }
  }
  return [...merged.values()];
}

/** Papers by their format: what is written to one reader, or in rows, retells nothing. */
const PAPERS = /^(?:message\/|text\/csv|text\/tab-separated)|spreadsheet|ms-excel/u;

function creditAt(at: number, documents: readonly DocumentEvidence[], reports: readonly RetoldReport[]): Credit {
  const { publications = [], date = null } = reports[at] ?? {};
  const { document, claims = [] } = documents[at] ?? {};
  const signed =
    document?.metadata.publisher != null || publications.length > 0 || claims.some(({ chain }) => chain.length > 0);
  const form = PAPERS.test(document?.mediaType ?? '') ? 'paper' : signed ? 'report' : 'text';
  const citesPapers = claims.some(
    ({ claim, chain }) => claim.modality === 'documented' || chain.at(-1)?.kind === 'document',
  );
  return { publications, date, form, citesPapers };
}
