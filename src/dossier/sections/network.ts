import { compareText } from '../../text/index.ts';
import { type CaseIndex, nameId } from '../case-index.ts';
import type { Run, Section } from '../dossier.ts';
import { evidenceOf, requireClaim } from '../evidence.ts';
import { cell, count, founded, say, text } from '../runs.ts';
import { wordStance } from '../wording.ts';

/** How a tie is told, most often first: `2 reported, 1 denied`. */
function wordModalities(claims: readonly string[], index: CaseIndex): string {
  const tally = new Map<string, number>();
  for (const id of claims) {
    const words = wordStance(requireClaim(id, index).claim, index.wording);
    tally.set(words, (tally.get(words) ?? 0) + 1);
  }
  return [...tally]
    .sort(([, a], [, b]) => b - a)
    .map(([tag, n]) => `${n} ${tag}`)
    .join('; ');
}

export function writeNetwork(index: CaseIndex): Section {
  const name = (id: string): string => index.entities.get(id)?.canonical ?? id;
  const edges = index.view.weighing.network
    .filter((edge) => edge.claims.length === 0 || index.standing(edge.claims).length > 0)
    .sort(
      (a, b) =>
        compareText(name(a.from), name(b.from)) ||
        compareText(name(a.to), name(b.to)) ||
        compareText(a.predicate, b.predicate),
    );
  const title = 'Network';
  if (edges.length === 0) {
    return {
      id: 'network',
      title,
      about: 'world',
      blocks: [say('clew found no claim that ties one named actor to another. Read the documents.')],
    };
  }
  const rows = edges.map((edge) => {
    const claims = index.standing(edge.claims);
    const evidence = claims.map(evidenceOf);
    const documents = new Set(claims.map((id) => requireClaim(id, index).document.id)).size;
    const told: Run[] = [text(`${wordModalities(claims, index)}, in ${count(documents, 'document')}`)];
    return [
      cell(founded(evidence, nameId(edge.from, index))),
      cell(founded(evidence, [text(index.wording.predicate(edge.predicate).label.toLowerCase())])),
      cell(founded(evidence, nameId(edge.to, index))),
      cell(founded(evidence, told)),
    ];
  });
  return {
    id: 'network',
    title,
    about: 'world',
    blocks: [
      {
        kind: 'table',
        caption: 'Ties between actors, each as told; a tie here is what claims say, not what is so',
        columns: ['From', 'Tie', 'To', 'How it is told'],
        rows,
      },
    ],
  };
}
