import type { Lexicons } from '../model/index.ts';

/** What it takes to see that a full stop after `Ltd.` ends a sentence though a name follows; all words lower case. */
export interface NameWords {
  readonly givenNames: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
  /** Single words that are legal forms, without full stops. */
  readonly forms: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
}

const compiled = new WeakMap<Lexicons, NameWords>();

export function nameWords(lexicons: Lexicons): NameWords {
  const known = compiled.get(lexicons);
  if (known) return known;
  const words = (list: string, column = 0): string[] =>
    (lexicons.lists[list] ?? []).map((row) => row[column] ?? '').filter((word) => word !== '');
  const made: NameWords = {
    givenNames: new Set([...words('mentions/given-names'), ...words('names/given-names')]),
    titles: new Set(words('mentions/titles')),
    common: new Set(words('mentions/common-words')),
    forms: new Set(words('names/legal-forms', 1).map(bare)),
    particles: new Set(words('mentions/name-particles')),
    joining: new Set(words('text/joining-words')),
  };
  compiled.set(lexicons, made);
  return made;
}

/** What stands before the full stop in its sentence, and what comes after it. */
export interface Around {
  readonly before: string;
  readonly ahead: string;
}

/**
 * Whether the stop of `Ltd.` or `Jr.` ends its sentence: a statement is complete before it, and a name with a verb of its own follows
 * ("… belong to Acme Ltd. Roe Bolts Limited sold …"), not a title or a part of the same name ("Acme Ltd. Chairman Roe resigned").
 */
export function endsAtForm({ before, ahead }: Around, words: NameWords): boolean {
  const name = actingName(ahead, words);
  const first = name[0];
  if (first === undefined || words.forms.has(first) || words.titles.has(first)) return false;
  const isNew = words.givenNames.has(first) || !words.common.has(first) || name.some((word) => words.forms.has(word));
  return isNew && statesSomething(before, words);
}

/** Whether the stop of `U.S.` ends its sentence: only before a person, for the names of offices and laws begin so too. */
export function endsAtLand({ before, ahead }: Around, words: NameWords): boolean {
  const [first, second] = actingName(ahead, words);
  return first !== undefined && second !== undefined && words.givenNames.has(first) && statesSomething(before, words);
}

const LONGEST_NAME = 8;
const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.’'/&-]*[\p{L}\p{M}\p{N}])?|\S/gu;

const bare = (word: string): string => word.toLowerCase().replace(/[.,]/g, '').trim();

/** The words of a name at the start of `ahead` that a verb or an aside follows; `[]` when there is none such. */
function actingName(ahead: string, words: NameWords): string[] {
  const name: string[] = [];
  for (const [token] of ahead.matchAll(TOKEN)) {
    if (/^["“„«(]$/.test(token) && name.length === 0) continue;
    if (/^\p{Lu}/u.test(token) || token === '&' || (name.length > 0 && words.particles.has(token)))
      name.push(bare(token));
    else if (token !== '.') return isVerb(token, words) || (token === ',' && name.length > 1) ? name : [];
    if (name.length > LONGEST_NAME) return [];
  }
  return [];
}

const isVerb = (token: string, { joining }: NameWords): boolean =>
  /^\p{Ll}{2,}/u.test(token) && !joining.has(token.toLowerCase());

/**
 * Whether the sentence so far says something of its own before the name at its end: some word in small letters that does not only join, and no
 * title right before the name ("the head of Acme Inc.").
 */
function statesSomething(before: string, words: NameWords): boolean {
  const tokens = [...before.matchAll(TOKEN)].map(([token]) => token);
  let at = tokens.length - 1;
  while (at >= 0 && !/^\p{Ll}{2,}/u.test(tokens[at] ?? '')) at--;
  const near = tokens.slice(Math.max(0, at - 2), at + 1).map(bare);
  return (
    at >= 0 &&
    !near.some((word) => words.titles.has(word)) &&
    tokens.slice(0, at + 1).some((token) => isVerb(token, words))
  );
}
