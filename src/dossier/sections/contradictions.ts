import type { Contradiction } from '../../model/index.ts';
import { anchorOf, type CaseIndex } from '../case-index.ts';
import type { Block, Section } from '../dossier.ts';
import { evidenceOf } from '../evidence.ts';
import { showClaim } from '../reading.ts';
import { datum, founded, headline, say, text } from '../runs.ts';

const SEVERITY: Readonly<Record<Contradiction['severity'], number>> = { hard: 0, medium: 1, soft: 2 };

const SIDE = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Sides that still have a claim; a contradiction needs two of them. */
const standingSides = (contradiction: Contradiction, index: CaseIndex): (readonly string[])[] =>
  contradiction.sides.map((side) => index.standing(side)).filter((side) => side.length > 0);

/** Contradictions that still stand after rejections, the hardest first. */
export const standingContradictions = (index: CaseIndex): Contradiction[] =>
  index.view.weighing.contradictions
    .filter((contradiction) => standingSides(contradiction, index).length > 1)
    .sort((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity]);

/** The number under which each stands in the dossier, from 1. */
export const numberContradictions = (index: CaseIndex): ReadonlyMap<string, number> =>
  new Map(standingContradictions(index).map((one, n) => [one.id, n + 1]));

function showContradiction(contradiction: Contradiction, n: number, index: CaseIndex): Block {
  const { wording } = index;
  const sides = standingSides(contradiction, index);
  return {
    kind: 'card',
    id: anchorOf('contradiction', contradiction.id),
    title: [
      text(`${n}. `),
      ...headline([text(wording.label('contradiction', contradiction.kind)), text(': '), datum(contradiction.detail)]),
    ],
    blocks: [
      {
        kind: 'line',
        line: founded(sides.flat().map(evidenceOf), [
          { kind: 'tag', text: wording.label('severity', contradiction.severity), tone: 'caution' },
          text(' '),
          { kind: 'tag', text: wording.label('within', contradiction.within), tone: 'plain' },
        ]),
      },
      {
        kind: 'sides',
        sides: sides.map((side, at) => ({
          title: `Side ${SIDE[at] ?? at + 1}`,
          blocks: side.map((id) => showClaim(id, index)),
        })),
      },
    ],
  };
}

export function writeContradictions(index: CaseIndex): Section {
  const blocks = standingContradictions(index).map((one, n) => showContradiction(one, n + 1, index));
  if (blocks.length === 0)
    blocks.push(say('clew found no two claims in this case that contradict each other. Read the documents.'));
  return { id: 'contradictions', title: 'Contradictions', about: 'world', blocks };
}
