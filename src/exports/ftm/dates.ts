/** Whole and partial ISO dates are all that FollowTheMoney can hold: no "about", no season, no open end. */
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?/;

const dateOf = (edtf: string): string[] => {
  const match = DATE.exec(edtf);
  return match ? [match[0]] : [];
};

/** An EDTF time as the `date`, or `startDate` and `endDate`, of an interval; what does not fit is left to the description. */
export function ftmDates(edtf: string | null): Readonly<Record<string, readonly string[]>> {
  if (edtf === null) return {};
  const [from, to] = edtf.split('/');
  if (to === undefined) return { date: dateOf(edtf) };
  return { startDate: dateOf(from ?? ''), endDate: dateOf(to) };
}
