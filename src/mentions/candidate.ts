import type { MentionType, Span } from '../model/index.ts';

/** How much speaks for each type. */
export type Votes = Partial<Record<MentionType, number>>;

/** A possible mention. `sentence`, `from`, `to` (inclusive) count sentences of the document and words of the sentence. */
export interface Candidate extends Span {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly named: boolean;
  readonly votes: Votes;
  /** Which candidate stays where two overlap: higher first, then longer, then earlier. */
  readonly strength: number;
  readonly rule: string;
  /** The words that name it, lower case, joined by one space; equal keys are one name. */
  readonly key: string;
  readonly identifiers?: Readonly<Record<string, string>>;
}

/** Sum of two vote counts. */
export function addVotes(left: Votes, right: Votes): Votes {
  const sum: Record<string, number> = { ...left };
  for (const type in right) sum[type] = (sum[type] ?? 0) + (right[type as MentionType] ?? 0);
  return sum;
}

/** The type with most votes and its share of all of them; ties go to the type that sorts first. */
export function winnerOf(votes: Votes): { readonly type: MentionType; readonly score: number } | null {
  const entries = (Object.entries(votes) as [MentionType, number][]).filter(([, vote]) => vote > 0);
  entries.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const first = entries[0];
  if (!first) return null;
  const total = entries.reduce((sum, [, vote]) => sum + vote, 0);
  const share = first[1] / total;
  return { type: first[0], score: Math.round(Math.min(1, share * Math.min(1, 0.4 + first[1] * 0.6)) * 100) / 100 };
}

const best = (votes: Votes): number => Math.max(0, ...Object.values(votes));

/** Where two candidates overlap the stronger stays, then the longer, then the earlier; the result is in text order. */
export function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const order = [...candidates].sort(
    (a, b) =>
      b.strength - a.strength ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      best(b.votes) - best(a.votes) ||
      (a.rule < b.rule ? -1 : 1),
  );
  const taken = new Uint8Array(candidates.reduce((most, candidate) => Math.max(most, candidate.end), 0));
  const kept = order.filter((candidate) => {
    for (let at = candidate.start; at < candidate.end; at++) if (taken[at] === 1) return false;
    taken.fill(1, candidate.start, candidate.end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}
