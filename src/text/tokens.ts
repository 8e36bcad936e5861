import type { Span } from '../model/index.ts';

/**
 * One token of a text, offset-exact: `text.slice(start, end) === token.text`.
 * `word`: letters with inner hyphens, apostrophes and digits (`Shahed-107`, `O’Neil`, `U.S.`, `A200`); a Han run is one token.
 * `number`: digits with separators (`1,200`, `3.5`, `2024`); `punctuation`: one character; `symbol`: any other visible character.
 */
export interface Token extends Span {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'punctuation' | 'symbol';
}

// Order matters: dotted initials ("U.S.", "т.е."), then Han/kana runs, words, numbers, single characters.
const TOKEN =
  /(?<dotted>(?:\p{L}\.){2,})|(?<han>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)|(?<word>(?:[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|[-\u2010\u2011’'·&](?=[\p{L}\p{N}]))*)|(?:\p{N}+\p{L}(?:[\p{L}\p{M}\p{N}]|[-\u2010\u2011](?=[\p{L}\p{N}]))*))|(?<number>\p{N}+(?:[.,:/\u00a0\u202f](?=\p{N})\p{N}+)*)|(?<punctuation>\p{P})|(?<symbol>\S)/gu;

/** Tokens of `text` under `span` (the whole text by default), in order; never throws. */
export function tokenize(text: string, span: Span = { start: 0, end: text.length }): Token[] {
  const tokens: Token[] = [];
  const slice = text.slice(span.start, span.end);
  for (const match of slice.matchAll(TOKEN)) {
    const start = span.start + match.index;
    const groups = match.groups ?? {};
    const kind =
      groups.number !== undefined
        ? 'number'
        : groups.punctuation !== undefined
          ? 'punctuation'
          : groups.symbol !== undefined
            ? 'symbol'
            : 'word';
    tokens.push({ start, end: start + match[0].length, text: match[0], kind });
  }
  return tokens;
}
