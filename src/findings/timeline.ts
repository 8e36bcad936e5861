import type { TimelineEntry } from '../model/index.ts';
import { readEdtf } from './calendar.ts';
import { type ClaimEvidence, sorted } from './evidence.ts';
import { groupBy } from './grouping.ts';

const LEFT_OUT: ReadonlySet<string> = new Set(['comment', 'boilerplate', 'caption']);

/** What happened when: one entry a fact and time, in order of time. */
export function toTimeline(facts: readonly (readonly ClaimEvidence[])[]): TimelineEntry[] {
  const entries = facts.flatMap((fact) => {
    const timed = fact.filter(({ claim, zone }) => claim.time?.edtf != null && !LEFT_OUT.has(zone));
    return [...groupBy(timed, ({ claim }) => claim.time?.edtf ?? '')].map(([edtf, claims]) => ({
      edtf,
      claims: sorted(claims.map(({ claim }) => claim.id)),
    }));
  });
  const day = ({ edtf }: TimelineEntry): number => {
    const interval = readEdtf(edtf);
    return interval?.from ?? interval?.to ?? Number.MAX_SAFE_INTEGER;
  };
  return entries.sort(
    (a, b) => day(a) - day(b) || compare(a.edtf, b.edtf) || compare(a.claims[0] ?? '', b.claims[0] ?? ''),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
