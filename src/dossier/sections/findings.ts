import type { Drift, Finding, Reason } from '../../model/index.ts';
import { wordEdtf } from '../../text/index.ts';
import { anchorOf, type CaseIndex, nameId } from '../case-index.ts';
import type { Block, Cell, Run, Section } from '../dossier.ts';
import { evidenceOf, requireClaim } from '../evidence.ts';
import { showClaim } from '../reading.ts';
import { cell, datum, enumerate, founded, link, remark, say, text } from '../runs.ts';
import { numberContradictions } from './contradictions.ts';
import { wordReason } from './reason.ts';
import { standingFindings, wordSupport } from './summary.ts';

/** A neutral heading: it names the fact without saying that it is one. */
export function titleFinding(finding: Finding, index: CaseIndex): Run[] {
  const names = (ids: readonly string[]): Run[] => enumerate(ids.map((id) => nameId(id, index)));
  const parts = [finding.subject, finding.object, finding.theme].filter((ids) => ids.length > 0).map(names);
  const modalities = new Set(index.standing(finding.claims).map((id) => requireClaim(id, index).claim.modality));
  const [only] = modalities.size === 1 ? modalities : [];
  const label = index.wording.predicate(finding.predicate, ...(only ? [only] : [])).label;
  if (parts.length === 0) return [text(label)];
  return [text(`${label}: `), ...parts.flatMap((part, n) => (n === 0 ? part : [text(' – '), ...part]))];
}

function showDrift(drift: Drift, finding: Finding, index: CaseIndex): Block {
  const { wording } = index;
  const what = `${wording.label('field', drift.field)} ${wording.label('drift', drift.kind)} between copies: `;
  const claims = index.standing(drift.claims.length > 0 ? drift.claims : finding.claims);
  return {
    kind: 'line',
    line: founded(claims.map(evidenceOf), [
      { kind: 'tag', text: 'drift', tone: 'caution' },
      text(` ${what}`),
      datum(drift.detail),
    ]),
  };
}

function showOrigins(finding: Finding, index: CaseIndex): Run[] {
  const labels = (level: 'publisher' | 'upstream'): Run[][] =>
    finding.origins.flatMap((id) => {
      const origin = index.origins.get(id);
      if (origin?.level !== level) return [];
      const kind = index.wording.label('origin', origin.kind);
      const date = origin.date === null ? '' : wordEdtf(origin.date);
      const isDated = origin.label.includes(date);
      return [[datum(origin.label), text(` (${isDated ? kind : `${kind}, ${date}`})`)]];
    });
  const publishers = labels('publisher');
  const upstream = labels('upstream');
  return [
    ...(publishers.length > 0 ? [text(' Origins: '), ...enumerate(publishers), text('.')] : []),
    ...(upstream.length > 0 ? [text(' Going back to: '), ...enumerate(upstream), text('.')] : []),
  ];
}

function showFinding(finding: Finding, numbers: ReadonlyMap<string, number>, index: CaseIndex): Block {
  const { digit, reasons } = finding.credibility;
  const claims = index.standing(finding.claims);
  const drifts = finding.drift.filter((drift) => drift.claims.length === 0 || index.standing(drift.claims).length > 0);
  const against = finding.contradictions.flatMap((id) => {
    const n = numbers.get(id);
    return n === undefined ? [] : [[link(`contradiction ${n}`, anchorOf('contradiction', id))]];
  });
  return {
    kind: 'card',
    id: anchorOf('finding', finding.id),
    title: titleFinding(finding, index),
    blocks: [
      {
        kind: 'facts',
        facts: [
          {
            term: 'Support',
            cell: cell(remark(`${wordSupport(finding.support)}.`, ...showOrigins(finding, index))),
          },
          ...(digit === null ? [] : [{ term: 'Credibility', cell: gradeOf(digit, reasons, index) }]),
          ...(against.length > 0 ? [{ term: 'Against it', cell: cell(remark(...enumerate(against))) }] : []),
        ],
      },
      ...drifts.map((drift) => showDrift(drift, finding, index)),
      ...claims.map((id) => showClaim(id, index)),
    ],
  };
}

const gradeOf = (digit: number, reasons: readonly Reason[], index: CaseIndex): Cell =>
  cell(
    remark(`${digit}, ${index.wording.label('credibility', digit)} (proposed by rule, Admiralty scale 1 to 6).`),
    ...reasons.map((reason) => remark(...wordReason(reason))),
  );

export function writeFindings(index: CaseIndex): Section {
  const findings = standingFindings(index);
  const numbers = numberContradictions(index);
  const grouped = new Set(findings.flatMap((finding) => finding.claims));
  const alone = index.standing([...index.claims.keys()]).filter((id) => !grouped.has(id));
  const blocks: Block[] = findings.map((finding) => showFinding(finding, numbers, index));
  if (findings.length === 0)
    blocks.push(say('No finding: clew found no claim in the documents of this case. Read the documents.'));
  if (alone.length > 0) {
    blocks.push({
      kind: 'card',
      id: 'other-claims',
      title: [text('Claims in no finding')],
      blocks: alone.map((id) => showClaim(id, index)),
    });
  }
  return { id: 'findings', title: 'Findings, claim by claim', about: 'world', blocks };
}
