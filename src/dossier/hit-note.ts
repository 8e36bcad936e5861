import type { Hit } from '../model/index.ts';
import type { CaseIndex } from './case-index.ts';
import type { Run } from './dossier.ts';
import { datum, text } from './runs.ts';
import { wordReason } from './sections/reason.ts';

/** List, snapshot with hash, entry, score with its reasons, and whether a person has compared the two. */
export function wordHit(hit: Hit, index: CaseIndex): Run[] {
  const snapshots = index.view.screening.lists.filter(({ list }) => list === hit.list);
  const hashes = snapshots.map(
    ({ date, hashes }) => `${date}, sha256 ${hashes.map((hash) => hash.slice(0, 12)).join(' ')}`,
  );
  return [
    text('List entry '),
    datum(`${hit.list} ${hit.entry}, ${hit.primary}`),
    text('; snapshot of '),
    datum(hashes.join('; ') || 'a list no longer held'),
    text(`; score ${hit.score.toFixed(2)}`),
    ...hit.reasons.flatMap((reason) => [text('; '), ...wordReason(reason)]),
    text('. '),
    ...wordState(hit, index),
  ];
}

/** Who confirmed or rejected a hit, or that nobody has looked. */
export function wordState(hit: Hit, index: CaseIndex): Run[] {
  const decision = index.view.decisions.find((state) => state.decision.id === hit.decision)?.decision;
  if (hit.state === 'proposed' || !decision) return [text('Proposed by rules; not reviewed by a person.')];
  const comment = decision.comment === '' ? [] : [text(': '), datum(decision.comment)];
  return [
    text(hit.state === 'confirmed' ? 'Confirmed by ' : 'Rejected by '),
    datum(decision.who),
    text(' on '),
    datum(decision.when),
    ...comment,
    text('.'),
  ];
}
