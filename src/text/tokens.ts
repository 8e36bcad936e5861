import type { Span } from '../model/index.ts';
import { addressSpans } from './addresses.ts';
import { INVISIBLE_IN_WORDS } from './invisible.ts';

/**
 * One token of a text, offset-exact: `text.slice(start, end) === token.text`.
 * `word`: letters with inner hyphens, apostrophes and digits (`Su-35`, `O’Neil`, `U.S.`, `T90`, `30kg`); a Han run is one
 * token, and so is a web or e-mail address. A possessive stays on its word (`Italy’s`).
 * `number`: digits with separators (`1,200`, `3.5`, `2024`); `punctuation`: one character; `symbol`: any other visible character.
 */
export interface Token extends Span {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'punctuation' | 'symbol';
}

const JOINER = String.raw`[-\u2010\u2011’'·&]`;
const INVISIBLE = String.raw`[${INVISIBLE_IN_WORDS}]+(?=[\p{L}\p{N}])`;

// Order matters: dotted initials ("U.S.", "т.е."), Han and kana runs, words, numbers, single characters.
// Every repetition is over a class that its follower cannot match, so the pattern is linear.
const TOKEN = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?![\p{Ll}]{2})`,
    String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+`,
    String.raw`\p{L}(?:[\p{L}\p{M}\p{N}]|${JOINER}(?=[\p{L}\p{N}])|${INVISIBLE})*`,
    String.raw`\p{N}+(?:${INVISIBLE})?[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|[-\u2010\u2011](?=[\p{L}\p{N}])|${INVISIBLE})*`,
    String.raw`\p{N}+(?:[.,:/\u00a0\u202f](?=\p{N})\p{N}+)*`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** Tokens of `text` under `span` (the whole text by default), in order; together they cover every visible character. Never throws. */
export function tokenize(text: string, span: Span = { start: 0, end: text.length }): Token[] {
  const tokens: Token[] = [];
  const slice = text.slice(span.start, span.end);
  let at = 0;
  for (const address of addressSpans(slice)) {
    pushTokens(tokens, slice.slice(at, address.start), span.start + at);
    const { start, end } = address;
    tokens.push({ start: span.start + start, end: span.start + end, text: slice.slice(start, end), kind: 'word' });
    at = end;
  }
  pushTokens(tokens, at === 0 ? slice : slice.slice(at), span.start + at);
  return tokens;
}

function pushTokens(tokens: Token[], text: string, offset: number): void {
  for (const match of text.matchAll(TOKEN)) {
    const start = offset + match.index;
    tokens.push({ start, end: start + match[0].length, text: match[0], kind: kindOf(match[0]) });
  }
}

function kindOf(text: string): Token['kind'] {
  const code = text.charCodeAt(0);
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x430 && code <= 0x44f))
    return 'word';
  if (/^\p{L}/u.test(text)) return 'word';
  if (/^\p{N}/u.test(text)) return /[\p{L}\p{M}]/u.test(text) ? 'word' : 'number';
  return /^\p{P}/u.test(text) ? 'punctuation' : 'symbol';
}
