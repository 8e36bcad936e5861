import { findCovers } from '../cover.ts';
import { type CaseRule, inOneLine } from './clash.ts';

/** People whom papers give one employer and others another. */
export const findIdentityClash: CaseRule = (_facts, context) =>
  findCovers(context.evidence).map(({ subject, described, assessed }) => {
    const sides = [described, assessed];
    const who = subject.map(context.name).join(', ');
    return {
      kind: 'identity',
      severity: 'hard',
      sides,
      detail: `${who}: ${inOneLine(sides, ({ object }) => object.map(context.name).join(' and '))}`,
    };
  });
