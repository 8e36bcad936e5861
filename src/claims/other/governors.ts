import type { Span } from '../../model/index.ts';
import type { Draft } from '../draft.ts';
import type { Governor } from '../governors/judge.ts';
import { type Match, type Scopes, type Token, tokensOf } from '../governors/scopes.ts';
import type { Sentence } from '../syntax/sentence.ts';

/** Most words between a weak negation ("не", "no") and the word it turns. */
const NEXT = 4;

/** A sentence with all that its language's table finds in it. */
interface Read {
  readonly tokens: readonly Token[];
  readonly scopes: Scopes;
  /** Negations and moods that bear on their clause, and negations that bear on what comes right after them. */
  readonly clause: readonly Match[];
  readonly next: readonly Match[];
  readonly before: readonly Match[];
  readonly infinitive: readonly Match[];
}

/** A claim's trigger among the tokens. */
interface Place {
  readonly first: number;
  readonly last: number;
  readonly part: number;
}

function read(sentence: Sentence, scopes: Scopes): Read {
  const tokens = tokensOf(sentence.text, sentence, scopes.isSpaced);
  const named = sentence.mentions.filter((mention) => mention.named);
  const inName = ({ start, end }: Span): boolean => named.some((mention) => mention.start < end && start < mention.end);
  const exempt = scopes.find('except', tokens);
  const find = (where: string): Match[] =>
    scopes
      .find(where, tokens)
      .filter((match) => !inName(match) && !exempt.some(({ from, to }) => from <= match.from && match.to <= to));
  return {
    tokens,
    scopes,
    clause: find('clause'),
    next: find('next'),
    before: find('before'),
    infinitive: find('infinitive'),
  };
}

const unknownAt = ({ tokens }: Read, at: number, { first }: Place): Match[] => {
  const token = tokens[at] ?? tokens[first];
  return token ? [{ kind: 'unknown', from: at, to: at + 1, start: token.start, end: token.end }] : [];
};

/** Moods and negations of the trigger's own clause. One negation is one, however many words say it: "никогда не", "ne … jamais". */
function ofClause({ tokens, clause, next }: Read, { first, last, part }: Place): Match[] {
  const own = (match: Match): boolean => tokens[match.from]?.part === part && (match.to <= first || match.from > last);
  const strong = clause.filter(own);
  const negation =
    strong.find(({ kind }) => kind === 'negating') ??
    next.find((match) => own(match) && match.to <= first && first - match.to < NEXT);
  return [...strong.filter(({ kind }) => kind !== 'negating'), ...(negation ? [negation] : [])];
}

/** "lieferte, anders als behauptet, keine Motoren": a negation right after the clause may belong to it. */
function afterClause(sentence: Read, place: Place): Match[] {
  const { tokens, clause, scopes } = sentence;
  for (let part = place.part + 1; part < place.part + 3; part++) {
    const opening = tokens.find((token) => token.part === part);
    if (!opening || scopes.words('relative').has(opening.lower) || scopes.words('complementiser').has(opening.lower))
      return [];
    const hit = clause.find((match) => match.kind === 'negating' && tokens[match.from]?.part === part);
    if (hit) return unknownAt(sentence, hit.from, place);
  }
  return [];
}

/** What stands before the claim, and a "that" whose opener no table knows. */
function above(sentence: Read, place: Place): Match[] {
  const { tokens, before, scopes } = sentence;
  const over = before.filter(({ to }) => to <= place.first);
  const that = tokens.findLastIndex(
    ({ lower, part }, at) => at < place.first && part === place.part && scopes.words('complementiser').has(lower),
  );
  const told = over.some(({ to }) => to <= that);
  return [
    ...over.filter(({ kind }) => kind !== 'true'),
    ...(that > 0 && !told ? unknownAt(sentence, that - 1, place) : []),
  ];
}

/** For an infinitive, the nearest word that can govern one, in its part or the one before. */
function overInfinitive(sentence: Read, place: Place): Match[] {
  const { tokens, infinitive } = sentence;
  if (!isInfinitive(sentence, place)) return [];
  const governor = infinitive
    .filter(({ from, to }) => to <= place.first && place.part - (tokens[from]?.part ?? -1) <= 1)
    .reduce<Match | null>((best, match) => (best && best.to > match.to ? best : match), null);
  return governor ? [governor] : unknownAt(sentence, place.first, place);
}

/** An infinitive by its ending, or in German by its "zu". */
function isInfinitive({ tokens, scopes }: Read, { first, last }: Place): boolean {
  const mark = scopes.words('infinitive-mark');
  if ([first - 1, first, last + 1].some((at) => mark.has(tokens[at]?.lower ?? ''))) return true;
  const word = tokens[first]?.lower ?? '';
  const endings = [...scopes.words('ending')];
  return first === last && endings.some((ending) => word.length > ending.length + 2 && word.endsWith(ending));
}

/**
 * The governors of a claim in a language that is read word by word: negations and moods of its own clause, what stands before
 * it in the sentence, and, for an infinitive, the nearest word that can govern one. A clause after "that" whose opener no
 * table knows, and an infinitive without a governor, are governed by the unknown.
 */
export function governorsIn(sentence: Sentence, scopes: Scopes): (draft: Draft) => readonly Governor[] {
  const words = read(sentence, scopes);
  const { tokens } = words;
  const { text, start, end } = sentence;
  const asked: Governor[] = /[?？]["”»’)\s]*$/u.test(text.slice(start, end))
    ? [{ kind: 'asked', start: end - 1, end }]
    : [];
  return ({ trigger }) => {
    const first = tokens.findIndex((token) => token.end > trigger.start);
    const last = tokens.findLastIndex((token) => token.start < trigger.end);
    const place = { first, last, part: tokens[first]?.part ?? 0 };
    const clause = ofClause(words, place);
    const negated = clause.some(({ kind }) => kind === 'negating');
    const infinitive = overInfinitive(words, place).filter(({ kind }) => !(negated && kind === 'negating'));
    const after = negated ? [] : afterClause(words, place);
    const found = [...clause, ...after, ...above(words, place), ...infinitive];
    return [...found.map(({ kind, start: from, end: to }): Governor => ({ kind, start: from, end: to })), ...asked];
  };
}
