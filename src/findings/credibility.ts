import type { Contradiction, Credibility, Reason, Support } from '../model/index.ts';
import type { ClaimEvidence } from './evidence.ts';
import { affirms } from './support.ts';

const REVIEWED: ReadonlySet<string> = new Set(['accepted', 'edited']);
/** What is said of somebody's mind, or of what may come, is graded by nobody. */
const NO_FACT: ReadonlySet<string> = new Set(['opinion', 'planned', 'refused_comment']);

/**
 * A proposed Admiralty credibility digit (STANAG 2511: 1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful,
 * 5 improbable, 6 cannot be judged) with what moved it; `null` where there is no fact to grade. One origin alone is never better than 3,
 * however many copies it has; nor is what the case contradicts; and nothing is "confirmed" before a person has looked at two origins of it.
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
  if (affirmed.length === 0 || fact.some(({ rule }) => rule.nature === 'voice')) return { digit: null, reasons };
  const modalities = new Set(affirmed.map(({ claim }) => claim.modality));
  const only = (...kinds: readonly string[]): boolean => [...modalities].every((modality) => kinds.includes(modality));
  if (only(...NO_FACT)) return { digit: null, reasons };
  note(
    'origins',
    support.publisherOrigins,
    `${support.publisherOrigins} publisher`,
    `${support.upstreamOrigins} upstream`,
  );
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
  if (digit === 1 && affirmed.filter(({ claim }) => REVIEWED.has(claim.review)).length < 2) {
    note('review', -1, 'not reviewed by a person');
    digit = 2;
  }
  if (contradictions.length > 0) digit = Math.max(digit, 3);
  for (const { kind, detail } of contradictions) note('contradiction', -1, kind, detail);
  const isDisputed = contradictions.some(({ severity, within }) => severity === 'hard' && within === 'between-origins');
  return { digit: isDisputed ? 4 : toDigit(digit), reasons };
}

const toDigit = (digit: number): Credibility['digit'] => (digit <= 1 ? 1 : digit === 2 ? 2 : digit === 3 ? 3 : 4);
