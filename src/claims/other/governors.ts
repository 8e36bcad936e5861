import type { Lexicons, Span } from '../../model/index.ts';
import { tokenize } from '../../text/index.ts';
import type { Draft } from '../draft.ts';
import type { Governor } from '../governors/judge.ts';
import { isKind, type Kind } from '../governors/kinds.ts';
import type { Sentence } from '../syntax/sentence.ts';

/** A wording of the table: words, each with whether any ending may follow. */
interface Wording {
  readonly kind: Kind;
  readonly words: readonly { readonly text: string; readonly open: boolean }[];
}

/** What a language's table says, by where its words bear. */
export interface Scopes {
  readonly at: (where: string) => readonly Wording[];
  readonly words: (where: string) => ReadonlySet<string>;
  readonly isSpaced: boolean;
}

interface Token extends Span {
  readonly lower: string;
  /** Number of its comma-bounded stretch in the sentence. */
  readonly part: number;
}

const compiled = new WeakMap<Lexicons, Map<string, Scopes>>();

function readWording(kind: Kind, wording: string): Wording {
  const words = wording.split('_').map((word) => ({ text: word.replace('*', ''), open: word.endsWith('*') }));
  return { kind, words };
}

/** The governors of a language that is read without syntax, compiled once per lexicons. */
export function readScopes(lexicons: Lexicons, language: string): Scopes {
  const known = compiled.get(lexicons) ?? new Map<string, Scopes>();
  compiled.set(lexicons, known);
  const ready = known.get(language);
  if (ready) return ready;
  const table = new Map<string, Wording[]>();
  for (const [kind, where = '', list = ''] of lexicons.lists[`claims/governors/${language}`] ?? []) {
    if (!isKind(kind)) continue;
    const wordings = list.split(' ').flatMap((wording) => (wording === '' ? [] : [readWording(kind, wording)]));
    table.set(where, [...(table.get(where) ?? []), ...wordings]);
  }
  const scopes: Scopes = {
    at: (where) => table.get(where) ?? [],
    words: (where) => new Set((table.get(where) ?? []).map(({ words }) => words[0]?.text ?? '')),
    isSpaced: language !== 'zh' && language !== 'ja',
  };
  known.set(language, scopes);
  return scopes;
}

/** Words of a sentence with the comma-bounded stretch each stands in. A Chinese sentence is one character a token. */
function tokensOf({ text, start, end }: Sentence, isSpaced: boolean): Token[] {
  const tokens: Token[] = [];
  let part = 0;
  for (const token of tokenize(text, { start, end })) {
    if (/^[,;:，；：、—–()]$/u.test(token.text)) part++;
    else if (token.kind !== 'word') continue;
    else if (isSpaced) tokens.push({ start: token.start, end: token.end, lower: token.text.toLowerCase(), part });
    else
      for (let at = token.start; at < token.end; at++)
        tokens.push({ start: at, end: at + 1, lower: text[at] ?? '', part });
  }
  return tokens;
}

const fits = (token: Token | undefined, { text, open }: Wording['words'][number]): boolean =>
  token !== undefined && (open ? token.lower.startsWith(text) : token.lower === text);

