import type { Lexicons, Span } from '../../model/index.ts';
import { tokenize } from '../../text/index.ts';
import { isKind, type Kind } from './kinds.ts';

/** A wording of a table: words, each with whether any ending may follow. */
interface Wording {
  readonly kind: Kind;
  readonly words: readonly { readonly text: string; readonly open: boolean }[];
}

/** What a language's table says, by where its words bear. */
export interface Scopes {
  /** Every place among `tokens` where a wording of `where` stands. */
  readonly find: (where: string, tokens: readonly Token[]) => Match[];
  /** First words of the wordings of `where`. */
  readonly words: (where: string) => ReadonlySet<string>;
  readonly isSpaced: boolean;
}

/** A word of a stretch of text, lower-cased. */
export interface Token extends Span {
  readonly lower: string;
  /** Number of its comma-bounded stretch. */
  readonly part: number;
}

/** A wording where it stands; `from`, `to` index tokens. */
export interface Match extends Span {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

const straight = (text: string): string => text.replace(/’/gu, "'");

function readWording(kind: Kind, wording: string): Wording {
  const words = straight(wording)
    .split('_')
    .map((word) => ({ text: word.replace('*', ''), open: word.endsWith('*') }));
  return { kind, words };
}

function readTable(rows: readonly (readonly string[])[]): Map<string, Wording[]> {
  const table = new Map<string, Wording[]>();
  for (const [kind, where = '', list = ''] of rows) {
    if (!isKind(kind)) continue;
    const wordings = list.split(' ').flatMap((wording) => (wording === '' ? [] : [readWording(kind, wording)]));
    table.set(where, [...(table.get(where) ?? []), ...wordings]);
  }
  return table;
}

const compiled = new WeakMap<Lexicons, Map<string, Scopes>>();

/** The table of a language, compiled once per lexicons; empty where there is none. */
export function readScopes(lexicons: Lexicons, language: string): Scopes {
  const known = compiled.get(lexicons) ?? new Map<string, Scopes>();
  compiled.set(lexicons, known);
  const ready = known.get(language);
  if (ready) return ready;
  const table = readTable(lexicons.lists[`claims/governors/${language}`] ?? []);
  const firsts = new Map(
    [...table].map(([where, list]) => [where, new Set(list.map(({ words }) => words[0]?.text ?? ''))]),
  );
  const isSpaced = language !== 'zh' && language !== 'ja';
  const none: ReadonlySet<string> = new Set();
  const scopes: Scopes = {
    find: (where, tokens) => matches(tokens, table.get(where) ?? [], isSpaced),
    words: (where) => firsts.get(where) ?? none,
    isSpaced,
  };
  known.set(language, scopes);
  return scopes;
}

/** Words of a stretch with the comma-bounded part each stands in. In Chinese every character is a token. */
export function tokensOf(text: string, span: Span, isSpaced: boolean): Token[] {
  const tokens: Token[] = [];
  let part = 0;
  for (const { text: word, kind, start, end } of tokenize(text, span)) {
    if (/^[,;:，；：、—–()]$/u.test(word)) part++;
    else if (kind !== 'word') continue;
    else if (isSpaced) tokens.push({ start, end, lower: straight(word.toLowerCase()), part });
    else for (let at = start; at < end; at++) tokens.push({ start: at, end: at + 1, lower: text[at] ?? '', part });
  }
  return tokens;
}

const fits = (token: Token | undefined, { text, open }: Wording['words'][number]): boolean =>
  token !== undefined && (open ? token.lower.startsWith(text) : token.lower === text);

/** Chinese wordings are matched character by character. */
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
