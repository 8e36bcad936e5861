import type { Claim, Finding } from '../../model/index.ts';
import { compareText } from '../../text/index.ts';
import { anchorOf, type CaseIndex } from '../case-index.ts';
import type { Block, Cell, Line, Run, Section } from '../dossier.ts';
import { requireClaim } from '../evidence.ts';
import { cell, count, datum, enumerate, founded, heading, link, remark, say, text } from '../runs.ts';
import { readStances } from '../stances.ts';
import { standingContradictions } from './contradictions.ts';

/** How many findings a group of the summary spells out; the rest are counted and stand in full under "Findings". */
const SHOWN = 20;
const NAMED_SOURCES = 4;

/** Most support first: independent publisher origins, then upstream origins, then documents, then the order of the text. */
export function bySupport(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      b.support.publisherOrigins - a.support.publisherOrigins ||
      b.support.upstreamOrigins - a.support.upstreamOrigins ||
      b.support.documents - a.support.documents ||
      (a.credibility.digit ?? 6) - (b.credibility.digit ?? 6) ||
      compareText(a.id, b.id),
  );
}

/** Findings that still have a claim after rejections, most support first. */
export const standingFindings = (index: CaseIndex): Finding[] =>
  bySupport(
    index.view.weighing.findings.filter(
      (finding) => index.standing(finding.claims).length > 0 || finding.claims.length === 0,
    ),
  );

/** `3 documents, 2 publisher origins, 1 upstream origin`. */
export function wordSupport({ documents, publisherOrigins, upstreamOrigins }: Finding['support']): string {
  if (publisherOrigins === 0) return `${count(documents, 'document')}, affirmed by none that clew found`;
  const publishers = count(publisherOrigins, 'publisher origin');
  const upstream = upstreamOrigins === 0 ? 'no upstream origin named' : count(upstreamOrigins, 'upstream origin');
  return `${count(documents, 'document')}, ${publishers}, ${upstream}`;
}

/** What the reports of a finding rest on, by label. */
function nameUpstream(finding: Finding, index: CaseIndex): Run[] {
  const labels = finding.origins.flatMap((id) => {
    const origin = index.origins.get(id);
    return origin?.level === 'upstream' ? [[datum(origin.label)]] : [];
  });
  if (labels.length === 0) return [];
  const more = labels.length - NAMED_SOURCES;
  const shown = more > 0 ? [...labels.slice(0, NAMED_SOURCES), [text(`${more} more`)]] : labels;
  return [text(' ('), ...enumerate(shown), text(')')];
}

/** Two publishers that both pass on one upstream source are not independent. */
const isIndependent = ({ support }: Finding): boolean => support.publisherOrigins > 1 && support.upstreamOrigins !== 1;

/** One sentence for each way in which the finding is told, with every claim as a footnote. */
function readFinding(finding: Finding, index: CaseIndex): Line[] {
  const claims = index.standing(finding.claims);
  return claims.length === 0
    ? [founded([], [text(`Finding ${finding.predicate} without a claim`)])]
    : readStances(claims, index);
}

/** How many of the claims a person has looked at. */
export function wordReview(claims: readonly Claim[]): string {
  const open = claims.filter((claim) => claim.review === 'proposed').length;
  if (open === 0) return 'reviewed by a person';
  return open === claims.length ? 'not reviewed' : `${open} of ${count(claims.length, 'claim')} not reviewed`;
}

function summarise(finding: Finding, index: CaseIndex): Cell {
  const claims = index.standing(finding.claims).map((id) => requireClaim(id, index).claim);
  const notes = [
    ...(finding.contradictions.length > 0 ? [count(finding.contradictions.length, 'contradiction')] : []),
    ...(finding.drift.length > 0 ? ['copies differ'] : []),
    wordReview(claims),
  ];
  return cell(
    ...readFinding(finding, index),
    remark(
      wordSupport(finding.support),
      ...nameUpstream(finding, index),
      `; ${notes.join('; ')}. `,
      link('All claims', anchorOf('finding', finding.id)),
    ),
  );
}

