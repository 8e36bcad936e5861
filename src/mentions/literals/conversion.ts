import type { Candidate } from './candidate.ts';
import type { Scan } from './scan.ts';

/** Whether only an opening bracket, or a bracket and "or", "about", stands between two sums. */
function isConversion(scan: Scan, end: number, start: number): boolean {
  const between = scan.pieces.slice(end, start);
  return (
    between.length >= 1 &&
    between.length <= 4 &&
    between[0]?.text === '(' &&
    between.every(({ kind }, at) => at === 0 || kind === 'word')
  );
}

/** Gives each sum the conversion that stands in brackets behind it: "5 million yuan (about $700,000)". Both stay literals of their own. */
export function attachConversions<T extends Candidate>(scan: Scan, candidates: readonly T[]): T[] {
  return candidates.map((candidate, index) => {
    const next = candidates[index + 1];
    const sum = next?.kind === 'money' ? next.value : undefined;
    if (candidate.kind !== 'money' || !candidate.value || !next || !sum?.currency) return candidate;
    if (sum.currency === candidate.value.currency || !isConversion(scan, candidate.to, next.from)) return candidate;
    const converted = { number: sum.number, currency: sum.currency, op: sum.op };
    return { ...candidate, value: { ...candidate.value, converted } };
  });
}