interface Match extends Span {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

/** Every place where a wording stands, as token indexes. Chinese wordings are matched character by character. */
function matches(tokens: readonly Token[], wordings: readonly Wording[], isSpaced: boolean): Match[] {
  const found: Match[] = [];
  for (const { kind, words } of wordings) {
    const parts = isSpaced ? words : [...(words[0]?.text ?? '')].map((text) => ({ text, open: false }));
    for (let at = 0; at + parts.length <= tokens.length; at++) {
      if (!parts.every((part, offset) => fits(tokens[at + offset], part))) continue;
      const [first, last] = [tokens[at], tokens[at + parts.length - 1]];
      if (first && last) found.push({ kind, from: at, to: at + parts.length, start: first.start, end: last.end });
    }
  }
  return found;
}

const COMPLEMENTISERS: ReadonlySet<string> = new Set(['dass', 'daß', 'что', 'що', 'que', 'che', 'że', 'iż', 'et']);
const RELATIVES: ReadonlySet<string> = new Set(
  'der die das den dem deren dessen welche welcher und aber sondern который которая которое которые которого которой которых и но а який яка яке які якого якої та але qui dont où et mais que quien cuyo y pero che cui e ma który która które którzy i ale lecz kes mis ja'.split(
    ' ',
  ),
);

/** Most words between a weak negation ("не", "no") and the word it turns. */
const NEXT = 4;

/**
 * The governors of a claim in a language that is read word by word: negations and moods of its own clause, what stands before
 * it in the sentence, and, for an infinitive, the nearest word that can govern one. A clause after "that" whose opener no
 * table knows, and an infinitive without a governor, are governed by the unknown.
 */
export function governorsIn(sentence: Sentence, scopes: Scopes): (draft: Draft) => readonly Governor[] {
  const tokens = tokensOf(sentence, scopes.isSpaced);
  const find = (where: string): Match[] => matches(tokens, scopes.at(where), scopes.isSpaced);
  const exempt = find('except');
  const isExempt = (match: Match): boolean => exempt.some(({ from, to }) => from <= match.from && match.to <= to);
  const inClause = find('clause').filter((match) => !isExempt(match));
  const next = find('next').filter((match) => !isExempt(match));
  const before = find('before');
  const overInfinitives = find('infinitive');
  const endings = [...scopes.words('ending')];
  const asked =
    /\?["”»’)\s]*$/u.test(sentence.text.slice(sentence.start, sentence.end)) ||
    sentence.text[sentence.end - 1] === '？';
  const isMention = ({ start, end }: Span): boolean =>
    sentence.mentions.some((mention) => mention.named && mention.start < end && start < mention.end);
  return ({ trigger }) => {
    const first = tokens.findIndex(({ end }) => end > trigger.start);
    const last = tokens.findLastIndex(({ start }) => start < trigger.end);
    const own = tokens[first]?.part ?? 0;
    const partOf = (match: Match): number => tokens[match.from]?.part ?? -1;
    const apart = (match: Match): boolean => (match.to <= first || match.from > last) && !isMention(match);
    const found: Match[] = [];
    const unknown = (at: number): void => {
      const token = tokens[at] ?? tokens[first];
      if (token) found.push({ kind: 'unknown', from: at, to: at + 1, start: token.start, end: token.end });
    };
    const clause = inClause.filter((match) => partOf(match) === own && apart(match));
    // One negation is one negation, however many words say it: "никогда не", "ne … jamais".
    let negated = false;
    for (const match of clause) {
      if (match.kind === 'negating' && negated) continue;
      negated ||= match.kind === 'negating';
      found.push(match);
    }
    for (const match of next) {
      if (partOf(match) !== own || match.to > first || negated || first - match.to >= NEXT) continue;
      found.push(match);
      negated = true;
    }
    // "lieferte, anders als behauptet, keine Motoren": a negation right after the clause may belong to it.
    let follows = own + 1;
    while (!negated && follows < own + 3) {
      const opening = tokens.find(({ part }) => part === follows);
      if (!opening || RELATIVES.has(opening.lower) || COMPLEMENTISERS.has(opening.lower)) break;
      const hit = inClause.find((match) => match.kind === 'negating' && partOf(match) === follows && !isMention(match));
      if (hit) unknown(hit.from);
      follows++;
    }
    const over = before.filter((match) => match.to <= first && !isMention(match));
    found.push(...over.filter(({ kind }) => kind !== 'true'));
    const opener = tokens.findLast(({ lower, part }, at) => at < first && part === own && COMPLEMENTISERS.has(lower));
    const told = over.some((match) => opener && match.end <= opener.start);
    if (opener && !told && tokens.some(({ end }) => end <= opener.start)) unknown(tokens.indexOf(opener) - 1);
    if (isInfinitive(tokens, first, last, endings)) {
      const governor = overInfinitives
        .filter((match) => match.to <= first && own - partOf(match) <= 1 && !isMention(match))
        .sort((a, b) => a.to - b.to)
        .at(-1);
      if (!governor) unknown(first);
      else if (!(negated && governor.kind === 'negating')) found.push(governor);
    }
    const governors: Governor[] = found.map(({ kind, start, end }) => ({ kind, start, end }));
    if (asked) governors.push({ kind: 'asked', start: sentence.end - 1, end: sentence.end });
    return governors;
  };
}

/** An infinitive by its ending, or in German by its "zu". */
function isInfinitive(tokens: readonly Token[], first: number, last: number, endings: readonly string[]): boolean {
  if ([first - 1, first, last + 1].some((at) => tokens[at]?.lower === 'zu')) return true;
  const word = tokens[first]?.lower ?? '';
  return first === last && endings.some((ending) => word.length > ending.length + 2 && word.endsWith(ending));
}
