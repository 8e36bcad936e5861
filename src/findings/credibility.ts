import type { Contradiction, Credibility, Reason, Support } from '../model/index.ts';
import type { ClaimEvidence } from './evidence.ts';
import { affirms } from './support.ts';

/**
 * A proposed Admiralty credibility digit (STANAG 2511: 1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful,
 * 5 improbable, 6 cannot be judged) with what moved it. One origin alone is never better than 3, however many copies it has.
 */
export function judgeCredibility(
  fact: readonly ClaimEvidence[],
  support: Support,
  contradictions: readonly Contradiction[],
): Credibility {
  const reasons: Reason[] = [];
  const note = (feature: string, score: number, left: string, right = ''): void =>
    void reasons.push({ feature, score, left, right });
  const affirmed = fact.filter(affirms);
  const modalities = new Set(affirmed.map(({ claim }) => claim.modality));
  const only = (...kinds: readonly string[]): boolean => [...modalities].every((modality) => kinds.includes(modality));
  note(
    'origins',
    support.publisherOrigins,
    `${support.publisherOrigins} publisher`,
    `${support.upstreamOrigins} upstream`,
  );
  if (affirmed.length === 0) {
    const denied = fact.some(({ claim }) => claim.modality === 'denied');
    note('modality', 0, denied ? 'denied, affirmed by nobody' : 'not determined');
    return { digit: denied ? 5 : 6, reasons };
  }
  if (only('opinion', 'planned', 'refused_comment')) {
    note('modality', 0, [...modalities].sort().join(', ').replaceAll('_', ' '));
    return { digit: 6, reasons };
  }
  const papers = modalities.has('documented');
  if (papers) note('documented', 1, 'rests on papers');
  const independent = Math.min(support.publisherOrigins, support.upstreamOrigins) >= 2;
  let digit = independent
    ? papers
      ? 1
      : 2
    : papers || support.upstreamOrigins >= 2 || only('reported', 'capability')
      ? 3
      : 4;
  if (only('alleged')) {
    note('modality', -1, 'only alleged');
    digit = Math.max(digit, independent ? 3 : 4);
  }
  if (affirmed.every(({ zone }) => zone === 'comment')) {
    note('comment', -1, 'only in readers’ comments');
    digit = Math.max(digit, 4);
  }
  const against = contradictions.filter(({ severity, within }) => severity === 'hard' && within === 'between-origins');
  for (const { kind, detail } of against) note('contradiction', -1, kind, detail);
  if (against.length > 0) digit = Math.min(digit + 1, 5);
  return { digit: toDigit(digit), reasons };
}

const toDigit = (digit: number): Credibility['digit'] =>
  digit <= 1 ? 1 : digit === 2 ? 2 : digit === 3 ? 3 : digit === 4 ? 4 : 5;
