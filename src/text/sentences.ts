import type { Span } from '../model/index.ts';
import { isLineBreak, isSpace, isWrap, lineSpans, trimSpan } from './lines.ts';
import { endsAtForm, endsAtLand } from './name-ends.ts';
import type { AbbreviationKind, SentenceRules } from './sentence-rules.ts';

/** No sentence is longer (code units), so that later stages work in bounded windows; a longer one is cut at white space. */
const LONGEST = 3000;

const STOP = /[.!?…]+|[。！？；｡؟۔।]+|[\n\r\u2028\u2029\v\f]/gu;
const CLOSER = /["”’»›)\]）」』】'“]/u;

/**
 * Sentence spans of `text` under `span`, trimmed of white space, in order; together they cover every visible character.
 * A full stop inside closing quotes ends the sentence with the quotes. A blank line always ends a sentence, a single line break
 * unless it is a mere wrap. `rules` come from `sentenceRules`; a plain set holds lower-cased abbreviations with their full stop
 * (`mr.`, `ул.`) that never end a sentence.
 */
export function splitSentences(text: string, span: Span, rules: SentenceRules | ReadonlySet<string>): Span[] {
  const context: Context = { text, span, rules: toRules(rules), from: span.start, width: undefined };
  const sentences: Span[] = [];
  let start = span.start;
  STOP.lastIndex = span.start;
  for (let match = STOP.exec(text); match && match.index < span.end; match = STOP.exec(text)) {
    const end = endAfter(context, match.index, Math.min(match.index + match[0].length, span.end));
    if (end === null || end <= start) continue;
    pushCut(sentences, text, { start, end });
    start = end;
    context.from = end;
    STOP.lastIndex = Math.max(end, match.index + 1);
  }
  pushCut(sentences, text, { start, end: span.end });
  return sentences;
}

interface Context {
  readonly text: string;
  readonly span: Span;
  readonly rules: SentenceRules;
  /** Where the sentence began that is being looked at. */
  from: number;
  /** Longest line under the span, found when first needed. */
  width: number | undefined;
}

const NEVER: readonly AbbreviationKind[] = ['before'];

function toRules(rules: SentenceRules | ReadonlySet<string>): SentenceRules {
  if ('starters' in rules) return rules;
  const abbreviations = new Map([...rules].map((word) => [word, NEVER]));
  return { abbreviations, starters: new Set(), afterOrdinal: new Set(), names: null };
}

/** Where the sentence ends when the stop at `[at, after)` ends one, else `null`. */
function endAfter(context: Context, at: number, after: number): number | null {
  const { text, span } = context;
  const code = text.charCodeAt(at);
  if (isLineBreak(code)) return endsAtLineBreak(context, at) ? at : null;
  let end = after;
  for (let n = 0; n < 8 && end < span.end && CLOSER.test(text.charAt(end)); n++) end++;
  if (end > after && text.charAt(end - 1) === '“' && end < span.end && !isSpace(text.charCodeAt(end))) end--;
  const note = /^(?:\[\d{1,3}\]){1,5}/.exec(text.slice(end, Math.min(end + 25, span.end)));
  if (note) end += note[0].length;
  if (/[。！？；｡؟۔।]/u.test(text.charAt(at))) return end;
  if (end >= span.end) return span.end;
  if (!isSpace(text.charCodeAt(end))) return isGlued(text, at, end) ? end : null;
  return endsAtStop(context, { start: at, end: after }, end) ? end : null;
}

/** "the company.In 2023": a lost space, but not a file name or an address. */
function isGlued(text: string, at: number, end: number): boolean {
  if (end !== at + 1 || text.charAt(at) !== '.') return false;
  return (
    /^\p{Ll}{3}\.\p{Lu}\p{Ll}*[ ,]/u.test(text.slice(at - 3, at + 16)) && !/[@/]|www/.test(text.slice(at - 20, at))
  );
}

function endsAtStop(context: Context, stop: Span, end: number): boolean {
  const { text, span } = context;
  let next = end;
  while (next < span.end && next < end + 200 && isSpace(text.charCodeAt(next))) next++;
  if (next >= span.end) return true;
  const ahead = text.slice(next, Math.min(next + AHEAD, span.end));
  if (/^(?:[–—-]\s*)?\p{Ll}/u.test(ahead) && !isBlankBetween(text, end, next)) return false;
  const stops = text.slice(stop.start, stop.end);
  if (stops.includes('…') || stops.startsWith('..')) return !/[[(]/.test(text.charAt(stop.start - 1));
  if (stops !== '.') return true;
  return endsAtFullStop(context, stop.start, ahead);
}

/** So much of the sentence so far is looked at, and of what comes next: a name and the word behind it. */
const BEFORE = 300;
const AHEAD = 120;

function endsAtFullStop({ text, rules, from }: Context, at: number, ahead: string): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  const word = /[\p{L}\p{N}\p{M}№º](?:[\p{L}\p{N}\p{M}.’'/-]*)$/u.exec(before)?.[0] ?? '';
  if (word === '') return true;
  const following = /^["“„«‘'([]*([\p{L}\p{N}\p{M}’'-]+)(\.?)/u.exec(ahead);
  const nextWord = (following?.[1] ?? '').toLowerCase();
  const nextIsInitial = following?.[2] === '.' && [...nextWord].length === 1;
  const starts = !nextIsInitial && rules.starters.has(nextWord);
  const digitNext = /^\p{N}/u.test(ahead);
  if (/^\p{N}+$/u.test(word)) {
    if (
      /(?:^|\n)[^\S\n]*\(?\p{N}{1,3}$/u.test(before) &&
      !/\p{N}{4}$/u.test(before) &&
      isLineStart(text, at - word.length)
    )
      return false;
    return rules.afterOrdinal.size === 0 || word.length > 2 || digitNext || starts || !/^\p{Lu}/u.test(ahead);
  }
  if (nextIsInitial && /^\p{L}$/u.test(word)) return false;
  const kinds = rules.abbreviations.get(`${word.toLowerCase()}.`);
  if (kinds) {
    if (kinds.includes('before')) return false;
    if (kinds.includes('number') && digitNext) return false;
    if (starts) return true;
    const around = { before: text.slice(Math.max(from, at - BEFORE), at), ahead };
    if (kinds.includes('form')) return rules.names !== null && endsAtForm(around, rules.names);
    if (kinds.includes('land')) return rules.names !== null && endsAtLand(around, rules.names);
    return !kinds.includes('open');
  }
  const isInitial =
    /^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word) || /^\p{Lu}\p{Ll}?\.-?\p{Lu}$/u.test(word);
  return !isInitial || (starts && !/^["“„«(]?\p{Lu}\.?\s/u.test(ahead)) || (starts && nextWord.length > 1);
}

function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && before > at - 20 && (text.charAt(before) === ' ' || text.charAt(before) === '\t')) before--;
  return before < 0 || isLineBreak(text.charCodeAt(before));
}

function isBlankBetween(text: string, start: number, end: number): boolean {
  return /\n[^\S\n]*\r?\n/.test(text.slice(start, end));
}

function endsAtLineBreak(context: Context, at: number): boolean {
  const { text, span } = context;
  let next = text.charAt(at) === '\r' && text.charAt(at + 1) === '\n' ? at + 2 : at + 1;
  const lineStart = next;
  while (next < span.end && isSpace(text.charCodeAt(next))) {
    if (isLineBreak(text.charCodeAt(next))) return true;
    next++;
  }
  if (next >= span.end) return true;
  context.width ??= lineSpans(text, span).reduce((most, line) => Math.max(most, line.end - line.start), 0);
  let lineEnd = next;
  while (lineEnd < span.end && lineEnd < next + 60 && !isLineBreak(text.charCodeAt(lineEnd))) lineEnd++;
  let before = at;
  while (before > span.start && before > at - 200 && !isLineBreak(text.charCodeAt(before - 1))) before--;
  return !isWrap(text, { start: before, end: at }, { start: lineStart, end: lineEnd }, context.width);
}

/** Adds the sentence, cut at white space wherever it is too long. */
function pushCut(sentences: Span[], text: string, span: Span): void {
  let rest = trimSpan(text, span);
  while (rest.end - rest.start > LONGEST) {
    let cut = rest.start + LONGEST;
    while (cut > rest.start + LONGEST - 500 && !isSpace(text.charCodeAt(cut))) cut--;
    if (!isSpace(text.charCodeAt(cut))) {
      cut = rest.start + LONGEST;
      if ((text.charCodeAt(cut) & 0xfc00) === 0xdc00) cut--;
    }
    sentences.push(trimSpan(text, { start: rest.start, end: cut }));
    rest = trimSpan(text, { start: cut, end: rest.end });
  }
  if (rest.end > rest.start) sentences.push(rest);
}
