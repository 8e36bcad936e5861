import type { Span } from '../../model/index.ts';
import type { Reading } from '../reading.ts';
import type { Sentence } from '../syntax/sentence.ts';
import { type Governor, judge } from './judge.ts';
import { type Scopes, type Token, tokensOf } from './scopes.ts';

/** A sentence takes back the one before it in its first words; "in fact" and "Correction" stand at its very beginning. */
const EARLY = 14;
const OPENING = 3;

/** Characters of a Chinese sentence that are as early as so many words elsewhere. */
const early = (words: number, { isSpaced }: Scopes): number => (isSpaced ? words : words * 2);

/** Whether words take back what stands before them: "is untrue", "in fact … not", "the sale was cancelled". */
function takesBack(tokens: readonly Token[], scopes: Scopes): boolean {
  const isEarly = ({ from }: { readonly from: number }): boolean => from < early(EARLY, scopes);
  // "It is untrue that …" speaks of a clause that follows, not of what stood before.
  const opens = (at: number): boolean => scopes.words('complementiser').has(tokens[at]?.lower ?? '');
  if (scopes.find('retraction', tokens).some((match) => isEarly(match) && !opens(match.to))) return true;
  const reversal = scopes.find('reversal', tokens).find(({ from }) => from < early(OPENING, scopes));
  if (reversal && isNegated(tokens.slice(reversal.to), scopes)) return true;
  const deed = tokens.findIndex(({ lower }) => scopes.words('deed').has(lower));
  return deed >= 0 && scopes.find('undone', tokens).some((match) => isEarly(match) && deed < match.from);
}

const isNegated = (tokens: readonly Token[], scopes: Scopes): boolean =>
  ['negation', 'clause', 'next'].some((where) => scopes.find(where, tokens).some(({ kind }) => kind === 'negating'));

const CLOSED = /^(?:pronoun|auxiliary|adverb|determiner|conjunction)$/u;

/** "He was not.", "They never did.", "He paid nothing.": a pronoun and a negation, and no more than a verb beside them. */
function isBareDenial({ words }: Sentence, scopes: Scopes): boolean {
  const said = words.filter((word) => word.class !== 'stop' && word.class !== 'comma');
  const negations = scopes.words('negation');
  if (said.length < 2 || said.length > 6 || !said.some(({ lower }) => negations.has(lower.replace('’', "'"))))
    return false;
  if (said.every((word) => CLOSED.test(word.class) && !word.mention)) return true;
  return said[0]?.class === 'pronoun' && said.length <= 4 && scopes.words('nothing').has(said.at(-1)?.lower ?? '');
}

/** The stretches of a sentence that begin with "but": what stands before each may be taken back by it. */
function contrasts(tokens: readonly Token[], scopes: Scopes): number[] {
  const words = scopes.words('contrast');
  return tokens.flatMap(({ lower, part }, at) =>
    at > 0 && part !== tokens[at - 1]?.part && words.has(lower) ? [at] : [],
  );
}

/** "Correction: an earlier article …": which part of it is right, its words do not say. */
function isCorrection({ text, start, end }: Sentence, tokens: readonly Token[], scopes: Scopes): boolean {
  const colon = text.slice(start, end).search(/[:：]/u);
  if (colon < 0) return false;
  const head = tokens.filter((token) => token.end <= start + colon);
  return head.length <= OPENING + 2 && scopes.find('correction', head).length > 0;
}

interface TakenBack {
  readonly by: Governor;
  /** What is claimed before this offset is taken back. */
  readonly before: number;
}

function takings(reading: Reading, next: Reading | undefined, scopes: Scopes): TakenBack[] {
  const { sentence } = reading;
  const tokensIn = (span: Span): Token[] => tokensOf(sentence.text, span, scopes.isSpaced);
  const tokens = tokensIn(sentence);
  const whole = { start: sentence.start, end: sentence.end };
  const found: TakenBack[] = isCorrection(sentence, tokens, scopes)
    ? [{ by: { kind: 'forged', ...whole }, before: sentence.end }]
    : [];
  for (const at of contrasts(tokens, scopes)) {
    const start = tokens[at]?.start ?? 0;
    if (takesBack(tokens.slice(at), scopes))
      found.push({ by: { kind: 'forged', start, end: sentence.end }, before: start });
  }
  if (next && (isBareDenial(next.sentence, scopes) || takesBack(tokensIn(next.sentence), scopes))) {
    // When somebody else says that it is not so, it stays as what is alleged.
    const kind = next.sources.length > 0 ? 'alleged' : 'forged';
    found.push({ by: { kind, start: next.sentence.start, end: next.sentence.end }, before: sentence.end });
  }
  return found;
}

/** Readings without what the text itself takes back: in the same sentence after a "but", or in the next sentence of the passage. */
export function withRetractions(readings: readonly Reading[], scopes: Scopes): Reading[] {
  return readings.map((reading, index) => {
    if (reading.drafts.length === 0) return reading;
    const found = takings(reading, readings[index + 1], scopes);
    if (found.length === 0) return reading;
    const judged = judge(reading.drafts, ({ ownVoice, trigger }) =>
      ownVoice ? [] : found.filter(({ before }) => trigger.end <= before).map(({ by }) => by),
    );
    return { ...reading, drafts: judged.drafts, unread: [...reading.unread, ...judged.unread] };
  });
}
