import { type Reply, SELF } from '../../model/index.ts';
import { compareText } from '../../text/index.ts';
import { type CaseIndex, nameDocument, nameId } from '../case-index.ts';
import type { Cell, Run, Section } from '../dossier.ts';
import { decisionEvidence, evidenceOf, requireClaim } from '../evidence.ts';
import { quoteClaim } from '../reading.ts';
import { cell, datum, founded, plain, say, text } from '../runs.ts';

/** Who asked: an entity, or the publication that says it asked. */
function nameAsker(reply: Reply, claims: readonly string[], index: CaseIndex): Run[] {
  if (reply.askedBy === null) return [text(reply.decision === null ? 'not stated in what clew read' : 'not stated')];
  if (reply.askedBy !== SELF) return nameId(reply.askedBy, index);
  const [first] = claims;
  return first === undefined ? [text('not stated')] : nameDocument(requireClaim(first, index).document);
}

/** The outcome, and what else is told of the same party: `did not reply (elsewhere: denied it)`. */
export function wordOutcome(reply: Reply, { view, wording }: CaseIndex): string {
  const others = view.weighing.replies.filter(
    ({ party, outcome }) => party === reply.party && outcome !== reply.outcome,
  );
  const own = wording.label('outcome', reply.outcome);
  const told = [...new Set(others.map(({ outcome }) => wording.label('outcome', outcome)))].sort();
  return told.length === 0 ? own : `${own} (elsewhere: ${told.join('; ')})`;
}

function showReply(reply: Reply, index: CaseIndex): Cell[] {
  const claims = index.standing(reply.claims);
  const evidence = [...claims.map(evidenceOf), ...(reply.decision === null ? [] : [decisionEvidence(reply.decision)])];
  const words = claims.map((id) => quoteClaim(id, index));
  const noted = reply.note === '' ? [] : [founded(evidence, [text('Noted by a person: '), datum(reply.note)])];
  return [
    cell(founded(evidence, nameId(reply.party, index))),
    cell(founded(evidence, nameAsker(reply, claims, index))),
    cell(founded(evidence, [text(wordOutcome(reply, index))])),
    words.length + noted.length === 0 ? plain('noted by a person, without words') : [...words, ...noted],
  ];
}

/** The ledger: who was asked and what they answered. */
export function writeReplies(index: CaseIndex): Section {
  const standing = index.view.weighing.replies.filter(
    (reply) => reply.claims.length === 0 || reply.decision !== null || index.standing(reply.claims).length > 0,
  );
  const title = 'Right of reply';
  if (standing.length === 0) {
    const words = 'clew found nobody who was asked for comment, and no reply was noted. Read the documents.';
    return { id: 'replies', title, about: 'world', blocks: [say(words)] };
  }
  const columns = ['Party', 'Asked by', 'Outcome', 'In these words'];
  const caption = 'Who was asked, and what they answered';
  const nameOfParty = ({ party }: Reply): string => index.entities.get(party)?.canonical ?? party;
  const rows = standing
    .sort((a, b) => compareText(nameOfParty(a), nameOfParty(b)) || compareText(a.id, b.id))
    .map((reply) => showReply(reply, index));
  return { id: 'replies', title, about: 'world', blocks: [{ kind: 'table', caption, columns, rows }] };
}
