import type { CaseIndex } from '../case-index.ts';
import type { Section } from '../dossier.ts';
import { evidenceOf } from '../evidence.ts';
import { quoteClaim } from '../reading.ts';
import { cell, datum, founded, say } from '../runs.ts';

export function writeOpenQuestions(index: CaseIndex): Section {
  const standing = index.view.weighing.openQuestions.filter(
    (question) => question.claims.length === 0 || index.standing(question.claims).length > 0,
  );
  if (standing.length === 0) {
    return {
      id: 'questions',
      title: 'Open questions',
      about: 'world',
      blocks: [
        say('clew found no question that a document of this case leaves open in so many words. Read the documents.'),
      ],
    };
  }
  const items = standing.map((question) => {
    const claims = index.standing(question.claims);
    return cell(
      founded(claims.map(evidenceOf), [datum(question.question)]),
      ...claims.map((id) => quoteClaim(id, index)),
    );
  });
  return { id: 'questions', title: 'Open questions', about: 'world', blocks: [{ kind: 'list', items }] };
}
