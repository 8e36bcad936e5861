import { compareText, wordEdtf } from '../../text/index.ts';
import type { CaseIndex } from '../case-index.ts';
import type { Section } from '../dossier.ts';
import { evidenceOf } from '../evidence.ts';
import { readClaim } from '../reading.ts';
import { cell, datum, founded, say } from '../runs.ts';

export function writeTimeline(index: CaseIndex): Section {
  const entries = index.view.weighing.timeline
    .filter((entry) => entry.claims.length === 0 || index.standing(entry.claims).length > 0)
    .sort((a, b) => compareText(a.edtf, b.edtf));
  const title = 'Timeline';
  if (entries.length === 0) {
    return {
      id: 'timeline',
      title,
      about: 'world',
      blocks: [say('clew found no claim with a time that it could fix. Read the documents.')],
    };
  }
  const rows = entries.map((entry) => {
    const claims = index.standing(entry.claims);
    return [
      cell(founded(claims.map(evidenceOf), [datum(wordEdtf(entry.edtf))])),
      claims.map((id) => readClaim(id, index)),
    ];
  });
  const caption = 'In the order of time; each time as precise as the words allow';
  return {
    id: 'timeline',
    title,
    about: 'world',
    blocks: [{ kind: 'table', caption, columns: ['Time', 'What is said of it'], rows }],
  };
}
