import { dayEdtf, daysInMonth, endOf, partsOf, startOf } from '../../text/index.ts';

/** First and last day of an EDTF date or interval; `null` when an end is open or cannot be fixed to days. */
export function daysOf(edtf: string): { readonly first: string; readonly last: string } | null {
  const bare = edtf.replaceAll(/[~?%]/g, '');
  const from = partsOf(startOf(bare));
  const to = partsOf(endOf(bare));
  if (!from || !to) return null;
  const month = to.month ?? 12;
  return {
    first: dayEdtf({ year: from.year, month: from.month ?? 1, day: from.day ?? 1 }),
    last: dayEdtf({ year: to.year, month, day: to.day ?? daysInMonth(to.year, month) }),
  };
}
