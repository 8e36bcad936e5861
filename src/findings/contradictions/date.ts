import { wordEdtf } from '../../text/index.ts';
import { gap, isSince, readEdtf } from '../calendar.ts';
import type { ClaimEvidence } from '../evidence.ts';
import { asserts, type FactRule, fromDifferentDocuments, inOneLine, overlap, takeSides, topic } from './clash.ts';

/** Starts that lie closer are one start told with different precision ("since mid-2031", "since summer"). */
const SAME_START = 62;

/**
 * Two times of one fact. What may happen again (a visit, a delivery) clashes only in its beginning: "since early 2031" against
 * "since that autumn". What happens once (a designation, an arrest) clashes when the days do not touch.
 */
export const findDateClash: FactRule = (fact, context) => {
  const timed = fact.filter((claim) => asserts(claim) && dayOf(claim) !== null);
  const sides = takeSides(
    timed,
    ({ claim, object }) => [claim.time?.edtf, ...object].join(' '),
    (a, b) => !differ(a, b),
  );
  if (sides.length < 2 || !fromDifferentDocuments(sides)) return [];
  const detail = inOneLine(sides, ({ claim }) => wordEdtf(claim.time?.edtf ?? ''));
  return [{ kind: 'date', severity: 'hard', sides, detail: `${topic(timed[0], context)}: ${detail}` }];
};

const dayOf = ({ claim }: ClaimEvidence) => (claim.time?.edtf == null ? null : readEdtf(claim.time.edtf));

function differ(a: ClaimEvidence, b: ClaimEvidence): boolean {
  const [left, right] = [dayOf(a), dayOf(b)];
  if (left === null || right === null) return false;
  if (isSince(left) && isSince(right)) return Math.abs((left.from ?? 0) - (right.from ?? 0)) > SAME_START;
  const samePart = a.object.length === 0 || b.object.length === 0 || overlap(a.object, b.object);
  return a.rule.once && b.rule.once && samePart && gap(left, right) > 0;
}
