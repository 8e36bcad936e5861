import type { Candidate } from './candidate.ts';

/**
 * The candidates that do not overlap, in text order: longer before shorter, and among equals the one listed first.
 * No candidate is cut to fit.
 */
export function chooseLongest<T extends Pick<Candidate, 'from' | 'to'>>(candidates: readonly T[]): T[] {
  const byLength = [...candidates].sort((a, b) => b.to - b.from - (a.to - a.from));
  const taken: boolean[] = [];
  const chosen: T[] = [];
  for (const candidate of byLength) {
    // What was chosen before is at least as long, so an overlap shows at an end.
    if (taken[candidate.from] || taken[candidate.to - 1]) continue;
    for (let at = candidate.from; at < candidate.to; at += 1) taken[at] = true;
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.from - b.from);
}
