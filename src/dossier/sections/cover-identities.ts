import { anchorOf, type CaseIndex, nameId } from '../case-index.ts';
import type { Section } from '../dossier.ts';
import { evidenceOf } from '../evidence.ts';
import { showClaim } from '../reading.ts';
import { enumerate, founded, say } from '../runs.ts';

export function writeCoverIdentities(index: CaseIndex): Section {
  const standing = index.view.weighing.coverIdentities.filter(
    (cover) => cover.claims.length === 0 || index.standing(cover.claims).length > 0,
  );
  const blocks = standing.map((cover) => {
    const claims = index.standing(cover.claims);
    const who = enumerate(cover.subject.map((id) => nameId(id, index)));
    return {
      kind: 'card',
      id: anchorOf('cover', cover.id),
      title: who,
      blocks: [
        {
          kind: 'facts',
          facts: [
            { term: 'Described as', cell: [founded(claims.map(evidenceOf), nameId(cover.describedAs, index))] },
            { term: 'Assessed to be', cell: [founded(claims.map(evidenceOf), nameId(cover.assessedAs, index))] },
          ],
        },
        ...claims.map((id) => showClaim(id, index)),
      ],
    } as const;
  });
  return {
    id: 'cover-identities',
    title: 'Cover identities',
    about: 'world',
    blocks:
      blocks.length > 0
        ? blocks
        : [say('clew found nobody who is described as one thing and assessed to be another. Read the documents.')],
  };
}
