import type { Reply } from '../model/index.ts';
import { contentId } from '../text/index.ts';
import { isPublication } from './agency.ts';
import { authorsOf } from './authors.ts';
import { type Evidence, sorted } from './evidence.ts';
import { holdsWording } from './word-lists.ts';

/** Characters at the head of a letter in which it says what it answers. */
const HEAD = 300;

/** The answer itself, where it lies in the case: a signed paper that calls itself one. It denies, or it states. */
export function replyLetters(evidence: Evidence): Reply[] {
  return evidence.documents.flatMap((document): Reply[] => {
    const head = `${document.document.metadata.title ?? ''}\n${document.document.text.slice(0, HEAD)}`;
    const [line = ''] = head.trim().split('\n');
    if (document.claims.length === 0 || !holdsWording(line, evidence.lists.replyTitles)) return [];
    const authors = authorsOf(document, evidence);
    const bodies = authors.filter((id) => evidence.entity(id)?.type !== 'Person');
    const [party] = bodies.length > 0 ? bodies : authors;
    if (party === undefined) return [];
    const own = document.claims.filter(({ chain }) => chain.length === 0);
    const denied = own.filter(({ claim, rule }) => claim.polarity === 'negative' || rule.family === 'denial');
    const claims = sorted((denied.length > 0 ? denied : document.claims).map(({ claim }) => claim.id));
    const addressee = document.mentions
      .filter(({ start }) => start < HEAD)
      .map((mention) => evidence.entityOfMention(mention.id) ?? '')
      .find((entity) => isPublication(entity, evidence));
    return [
      {
        id: contentId('reply', 'letter', document.document.id, party),
        party,
        askedBy: addressee ?? null,
        outcome: denied.length > 0 ? 'denied' : 'statement',
        claims,
        decision: null,
        note: '',
      },
    ];
  });
}