function group(title: string, about: string, findings: readonly Finding[], index: CaseIndex): Block[] {
  if (findings.length === 0) return [];
  const rest = findings.length - SHOWN;
  return [
    heading(title),
    say(about),
    { kind: 'list', items: findings.slice(0, SHOWN).map((finding) => summarise(finding, index)) },
    ...(rest > 0
      ? [say(`${count(rest, 'further finding')} of this kind ${rest === 1 ? 'stands' : 'stand'} under "Findings".`)]
      : []),
  ];
}

export function writeSummary(index: CaseIndex): Section {
  const findings = standingFindings(index);
  const standing = new Set(standingContradictions(index).map((one) => one.id));
  const isContested = (finding: Finding): boolean => finding.contradictions.some((id) => standing.has(id));
  const contested = findings.filter(isContested);
  const affirmed = ({ support }: Finding): boolean => support.publisherOrigins > 0;
  const open = findings.filter((finding) => !isContested(finding) && affirmed(finding));
  const unaffirmed = findings.filter((finding) => !isContested(finding) && !affirmed(finding));
  const { documents, weighing } = index.view;
  const blocks: Block[] = [
    {
      kind: 'facts',
      facts: [
        { term: 'Documents', cell: [remark(wordDocuments(index))] },
        ...(index.view.leftOut.length > 0
          ? [
              {
                term: 'Left out',
                cell: [remark(`${count(index.view.leftOut.length, 'file')}, listed under "Sources"`)],
              },
            ]
          : []),
        { term: 'Claims', cell: [remark(wordClaims(index))] },
        { term: 'Findings', cell: [remark(String(findings.length))] },
        {
          term: 'Publisher origins',
          cell: [remark(String(weighing.origins.filter((o) => o.level === 'publisher').length))],
        },
        {
          term: 'Upstream origins',
          cell: [remark(String(weighing.origins.filter((o) => o.level === 'upstream').length))],
        },
        { term: 'Contradictions', cell: [remark(String(standing.size))] },
      ],
    },
    ...group(
      'Told by more than one independent origin',
      'Each of these is told by at least two origins that do not go back to one and the same source, and clew found nothing in the case that contradicts it.',
      open.filter(isIndependent),
      index,
    ),
    ...group(
      'Contested',
      'On each of these, claims in the case contradict each other; section 3 sets them side by side.',
      contested,
      index,
    ),
    ...group(
      'Resting on one origin',
      'However many documents repeat it, each of these goes back to one origin, or to one source behind several.',
      open.filter((finding) => !isIndependent(finding)),
      index,
    ),
    ...group(
      'Denied or left open',
      'clew found nobody in the case who affirms these: they are denied, or said not to be known.',
      unaffirmed,
      index,
    ),
  ];
  if (findings.length === 0) {
    blocks.push(
      say(
        documents.length === 0
          ? 'The case holds no documents yet.'
          : 'No finding: clew found no claim in the documents of this case. Read the documents.',
      ),
    );
  }
  return { id: 'summary', title: 'What is said, and by how many', about: 'world', blocks };
}

function wordDocuments({ view }: CaseIndex): string {
  const partial = view.documents.filter((document) => document.status === 'partial').length;
  const refused = view.documents.filter((document) => document.status === 'refused').length;
  const notes = [...(partial > 0 ? [`${partial} read in part`] : []), ...(refused > 0 ? [`${refused} not read`] : [])];
  return notes.length === 0 ? String(view.documents.length) : `${view.documents.length} (${notes.join(', ')})`;
}

function wordClaims(index: CaseIndex): string {
  const claims = [...index.claims.values()].map((place) => place.claim);
  const open = claims.filter((claim) => claim.review === 'proposed').length;
  return claims.length === 0
    ? '0'
    : `${claims.length} (${open === claims.length ? 'none' : claims.length - open} reviewed by a person)`;
}
