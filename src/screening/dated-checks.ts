import type { Claim, DatedCheck, Predicate } from '../model/index.ts';
import { answerOver, type Dated, type ListHistory } from './history/index.ts';

/** Dealings that sanctions forbid on the day they happen. */
const DEALINGS: ReadonlySet<Predicate> = new Set([
  'paid',
  'billed',
  'delivered_to',
  'supplies',
  'sold',
  'received',
  'intermediary_between',
]);

export const isDatedDealing = (claim: Claim): boolean =>
  DEALINGS.has(claim.predicate) &&
  claim.time?.edtf != null &&
  claim.review !== 'rejected' &&
  claim.polarity === 'positive';

/** Each dealing held against the list as of its date; those whose time cannot be fixed to days are left out. In order of time. */
export function checkDealings(
  dealings: readonly Claim[],
  entry: Dated,
  history: ListHistory | undefined,
): DatedCheck[] {
  return dealings
    .flatMap(({ id, predicate, time }) => {
      const edtf = time?.edtf ?? '';
      const answer = answerOver(entry, history, edtf);
      return answer === null ? [] : [{ claim: id, predicate, edtf, ...answer }];
    })
    .sort((a, b) => (a.edtf < b.edtf ? -1 : a.edtf > b.edtf ? 1 : a.claim < b.claim ? -1 : 1));
}
