import type { Reason } from '../../model/index.ts';
import type { Run } from '../dossier.ts';
import { datum, text } from '../runs.ts';

const signed = (score: number): string => `${score < 0 ? '−' : '+'}${Math.abs(Math.round(score * 100) / 100)}`;

/** A reason for a score in one line: `independent origins: 2 / at least 2 (+0.5)`. */
export function wordReason({ feature, score, left, right }: Reason): Run[] {
  const compared = [left, right].filter((side) => side !== '').join(' / ');
  return [
    text(`${feature.replaceAll(/[-_/]/g, ' ')}`),
    ...(compared === '' ? [] : [text(': '), datum(compared)]),
    text(` (${signed(score)})`),
  ];
}
