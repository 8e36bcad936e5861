import type { OpenQuestion } from '../model/index.ts';
import { contentId } from '../text/index.ts';
import type { ClaimEvidence, Evidence } from './evidence.ts';
import { sorted } from './evidence.ts';

/** What the documents leave open, as questions in plain words; each rests on the claims that leave it open. Sorted by id. */
export function findQuestions(facts: readonly (readonly ClaimEvidence[])[], evidence: Evidence): OpenQuestion[] {
  const questions = facts.flatMap((fact) => [
    ...undetermined(fact, evidence),
    ...unsourced(fact, evidence),
    ...unfulfilled(fact),
    ...unidentified(fact, evidence),
  ]);
  return questions
    .map(({ question, claims }) => {
      const ids = sorted(claims.map(({ claim }) => claim.id));
      return { id: contentId('question', question, ...ids), question, claims: ids };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

interface Question {
  readonly question: string;
  readonly claims: readonly ClaimEvidence[];
}

const quoted = (claim: ClaimEvidence | undefined): string => `“${(claim?.claim.quotation ?? '').replace(/\s+/g, ' ')}”`;

/** "Could not determine whether", "did not specify", "without giving". */
function undetermined(fact: readonly ClaimEvidence[], evidence: Evidence): Question[] {
  const open = fact.filter(
    ({ claim, zone }) => claim.modality === 'undetermined' && zone !== 'boilerplate' && zone !== 'comment',
  );
  return open.map((claim) => ({ question: questionOf(claim, evidence), claims: [claim] }));
}

/** "Is believed to be", "appears to be": an assessment that nobody is named for. */
function unsourced(fact: readonly ClaimEvidence[], evidence: Evidence): Question[] {
  const open = fact.filter(({ claim, zone }) => claim.modality === 'assessed' && zone !== 'comment');
  const isSourced = (claim: ClaimEvidence): boolean =>
    claim.chain.some(({ entities }) => entities.some((entity) => evidence.entity(entity)?.type !== 'Publication'));
  if (open.length === 0 || fact.some(isSourced)) return [];
  return [{ question: `Who assesses this, and on what grounds: ${quoted(open[0])}?`, claims: open }];
}

/** A plan with a date: did it come about? */
function unfulfilled(fact: readonly ClaimEvidence[]): Question[] {
  const planned = fact.filter(
    ({ claim, zone }) => claim.modality === 'planned' && claim.time !== null && zone !== 'comment',
  );
  const done = fact.some(({ claim }) => claim.modality === 'documented' || claim.modality === 'reported');
  if (planned.length === 0 || done) return [];
  return [
    { question: `Did this come about (${planned[0]?.claim.time?.text}): ${quoted(planned[0])}?`, claims: planned },
  ];
}

/** An unnamed actor where another claim about the same fact names one: are they the same? */
function unidentified(fact: readonly ClaimEvidence[], evidence: Evidence): Question[] {
  const slot = fact[0]?.rule.family === 'mediation' || fact[0]?.rule.family === 'transfer' ? 'agent' : null;
  if (slot === null) return [];
  const entitiesOf = (claim: ClaimEvidence) => (claim.slots.get(slot) ?? []).flatMap((id) => evidence.entity(id) ?? []);
  const unnamed = fact.filter((claim) => entitiesOf(claim).some(({ named }) => !named));
  const named = fact.filter((claim) => entitiesOf(claim).some((entity) => entity.named));
  const [one, other] = [unnamed[0], named[0]];
  if (one === undefined || other === undefined) return [];
  const who = entitiesOf(other)
    .map(({ canonical }) => canonical)
    .join(', ');
  return [{ question: `Is the unnamed party of ${quoted(one)} ${who}?`, claims: [...unnamed, ...named] }];
}

/** The text's own words turned into a question where the lists know how, else what would settle it. */
function questionOf(claim: ClaimEvidence, { lists }: Evidence): string {
  const sentence = claim.document.document.text.slice(claim.sentence.start, claim.sentence.end);
  for (const words of [claim.claim.quotation, sentence].map((text) => text.replace(/\s+/g, ' '))) {
    for (const { wording, question } of lists.questions) {
      const rest = restOf(words, wording);
      if (rest === '') continue;
      const asked = question.replace('{rest}', () => rest);
      return asked.charAt(0).toUpperCase() + asked.slice(1);
    }
  }
  return `What would settle this: ${quoted(claim)}?`;
}

function restOf(words: string, wording: RegExp): string {
  const match = wording.exec(words);
  if (match === null) return '';
  const caught = match.slice(1).filter((group) => group !== undefined);
  const after = caught.length > 0 ? caught.join('') : words.slice(match.index + match[0].length);
  return after.trim().replace(/[.?!,;:]+$/u, '');
}
