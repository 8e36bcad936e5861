import type { Sentence } from './sentence.ts';
import { clauseStart, type Subject } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';

/** Most words between a verb and its subject for one quotation to hold both. */
const PARENTHESIS = 24;

/** "X, a firm in Y, is owned by": only a parenthesis without a verb of its own parts the verb from its named subject. */
function isParted({ words, groups }: Sentence, group: VerbGroup, { list }: Subject): boolean {
  if (group.form !== 'finite' || words[group.start - 1]?.class !== 'comma') return false;
  if (words[list.end]?.class !== 'comma' || group.start - list.end > PARENTHESIS) return false;
  if (!list.phrases.some(({ head, possessor }) => head ?? possessor)) return false;
  return !groups.some(({ start, end, form }) => form === 'finite' && start >= list.end && end <= group.start);
}

/** First word of the quotation for a verb: its subject when that stands next to it, with a time before it; else the verb itself. */
export function clauseOpening(sentence: Sentence, group: VerbGroup, subject: Subject | null): number {
  const { words } = sentence;
  if (!subject?.adjacent) {
    if (subject && isParted(sentence, group, subject)) return subject.list.start;
    return words[group.start - 1]?.class === 'relative' ? group.start - 1 : group.start;
  }
  const opening = Math.min(subject.list.start, group.start);
  let from = clauseStart(sentence, opening);
  while (
    from < opening &&
    (words[from]?.class === 'comma' || words[from]?.class === 'conjunction' || words[from]?.class === 'quote')
  )
    from++;
  const timed = words.slice(from, opening).some((word) => word.class === 'time');
  return timed && opening - from <= 12 ? from : opening;
}

const DANGLING = new Set(['conjunction', 'quote', 'preposition', 'determiner', 'to']);

/**
 * End (exclusive) of the clause that goes on at word `from`: before a comma, a stop, a new clause or "according to".
 * Prepositional phrases and dates after the last argument belong to the clause, an infinitive
 * ("planned to double output") only with `throughInfinitive`.
 */
export function clauseEnd(sentence: Sentence, from: number, throughInfinitive = false): number {
  const { words, groups } = sentence;
  const starts = new Set(groups.map(({ start }) => start));
  let at = from;
  let end = from;
  while (at < words.length) {
    const word = words[at];
    if (!word) break;
    if (word.class === 'stop' || word.class === 'comma' || word.class === 'relative' || word.class === 'subordinator')
      break;
    if (word.lower === 'according' || (word.class === 'quote' && at > from)) break;
    if (starts.has(at)) {
      const group = groups.find(({ start }) => start === at);
      if (group && group.form === 'finite') {
        // "… and delivered …", "… the documents show": the words before belong to the next clause.
        while (end > from && words[end - 1]?.class === 'conjunction') end--;
        return end;
      }
      if (!(throughInfinitive && group?.form === 'infinitive')) break;
    }
    at++;
    end = at;
  }
  while (end > 1 && DANGLING.has(words[end - 1]?.class ?? '')) end--;
  return end;
}
