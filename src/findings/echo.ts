import type { OriginReason } from '../model/index.ts';
import { type RetoldReport, retoldReport } from './agency.ts';
import { gap, readEdtf } from './calendar.ts';
import type { DocumentEvidence, Evidence } from './evidence.ts';
import { groupBy } from './grouping.ts';
import { type RareFact, rareFacts } from './rare-facts.ts';
import { compareTellings, type Retelling } from './retelling.ts';
import { type ArticleText, articleText, findReuse, type Reuse, sharedStretches } from './text-reuse.ts';
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

/**
 * A third of what the poorer text states must be in the richer one too, and a fifth of what it states besides names. Reports by
 * different hands about the same company share the company, its owners and its products: half of the names, 5 to 10 % of the values
 * and events. Retellings of one report share two thirds of the names and a quarter or more of the rest, in other words and languages.
 */
const RETELLING = 0.3;
const PARTICULARS = 0.2;
/** Below this there is too little to compare: a few names that any two texts on a subject share. */
const ENOUGH = 5;
/** What two groups that were joined step by step must have in common on average, so that chains of chance likenesses end. */
const ON_AVERAGE = 0.15;
/** Texts that credit different publications, or reports of different months, are one report only if nearly all is shared. */
const AGAINST = 0.8;
const MONTH = 31;

const isRetelling = ({ score, particulars }: Retelling): boolean => score >= RETELLING && particulars >= PARTICULARS;

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
  const tellings = compareTellings(facts).filter((telling) => telling.weight >= ENOUGH);

  const joined = joinTellings(groups, reports, tellings);
  const copied = groupBy(reuses, ({ copy }) => copy);
  const told = groupBy(tellings.filter(isRetelling), ({ left }) => left);
  return joined.sets().map((set) => {
    const members = set.flatMap((group) => groups[group] ?? []).sort((a, b) => a - b);
    const within = new Set(set);
    const used = set.flatMap((group) => told.get(group) ?? []).filter(({ right }) => within.has(right));
    return {
      documents: members,
      root: fullest(members, texts),
      ...mergeReports(members.map((member) => reports[member])),
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
): (RareFact & { document: string })[] {
  const merged = new Map<string, RareFact & { document: string }>();
  for (const member of group) {
    const document = documents[member];
    if (document === undefined) continue;
    for (const fact of rareFacts(document, evidence)) {
      if (!merged.has(fact.key)) merged.set(fact.key, { ...fact, document: document.document.id });
    }
  }
  return [...merged.values()];
}

function mergeReports(reports: readonly (RetoldReport | undefined)[]): Pick<Echo, 'publications' | 'date'> {
  const publications = new Set(reports.flatMap((report) => report?.publications ?? []));
  const dates = reports.flatMap((report) => report?.date ?? []).sort();
  return { publications: [...publications].sort(), date: dates[0] ?? null };
}

function joinTellings(
  groups: readonly (readonly number[])[],
  reports: readonly RetoldReport[],
  tellings: readonly Retelling[],
): Union {
  const union = new Union(groups.length);
  const members = new Map(groups.map((_, group) => [group, [group]]));
  const credits = new Map(groups.map((group, i) => [i, mergeReports(group.map((member) => reports[member]))]));
  const scores = new Map(tellings.map(({ left, right, score }) => [left * groups.length + right, score]));
  const average = (a: readonly number[], b: readonly number[]): number => {
    let sum = 0;
    let count = 0;
    for (const x of a.slice(0, 40)) {
      for (const y of b.slice(0, 40)) {
        sum += scores.get(Math.min(x, y) * groups.length + Math.max(x, y)) ?? 0;
        count++;
      }
    }
    return sum / Math.max(count, 1);
  };
  for (const telling of tellings) {
    const { left, right, score } = telling;
    const [a, b] = [union.find(left), union.find(right)];
    const [left0, right0] = [credits.get(a), credits.get(b)];
    if (!isRetelling(telling) || a === b || left0 === undefined || right0 === undefined) continue;
    if (score < AGAINST && areOtherReports(left0, right0)) continue;
    const [membersA, membersB] = [members.get(a) ?? [], members.get(b) ?? []];
    if (average(membersA, membersB) < ON_AVERAGE) continue;
    union.join(a, b);
    members.set(
      union.find(a),
      [...membersA, ...membersB].sort((x, y) => x - y),
    );
    credits.set(
      union.find(a),
      mergeReports([
        { ...left0, span: null },
        { ...right0, span: null },
      ]),
    );
  }
  return union;
}

type Credit = Pick<Echo, 'publications' | 'date'>;

function areOtherReports(a: Credit, b: Credit): boolean {
  const apart =
    a.publications.length > 0 &&
    b.publications.length > 0 &&
    !a.publications.some((one) => b.publications.includes(one));
  const [dayA, dayB] = [a.date === null ? null : readEdtf(a.date), b.date === null ? null : readEdtf(b.date)];
  return apart || (dayA !== null && dayB !== null && gap(dayA, dayB) > MONTH);
}

function reuseReason(
  { copy, of, containment }: Reuse,
  texts: readonly ArticleText[],
  documents: readonly DocumentEvidence[],
): OriginReason {
  const [left, right] = [texts[copy], texts[of]];
  const idOf = (at: number): string => documents[at]?.document.id ?? '';
  const stretches = left && right ? sharedStretches(left, right) : [];
  return {
    signal: 'text-reuse',
    score: round(containment),
    evidence: stretches.flatMap(([one, other]) => [
      { document: idOf(copy), ...one },
      { document: idOf(of), ...other },
    ]),
  };
}

function tellingReason(
  telling: Retelling,
  groups: readonly (readonly number[])[],
  documents: readonly DocumentEvidence[],
  facts: readonly (readonly (RareFact & { document: string })[])[],
): OriginReason {
  const place = (group: number, fact: RareFact) => ({
    document:
      facts[group]?.find(({ key }) => key === fact.key)?.document ??
      documents[groups[group]?.[0] ?? 0]?.document.id ??
      '',
    start: fact.span.start,
    end: fact.span.end,
  });
  return {
    signal: 'rare-value',
    score: round(telling.score),
    evidence: telling.shared
      .slice(0, 6)
      .flatMap(({ left, right }) => [place(telling.left, left), place(telling.right, right)]),
  };
}

/** Naming one publication joins nothing by itself; it is shown beside what did. */
function agencyReasons(
  members: readonly number[],
  reports: readonly RetoldReport[],
  documents: readonly DocumentEvidence[],
): OriginReason[] {
  return members.flatMap((member): OriginReason[] => {
    const span = reports[member]?.span;
    const document = documents[member]?.document.id;
    return span && document !== undefined
      ? [{ signal: 'named-agency', score: 0.5, evidence: [{ document, start: span.start, end: span.end }] }]
      : [];
  });
}

const round = (score: number): number => Math.round(score * 1000) / 1000;
