import { type DecisionState, REPLY_OUTCOMES, type Reply, type ReplyOutcome, SELF } from '../model/index.ts';
import { contentId } from '../text/index.ts';
import { isPublication, retoldReport } from './agency.ts';
import { type ClaimEvidence, type Evidence, inside, sorted } from './evidence.ts';
import { groupBy } from './grouping.ts';
import { replyLetters } from './reply-letters.ts';
import { partiesOf } from './reply-parties.ts';
import { holdsWording } from './word-lists.ts';

/** Who was asked and what they answered, from the documents, their own letters included, and as people noted it; sorted by id. */
export function findReplies(
  evidence: Evidence,
  originOf: ReadonlyMap<string, string>,
  decisions: readonly DecisionState[],
): Reply[] {
  const found = [...repliesInText(evidence, originOf), ...replyLetters(evidence), ...notedReplies(evidence, decisions)];
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** One reply a party, outcome and origin: retellings of one "did not respond" are one. */
function repliesInText(evidence: Evidence, originOf: ReadonlyMap<string, string>): Reply[] {
  const answers = evidence.claims.flatMap((claim) => {
    const outcome = outcomeOf(claim, evidence);
    return outcome === null ? [] : partiesOf(claim, evidence).map((party) => ({ party, outcome, claim }));
  });
  const groups = groupBy(answers, ({ party, outcome, claim }) => `${party} ${outcome} ${originOf.get(claim.claim.id)}`);
  return [...groups].flatMap(([key, group]): Reply[] => {
    const [first] = group;
    if (first === undefined) return [];
    const askers = sorted(group.flatMap(({ claim }) => askerOf(claim, evidence)));
    return [
      {
        id: contentId('reply', key),
        party: first.party,
        askedBy: askers[0] ?? null,
        outcome: first.outcome,
        claims: sorted(group.map(({ claim }) => claim.claim.id)),
        decision: null,
        note: '',
      },
    ];
  });
}

function outcomeOf(claim: ClaimEvidence, { lists }: Evidence): ReplyOutcome | null {
  const { rule, zone } = claim;
  if ((rule.family !== 'no-comment' && rule.family !== 'denial') || zone === 'comment' || zone === 'boilerplate')
    return null;
  const text = claim.document.document.text.slice(claim.sentence.start, claim.sentence.end);
  const quoted = claim.claim.quotation;
  if (rule.family === 'denial' && holdsWording(quoted, lists.standingDenial)) return null;
  const fitting = (where: string): ReplyOutcome | undefined => {
    const lower = where.toLowerCase().replaceAll('’', "'");
    const found = lists.replyOutcomes.find(
      ([outcome, wording]) => allowed(outcome, rule.family) && lower.includes(wording),
    )?.[0];
    return REPLY_OUTCOMES.find((outcome) => outcome === found);
  };
  return fitting(quoted) ?? fitting(text) ?? (rule.family === 'denial' ? 'denied' : 'no_reply');
}

/** "Declined" in the sentence of a denial tells of somebody else, and "was unaware" is no refusal. */
const allowed = (outcome: string, family: string): boolean =>
  family === 'denial' ? outcome === 'denied_knowledge' : outcome !== 'denied_knowledge';

/** Where a text names a publication that asked, that; else the text itself, unless it retells what another one asked. */
function askerOf(claim: ClaimEvidence, evidence: Evidence): string[] {
  const publications = claim.chain
    .flatMap(({ entities }) => entities)
    .filter((entity) => isPublication(entity, evidence));
  if (publications.length > 0) return publications;
  const inSentence = inside(claim.document.mentions, claim.sentence)
    .map((mention) => evidence.entityOfMention(mention.id) ?? '')
    .filter((entity) => isPublication(entity, evidence));
  if (inSentence.length > 0) return inSentence;
  const { publisher } = claim.document.document.metadata;
  return publisher !== null && retoldReport(claim.document, evidence).publications.length === 0 ? [SELF] : [];
}

function notedReplies(evidence: Evidence, decisions: readonly DecisionState[]): Reply[] {
  return decisions.flatMap(({ decision, state }): Reply[] => {
    const { content } = decision;
    if (state !== 'applied' || content.kind !== 'note-reply') return [];
    const document = evidence.documents.find(({ document: { id } }) => id === content.party.document);
    const mention =
      document?.mentions.find(
        ({ start, end, text }) =>
          start === content.party.start && end === content.party.end && text === content.party.surface,
      ) ?? document?.mentions.find(({ text }) => text === content.party.surface);
    if (mention === undefined) return [];
    return [
      {
        id: contentId('reply', decision.id),
        party: evidence.entityOfMention(mention.id) ?? mention.id,
        askedBy: SELF,
        outcome: content.outcome,
        claims: [],
        decision: decision.id,
        note: content.note,
      },
    ];
  });
}
