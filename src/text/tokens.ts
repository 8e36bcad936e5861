import type { Span } from '../model/index.ts';

/**
 * One token of a text, offset-exact: `text.slice(start, end) === token.text`.
 * `word`: letters with inner hyphens, apostrophes and digits (`Shahed-107`, `O’Neil`, `U.S.`, `A200`, `400kg`); a Han run is one
 * token, and so is a web or e-mail address. A possessive stays on its word (`China’s`).
 * `number`: digits with separators (`1,200`, `3.5`, `2024`); `punctuation`: one character; `symbol`: any other visible character.
 */
export interface Token extends Span {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'punctuation' | 'symbol';
}

const JOINER = String.raw`[-\u2010\u2011’'·&]`;
const LETTER = String.raw`[\p{L}\p{M}\u00ad\u200c\u200d]`;
const DOMAIN_END =
  '(?:com|org|net|int|gov|edu|mil|info|biz|news|press|io|tv|eu|ru|su|ua|by|kz|de|at|ch|it|fr|es|uk|us|cn|hk|tr|ir|ae|ee|lv|lt|pl|cz|nl|be|se|fi|no|dk|jp|kr|in|рф|укр)';

// Order matters: addresses, dotted initials ("U.S.", "т.е."), Han and kana runs, words, numbers, single characters.
// Every repetition is over a class that its follower cannot match, so the pattern is linear.
const TOKEN = new RegExp(
  [
    String.raw`(?<address>(?:https?|ftp):\/\/[^\s<>"“”«»]{1,2000}[^\s<>"“”«».,;:!?)\]}’']|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}|(?<![\p{L}\p{N}])(?:[\p{L}\p{N}-]{1,63}\.){1,8}${DOMAIN_END}(?![\p{L}\p{N}]|[.-][\p{L}\p{N}])(?:\/[^\s<>"“”«».,;:!?)\]}’']{0,500})?)`,
    String.raw`(?<dotted>(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?![\p{Ll}]{2}))`,
    String.raw`(?<han>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)`,
    String.raw`(?<word>\p{L}(?:[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]|${JOINER}(?=[\p{L}\p{N}]))*|\p{N}+${LETTER}(?:[\p{L}\p{M}\p{N}\u00ad]|[-\u2010\u2011](?=[\p{L}\p{N}]))*)`,
    String.raw`(?<number>\p{N}+(?:[.,:/\u00a0\u202f](?=\p{N})\p{N}+)*)`,
    String.raw`(?<punctuation>\p{P})`,
    String.raw`(?<symbol>\S)`,
  ].join('|'),
  'gu',
);

/** Tokens of `text` under `span` (the whole text by default), in order; together they cover every visible character. Never throws. */
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
